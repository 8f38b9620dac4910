"""What a wheel's module must be: each rule, broken once.

python3.11 -m unittest tests/python/test_wheel_rules.py
"""

import sys
import unittest
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "lib"))

from devtools.wheels.module import Module
from devtools.wheels.rules import breaches, folders

PYTHON = frozenset({"PyLong_FromLong", "_PyLong_FromLong"})
SYSTEM = frozenset({"_malloc"})
LINUX = Module(
    "ELF",
    frozenset({"PyInit__native"}),
    frozenset({"PyLong_FromLong"}),
    frozenset({"libc.so.6"}),
    (2, 28),
)
WINDOWS = Module(
    "PE",
    frozenset({"PyInit__native"}),
    frozenset({"PyLong_FromLong", "CreateFileW"}),
    frozenset({"python311.dll", "KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll"}),
)
MACOS = Module(
    "MACHO",
    frozenset({"_PyInit__native"}),
    frozenset({"_PyLong_FromLong", "_malloc"}),
    frozenset({"/usr/lib/libSystem.B.dylib"}),
    (11, 0, 0),
    is_signed=True,
)


def said(module: Module) -> str:
    """What is wrong with it."""
    return "; ".join(breaches(module, PYTHON, SYSTEM))


class WheelRulesTest(unittest.TestCase):
    def test_a_module_as_it_should_be_has_no_breach(self) -> None:
        for module in (LINUX, WINDOWS, MACOS):
            with self.subTest(module.format):
                self.assertEqual(said(module), "")

    def test_a_second_name_that_others_see_is_a_breach(self) -> None:
        for module in (LINUX, WINDOWS, MACOS):
            with self.subTest(module.format):
                more = replace(module, exports=module.exports | {"sqlite3_open"})

                self.assertIn("sqlite3_open", said(more))

    def test_a_version_of_glibc_that_is_no_number_is_a_breach(self) -> None:
        newer = replace(LINUX, other_versions=frozenset({"GLIBC_ABI_DT_RELR"}))

        self.assertIn("needs GLIBC_ABI_DT_RELR", said(newer))

    def test_a_library_that_not_every_machine_has_is_a_breach(self) -> None:
        for module, library in (
            (LINUX, "libstdc++.so.6"),
            (WINDOWS, "libc++.dll"),
            (MACOS, "/usr/lib/libc++.1.dylib"),
        ):
            with self.subTest(library):
                more = replace(module, libraries=module.libraries | {library})

                self.assertIn(library, said(more))

    def test_a_newer_glibc_or_macos_is_a_breach(self) -> None:
        self.assertIn("glibc 2.34", said(replace(LINUX, oldest=(2, 34))))
        self.assertIn("macOS 12.0.0", said(replace(MACOS, oldest=(12, 0, 0))))

    def test_a_name_that_nothing_offers_is_a_breach(self) -> None:
        self.assertIn("sqlite3_open", said(replace(LINUX, imports=frozenset({"sqlite3_open"}))))
        self.assertIn("PyNew_Thing", said(replace(WINDOWS, imports=frozenset({"PyNew_Thing"}))))
        self.assertIn("_getentropy", said(replace(MACOS, imports=frozenset({"_getentropy"}))))

    def test_a_folder_to_look_for_libraries_in_is_a_breach(self) -> None:
        self.assertIn("/opt/lib", said(replace(LINUX, search_paths=("/opt/lib",))))

    def test_a_folder_that_it_was_made_in_is_a_breach(self) -> None:
        content = b"...\0/some/folder/native/tools/show_hint.cpp\0..."

        self.assertEqual(list(folders(content, [Path("/another")])), [])
        self.assertIn("/some/folder", "".join(folders(content, [Path("/some/folder")])))

    def test_weak_definitions_and_no_signature_are_breaches_on_macos(self) -> None:
        self.assertIn("definitions of other modules", said(replace(MACOS, weak=True)))
        self.assertIn("no signature", said(replace(MACOS, is_signed=False)))


if __name__ == "__main__":
    unittest.main()
