"""What is said of a native module that does not load, from the texts of systems that do not run here.

python3.11 -m unittest tests/python/test_load_failure.py
"""

import unittest

from addon_package import addon_module

explain = addon_module("lifetime.load_failure").explain

MACOS = """dlopen(_native.cpython-311-darwin.so, 0x0002): Symbol not found: _os_log_fancy
  Referenced from: _native.cpython-311-darwin.so (built for macOS 14.2 which is newer than running OS)
  Expected in: /usr/lib/libSystem.B.dylib"""
CPP = "libstdc++.so.6: version `GLIBCXX_3.4.99' not found (required by _native.so)"
WINDOWS = "DLL load failed while importing _native: Access is denied."


class LoadFailureTest(unittest.TestCase):
    def test_an_older_macos_than_the_module_needs_is_named(self) -> None:
        self.assertIn("needs macOS 14.2", explain(ImportError(MACOS), ()))

    def test_a_cause_that_is_not_known_is_shown_as_the_system_says_it(self) -> None:
        for text in (CPP, WINDOWS):
            with self.subTest(text):
                said = explain(ImportError(text), ())

                self.assertIn(text, said.splitlines())
                self.assertIn("report these lines", said)


if __name__ == "__main__":
    unittest.main()
