"""The bolted flange, done to the end by three different hands.

scripts/blender 4.4 blender_tests/run.py test_lessons_bolted_flange.py
"""

import unittest

from lesson_work import LessonWorkCase, units_of
from ways import flange


class BoltedFlangeTest(LessonWorkCase):
    def test_careful_hands_pass_each_unit_at_once(self) -> None:
        hands = self.work("careful", "bolted_flange", flange(units_of("bolted_flange")))
        self.assertNotIn("hint_show", hands.actions)

    def test_hasty_hands_take_their_slips_back_and_pass(self) -> None:
        hands = self.work("hasty", "bolted_flange", flange(units_of("bolted_flange")))
        self.assertIn("undo", hands.actions)

    def test_lost_hands_ask_leave_come_back_and_pass(self) -> None:
        ways = flange(units_of("bolted_flange"))
        hands = self.work("lost", "bolted_flange", ways)
        self.assertEqual(hands.actions.count("hint_show"), 3 * len(ways))

    def test_a_slip_alone_passes_no_unit(self) -> None:
        self.slip_only("bolted_flange", flange(units_of("bolted_flange")))


if __name__ == "__main__":
    unittest.main()
