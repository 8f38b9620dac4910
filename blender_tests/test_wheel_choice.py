"""Of all wheels in a zip Blender unpacks the one that fits.

scripts/blender 4.4 blender_tests/run.py test_wheel_choice.py
"""

import unittest

from wheel_steps import WheelCase, ours
from wheel_zips import SYSTEMS, other_wheels


class WheelChoiceTest(WheelCase):
    def test_of_every_system_and_python_the_one_that_fits_is_used(self) -> None:
        everything = {**self.real, **other_wheels(self.real)}
        self.assertEqual(len(everything), len(SYSTEMS) * len(self.real))

        (state,) = self.go(self.zip("everything", everything))

        self.check_works(state)
        for tag in state["tags"]:
            self.assertTrue(ours(self.real).endswith(f"-{tag}.whl"), tag)

    def test_a_blender_that_looks_at_the_system_alone_takes_the_one_for_3_11(self) -> None:
        from _bpy_internal.extensions import wheel_manager

        skipped = wheel_manager.wheel_list_deduplicate_as_skip_set([("any", sorted(self.real))])

        (taken,) = set(self.real) - skipped
        self.assertIn("-cp311-", taken)

    def test_another_version_than_the_addons_is_said(self) -> None:
        other = self.zip("other", self.real, "9.9.9")
        good = self.zip("good", self.real)

        before, after = self.go(good, other)

        self.check_works(before)
        self.check_says(after, "The add-on is 9.9.9", "another copy of the add-on")


if __name__ == "__main__":
    unittest.main()
