"""The hint that is shown is one for the goal that the learner is at."""

import unittest
from dataclasses import replace
from typing import Any

from core.due_hints import DueHints, after_hint, due_goal, due_hints, with_hints
from core.guidance import guidance_of
from core.view import CheckpointView, LessonView, SessionView

OWN = {"cup": ("Look at the cup.", "Put it down."), "spoon": ("Look at the spoon.",)}


def goal(name: str, **options: Any) -> CheckpointView:
    return CheckpointView(name, name, **options)


def at_work(*goals: CheckpointView) -> SessionView:
    session = SessionView("s", "ada", "u", "U", hints=("Take your time.",), checkpoints=goals)
    return with_hints(session, OWN)


class DueHintsTest(unittest.TestCase):
    def test_hints_are_those_of_the_first_goal_that_is_not_reached(self) -> None:
        begun = at_work(goal("cup"), goal("spoon"))
        further = at_work(goal("cup", passed=True), goal("spoon"))

        self.assertEqual(due_hints(begun), DueHints(OWN["cup"]))
        self.assertEqual(due_hints(further), DueHints(OWN["spoon"]))

    def test_a_goal_that_was_begun_out_of_turn_is_the_one_that_is_helped(self) -> None:
        session = at_work(goal("cup"), goal("spoon", begun=True))

        at = due_goal(session.checkpoints)
        self.assertEqual(at.checkpoint_id if at else "", "spoon")
        self.assertEqual(due_hints(session).texts, OWN["spoon"])

    def test_a_goal_without_hints_of_its_own_has_those_of_the_unit(self) -> None:
        self.assertEqual(due_hints(at_work(goal("plate"))).texts, ("Take your time.",))

    def test_a_hint_takes_the_place_of_what_was_said_before_it(self) -> None:
        said = replace(at_work(goal("cup")), message="Nothing is done yet.")

        self.assertEqual(after_hint(said, 1).message, "")

    def test_each_goal_counts_its_own_hints(self) -> None:
        session = after_hint(at_work(goal("cup"), goal("spoon")), 1)

        self.assertEqual(due_hints(session).last_shown, "Look at the cup.")
        cup, spoon = session.checkpoints
        further = replace(session, checkpoints=(replace(cup, passed=True), spoon))
        self.assertEqual(due_hints(further), DueHints(OWN["spoon"], 0))
        again = replace(further, checkpoints=(cup, spoon))
        self.assertEqual(due_hints(again).shown, 1)

    def test_the_screen_shows_no_hint_of_another_goal(self) -> None:
        session = after_hint(at_work(goal("cup"), goal("spoon")), 2)
        cup, spoon = session.checkpoints
        further = replace(session, checkpoints=(replace(cup, passed=True), spoon))

        now: Any = guidance_of(session, LessonView())
        later: Any = guidance_of(further, LessonView())

        self.assertEqual((now.hint, now.hint_place), ("Put it down.", "2/2"))
        self.assertEqual(now.hints_read, OWN["cup"])
        self.assertEqual((later.hint, later.hint_place), ("", "0/1"))

    def test_nothing_is_left_to_ask_for_once_all_are_shown(self) -> None:
        session = at_work(goal("cup"))

        self.assertTrue(due_hints(after_hint(session, 1)).are_left)
        self.assertFalse(due_hints(after_hint(session, 7)).are_left)


if __name__ == "__main__":
    unittest.main()
