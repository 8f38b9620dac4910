"""What the panels show of a lesson and its units, made from what was read."""

import unittest
from dataclasses import replace

from core import outline
from core.view import UnitState
from flange_lesson import FLANGE


class OutlineTest(unittest.TestCase):
    def test_lists_units_in_prerequisite_order_with_words_for_ids(self) -> None:
        lesson = outline.lesson_view(FLANGE, set())

        titles = [item.title for item in lesson.units]
        self.assertEqual(titles, ["Remove the guard", "Seat gasket"])
        self.assertEqual(lesson.units[0].duration, "15 minutes")
        self.assertEqual(lesson.units[0].checkpoints, 2, "one has nothing to be judged by")

    def test_locks_a_unit_until_its_prerequisite_is_passed(self) -> None:
        before = outline.lesson_view(FLANGE, set()).units
        after = outline.lesson_view(FLANGE, {"remove_guard"}).units

        self.assertEqual([u.state for u in before], [UnitState.READY, UnitState.LOCKED])
        self.assertEqual(before[1].missing, ("Remove the guard",))
        self.assertEqual([u.state for u in after], [UnitState.PASSED, UnitState.READY])

    def test_shows_the_running_unit_as_started(self) -> None:
        lesson = outline.lesson_view(FLANGE, set(), "remove_guard")

        self.assertEqual(lesson.units[0].state, UnitState.STARTED)

    def test_keeps_units_that_a_broken_order_leaves_out(self) -> None:
        lesson = outline.lesson_view(replace(FLANGE, order=()), set())

        self.assertEqual(len(lesson.units), 2)


if __name__ == "__main__":
    unittest.main()
