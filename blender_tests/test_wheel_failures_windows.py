"""A module that is no use on Windows: the preferences say why, and what they advise helps.

scripts/blender windows blender_tests/run.py test_wheel_failures_windows.py
"""

import unittest

from wheel_steps import PYTHON, WheelCase, ours
from wheel_zips import other_wheels, with_changed_module


class WheelFailuresTest(WheelCase):
    def test_what_the_system_says_of_a_damaged_module_is_shown(self) -> None:
        name = ours(self.real)
        damaged = with_changed_module(self.real[name], b"MZ", b"MX")

        (state,) = self.go(self.zip("damaged", {name: damaged}))

        here = f"does not load the native module for Windows x64 with Python {PYTHON}:"
        self.check_says(state, here, "_native", "Turn the add-on off and on again")

    def test_what_is_for_others_is_named_and_another_zip_put_in_its_place(self) -> None:
        markers = other_wheels(self.real)
        linux = {name: markers[name] for name in markers if "manylinux" in name}
        good = self.zip("good", self.real)

        for_others, _removed, works = self.go(self.zip("others", linux), "uninstall", good)

        self.check_says(for_others, f"this is Windows x64 with Python {PYTHON}", "Linux x64")
        self.check_works(works)


if __name__ == "__main__":
    unittest.main()
