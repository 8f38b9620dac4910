"""Each rule for wheels fails on a real wheel with a few bytes, or its name, changed.

By `scripts/test wheels`, which has written what Python and system offer to each wheel; needs LIEF.
"""

import itertools
import json
import re
import shutil
import struct
import tempfile
import unittest
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import lief
from devtools.project import BUILD, DIST
from devtools.wheels.check import COMPILED, wheel_breaches
from devtools.wheels.tags import tags_of

Change = Callable[[bytes], bytes]
OFFERED = json.loads((BUILD / "offered.json").read_text("utf-8"))


def other(old: bytes, new: bytes) -> Change:
    """Change a text of the module into another of the same length."""
    return lambda content: content.replace(old, new)


def at(place: Callable[[object], int], value: bytes) -> Change:
    """Change the bytes at a place that LIEF finds."""

    def change(content: bytes) -> bytes:
        start = place(lief.parse(content))
        return content[:start] + value + content[start + len(value) :]

    return change


ANY = [
    (other(b"PyInit__native\0", b"PyInit__nativf\0"), "others see"),
    (other(b"\x003.11\0", b"\x003.19\0"), "compiled for Python 3.19, not 3.11"),
]
CHANGES: dict[str, list[tuple[Change, str]]] = {
    "manylinux": [
        (other(b"\0libc.so.6\0", b"\0libx.so.6\0"), "needs libx.so.6"),
        (other(b"GLIBC_2.2.5\0", b"GLIBC_9.2.5\0"), "needs glibc 9.2.5"),
        (other(b"GLIBC_2.2.5\0", b"GLIBC_ABI_X\0"), "needs GLIBC_ABI_X"),
        (other(b"\0PyCallable_Check\0", b"\0NoCallable_Check\0"), "nothing offers NoCallable"),
        (at(lambda elf: elf.get_section(".dynamic").offset, b"\x1d"), "looks for libraries in"),
        (at(lambda elf: 18, b"\xb7"), "not for x86_64"),
    ],
    "win": [
        (other(b"KERNEL32.dll\0", b"KERNEL99.dll\0"), "needs KERNEL99.dll"),
        (other(b"python311.dll\0", b"python313.dll\0"), "needs python313.dll, not python311.dll"),
        (other(b"PyCallable_Check\0", b"PyCallable_Chick\0"), "nothing offers PyCallable_Chick"),
    ],
    "macosx": [
        (other(b"/libSystem.B.dylib\0", b"/libSystem.C.dylib\0"), "needs /usr/lib/libSystem.C"),
        (other(b"_PyCallable_Check\0", b"_PyCallable_Chick\0"), "nothing offers _PyCallable_Chick"),
        (other(b"\0_malloc\0", b"\0_mallox\0"), "nothing offers _mallox"),
        (
            at(lambda macho: macho.build_version.command_offset + 12, struct.pack("<I", 12 << 16)),
            "macOS 12.0.0",
        ),
        (at(lambda macho: 25, b"\x80"), "definitions of other modules"),
        (at(lambda macho: macho.get_section("__text").offset, b"\0\0\0\0"), "no signature that"),
        (at(lambda macho: macho.code_signature.data_offset, b"\0"), "no signature that"),
    ],
}
# Names that would lie of the same content, by what they have instead of something.
NAMES = {
    "manylinux": [("cp311-cp311", "cp313-cp313"), ("2_28", "2_17"), ("manylinux_2_28", "linux")],
    "win": [("cp311-cp311", "cp313-cp313"), ("win_amd64", "win_arm64")],
    "macosx": [("cp311-cp311", "cp313-cp313"), ("11_0", "12_0"), ("macosx_11_0", "macosx_10_9")],
}


def wheels() -> Iterator[tuple[str, Path]]:
    """Yield each wheel for Python 3.11 and the kind of its system."""
    for name in OFFERED:
        if found := re.search("cp311-(manylinux|win|macosx)", name):
            yield found[1], DIST / "wheels" / name


class ChangedWheelTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def said(self, wheel: Path, name: str, change: Change = bytes) -> str:
        """What is said of the wheel under that name, with its module and its WHEEL changed."""
        made, tag = self.folder / name, "-".join(tags_of(name)).encode()
        with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(made, "w") as target:
            for each in source.namelist():
                content = source.read(each)
                if COMPILED.search(each):
                    content = change(content)
                if each.endswith("/WHEEL"):
                    content = re.sub(rb"cp311-cp311-\S+", tag, content)
                target.writestr(each, content)
        return "; ".join(wheel_breaches(made, OFFERED[wheel.name]))

    def test_a_module_with_changed_bytes_is_a_breach(self) -> None:
        for kind, wheel in wheels():
            for change, sentence in ANY + CHANGES[kind]:
                with self.subTest(wheel=wheel.name, sentence=sentence):
                    self.assertIn(sentence, self.said(wheel, wheel.name, change))

    def test_a_name_that_is_not_the_contents_is_a_breach(self) -> None:
        for kind, wheel in wheels():
            for old, new in NAMES[kind]:
                with self.subTest(wheel=wheel.name, name=new):
                    self.assertNotEqual(self.said(wheel, wheel.name.replace(old, new)), "")

    def test_a_second_compiled_file_is_a_breach_whatever_its_name(self) -> None:
        second = {
            "malloc_vr_native.libs/libother.so.1": b"",
            "malloc_vr_native/bridge": b"\x7fELF",
            "malloc_vr_native/bridge.exe": b"MZ",
        }
        for (_, wheel), name in itertools.product(wheels(), second):
            with self.subTest(wheel=wheel.name, second=name):
                made = self.folder / wheel.name
                shutil.copy(wheel, made)
                with zipfile.ZipFile(made, "a") as archive:
                    archive.writestr(name, second[name])

                found = list(wheel_breaches(made, OFFERED[wheel.name]))

                self.assertIn("it has 2 compiled files, not 1", found[0])

    def test_an_information_of_other_tags_is_a_breach(self) -> None:
        for _, wheel in wheels():
            with self.subTest(wheel=wheel.name):
                name = wheel.name.replace("cp311-cp311", "cp311-abi3")

                self.assertIn("does not import", self.said(wheel, name))


if __name__ == "__main__":
    unittest.main()
