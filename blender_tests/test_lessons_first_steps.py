"""The first steps, done to the end by three different hands.

scripts/blender 4.4 blender_tests/run.py test_lessons_first_steps.py
"""

import unittest

from lesson_work import LessonWorkCase
from ways import FIRST_STEPS


class FirstStepsTest(LessonWorkCase):
    def test_careful_hands_pass_each_unit_at_once(self) -> None:
        hands = self.work("careful", "first_steps", FIRST_STEPS)
        self.assertNotIn("hint_show", hands.actions)

    def test_hasty_hands_take_their_slips_back_and_pass(self) -> None:
        hands = self.work("hasty", "first_steps", FIRST_STEPS)
        self.assertIn("undo", hands.actions)

    def test_lost_hands_ask_leave_come_back_and_pass(self) -> None:
        ways = FIRST_STEPS
        hands = self.work("lost", "first_steps", ways)
        self.assertEqual(hands.actions.count("hint_show"), 3 * len(ways))

    def test_a_slip_alone_passes_no_unit(self) -> None:
        self.slip_only("first_steps", FIRST_STEPS)


if __name__ == "__main__":
    unittest.main()
