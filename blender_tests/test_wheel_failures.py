"""A module that Blender did not unpack: the preferences say so, and what they advise helps.

scripts/blender 4.4 blender_tests/run.py test_wheel_failures.py
"""

import unittest

from wheel_steps import WheelCase


class WheelFailuresTest(WheelCase):
    def test_a_zip_without_any_is_said(self) -> None:
        (state,) = self.go(self.zip("no_wheel", {}))

        self.check_says(state, "comes without its native module")

    def test_turning_it_off_and_on_brings_back_what_is_not_unpacked(self) -> None:
        self.go(self.zip("good", self.real))

        _unloaded, lost, back = self.go("lose", "enable", "toggle")

        self.assertIn("is not unpacked", lost["problem"])
        self.assertIn("Turn the add-on off and on again", lost["problem"])
        self.check_works(back)

    def test_half_a_module_is_said_instead_of_loaded_and_mended(self) -> None:
        for step, words in (("cut", "is not whole"), ("take", "is missing")):
            with self.subTest(step):
                good = self.zip("good", self.real)
                self.go(good)

                _broken, state, back = self.go(step, "enable", "toggle")

                self.check_says(state, words, "Turn the add-on off and on again")
                self.check_works(back)
                self.go("uninstall")

    def test_what_is_not_unpacked_comes_back_by_itself_at_the_second_start(self) -> None:
        self.go(self.zip("good", self.real))
        self.go("lose")

        (first,) = self.go("enable")
        (second,) = self.go("enable")

        self.check_says(first, "is not unpacked", "Or start Blender again")
        self.check_works(second)


if __name__ == "__main__":
    unittest.main()
