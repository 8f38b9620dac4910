"""A module that is no use on Linux: the preferences say why, and what they advise helps.

scripts/blender 4.4 blender_tests/run.py test_wheel_failures_posix.py
"""

import platform
import unittest

from wheel_steps import OTHER_TAG, PYTHON, TAG, WheelCase, ours
from wheel_zips import other_wheels, with_changed_module


class WheelFailuresTest(WheelCase):
    def test_a_newer_glibc_is_named_and_the_right_zip_works_after_uninstalling(self) -> None:
        name = ours(self.real)
        newer = with_changed_module(self.real[name], b"GLIBC_2.28\0", b"GLIBC_2.99\0")
        good = self.zip("good", self.real)

        failed, kept, _removed, works = self.go(
            self.zip("newer", {name: newer}), good, "uninstall", good
        )

        here = platform.libc_ver()[1]
        needs = f"needs glibc 2.99; this system has {here}"
        for state in (failed, kept):  # Blender keeps what it unpacked while the version is the same
            self.check_says(state, needs, "Uninstall the add-on first")
        self.check_works(works)

    def test_what_the_system_says_of_a_damaged_module_is_shown(self) -> None:
        name = ours(self.real)
        damaged = with_changed_module(self.real[name], b"\x7fELF", b"\x7fELG")

        (state,) = self.go(self.zip("damaged", {name: damaged}))

        self.check_says(state, "invalid ELF header", "Turn the add-on off and on again")

    def test_what_does_not_fit_is_named_and_another_zip_put_in_its_place(self) -> None:
        mine = ours(self.real)
        other = next(name for name in self.real if f"-{OTHER_TAG}-" in name)
        markers = other_wheels(self.real)
        elsewhere = {name: markers[name] for name in markers if f"-{TAG}-" in name}

        for_others = self.zip("for_others", {other: self.real[other], **elsewhere})
        wrong_name = self.zip("wrong_name", {mine: self.real[other]})
        good = self.zip("good", self.real)
        states = self.go(for_others, "uninstall", wrong_name, "uninstall", good)

        self.check_says(states[0], f"this is Linux x64 with Python {PYTHON}", "Windows x64")
        self.check_says(states[2], f"_native.cpython-{OTHER_TAG[2:]}", f"with Python {PYTHON}")
        self.check_works(states[4])


if __name__ == "__main__":
    unittest.main()
