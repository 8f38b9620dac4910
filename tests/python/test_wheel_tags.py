"""A wheel whose name says something else than what is in it, and how macOS' names and signatures are read.

python3.11 -m unittest tests/python/test_wheel_tags.py
"""

import hashlib
import struct
import sys
import unittest
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "lib"))

from devtools.wheels import signature, stub_library
from devtools.wheels.module import Module
from devtools.wheels.tags import disagreements

NONE: frozenset[str] = frozenset()
MODULE = Module("", NONE, NONE, NONE, machine="x86_64", pythons=frozenset({"3.11"}))
LINUX = replace(MODULE, format="ELF", oldest=(2, 28))
WINDOWS = replace(MODULE, format="PE", libraries=frozenset({"python311.dll", "KERNEL32.dll"}))
MACOS = replace(MODULE, format="MACHO", oldest=(11, 0, 0), machine="arm64")
WHEELS = [
    (LINUX, "manylinux_2_28_x86_64", "_native.cpython-311-x86_64-linux-gnu.so"),
    (WINDOWS, "win_amd64", "_native.cp311-win_amd64.pyd"),
    (MACOS, "macosx_11_0_arm64", "_native.cpython-311-darwin.so"),
]
STUBS = """
targets: [ x86_64-macos, arm64-macos ]
exports:
  - targets: [ x86_64-macos, arm64-macos,
               arm64-maccatalyst ]
    symbols: [ _malloc, '_fopen$UNIX2003' ]
  - targets: [ x86_64-macos ]
    weak-symbols: [ ___fstat64 ]
  - targets: [ arm64-maccatalyst ]
    symbols: [ _elsewhere ]
"""


def said(module: Module, platform: str, file: str, python: str = "cp311", tag: str = "") -> str:
    """What disagrees in a wheel of that name with that module."""
    tag = tag or f"{python}-{python}-{platform}"
    wheel = f"malloc_vr_native-0.1.0-2-{python}-{python}-{platform}.whl"
    return "; ".join(disagreements(wheel, f"Tag: {tag}\n", file, module))


def signed(content: bytes, flags: int = 2) -> bytes:
    """A file with an ad hoc signature of pages of 16 bytes, as LLVM's linker writes it."""
    pages = [content[at : at + 16] for at in range(0, len(content), 16)]
    hashes = b"".join(hashlib.sha256(page).digest() for page in pages)
    numbers = (0xFADE0C02, 44 + len(hashes), 0x20400, flags, 44, 44, 0, len(pages), len(content))
    directory = struct.pack(">9I4BI", *numbers, 32, 2, 0, 4, 0) + hashes
    head = struct.pack(">5I", 0xFADE0CC0, 20 + len(directory), 1, 0, 20)
    return content + head + directory


class WheelTagsTest(unittest.TestCase):
    def test_a_wheel_of_one_mind_has_no_breach(self) -> None:
        for module, platform, file in WHEELS:
            with self.subTest(platform):
                self.assertEqual(said(module, platform, file), "")

    def test_a_newer_system_than_the_name_says_is_a_breach(self) -> None:
        _, linux, file = WHEELS[0]

        self.assertIn("2.34 of its system", said(replace(LINUX, oldest=(2, 34)), linux, file))
        self.assertIn("11.0", said(MACOS, "macosx_12_0_arm64", WHEELS[2][2]))

    def test_another_python_than_the_name_says_is_a_breach(self) -> None:
        for module, platform, file in WHEELS:
            with self.subTest(platform):
                renamed = said(module, platform, file.replace("311", "313"), "cp313")

                self.assertIn("compiled for Python 3.11, not 3.13", renamed)
                self.assertIn("cp313 does not import", said(module, platform, file, "cp313"))

    def test_another_pythons_library_than_the_name_says_is_a_breach(self) -> None:
        for library in ("python313.dll", "KERNEL32.dll"):
            other = replace(WINDOWS, libraries=frozenset({library}))
            with self.subTest(library):
                self.assertIn("not python311.dll", said(other, *WHEELS[1][1:]))

    def test_another_processor_or_system_than_the_name_says_is_a_breach(self) -> None:
        for module, platform, file in WHEELS:
            with self.subTest(platform):
                self.assertIn("for riscv", said(replace(module, machine="riscv"), platform, file))
                self.assertIn("not for any", said(module, "any", file))

    def test_a_tag_inside_that_is_not_the_names_is_a_breach(self) -> None:
        self.assertIn("WHEEL names cp311-cp311-any", said(*WHEELS[0], tag="cp311-cp311-any"))


class MacosFilesTest(unittest.TestCase):
    def test_the_names_that_macos_offers_are_those_for_the_processor(self) -> None:
        both = {"_malloc", "_fopen$UNIX2003"}

        self.assertEqual(stub_library.names(STUBS, "arm64"), both)
        self.assertEqual(stub_library.names(STUBS, "x86_64"), both | {"___fstat64"})

    def test_a_signature_must_be_ad_hoc_and_of_this_content(self) -> None:
        content = bytes(range(40))

        self.assertTrue(signature.is_valid(signed(content), 40))
        self.assertFalse(signature.is_valid(signed(content, flags=0), 40))
        self.assertFalse(signature.is_valid(b"x" + signed(content)[1:], 40))
        self.assertFalse(signature.is_valid(signed(content)[:-1] + b"x", 40))
        self.assertFalse(signature.is_valid(content + bytes(20), 40))


if __name__ == "__main__":
    unittest.main()
