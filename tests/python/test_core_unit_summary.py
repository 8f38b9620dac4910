"""What a learner reads at the end of a unit: one verdict, and the next step by its name."""

import unittest
from dataclasses import replace
from typing import Any

from core.course import Course
from core.unit_summary import duration_text, summary_of, why_nothing_follows
from core.view import (
    CheckpointView,
    DecisionView,
    LessonView,
    SessionView,
    UnitState,
    UnitView,
)

FLAWLESS = CheckpointView("a", "a goal", begun=True, passed=True)
HELPED = replace(FLAWLESS, checkpoint_id="b", objective="b goal", course=Course(was_helped=True))
FAILED_ONCE = replace(FLAWLESS, objective="c goal", course=Course(failed=1))
LEFT = CheckpointView("d", "d goal", begun=True)


def lesson(**states: UnitState) -> LessonView:
    units = (UnitView(name, name.title(), name, state) for name, state in states.items())
    return LessonView(units=tuple(units))


TWO = lesson(here=UnitState.STARTED, there=UnitState.READY)
LAST = lesson(there=UnitState.PASSED, here=UnitState.STARTED)


def of(*goals: CheckpointView, at: LessonView = TWO, **options: Any) -> Any:
    session = SessionView("s", "ada", "here", "Here", checkpoints=goals, **options)
    return summary_of(session, at)


class SummaryTest(unittest.TestCase):
    def test_work_that_goes_on_is_not_summed_up(self) -> None:
        self.assertIsNone(of(FLAWLESS, LEFT))

    def test_what_is_passed_names_the_next_unit_and_its_button(self) -> None:
        shown = of(FLAWLESS, active_seconds=83.4)

        self.assertEqual(shown.headline, "Passed. Next is “There”.")
        self.assertEqual((shown.next_unit_id, shown.next_title), ("there", "There"))
        self.assertEqual((shown.well, shown.practise), (("a goal",), ()))
        self.assertEqual(shown.spent, "1 min 23 s")

    def test_after_the_last_unit_the_lesson_is_complete_and_nothing_else_is_asked(self) -> None:
        shown = of(FLAWLESS, at=LAST)

        self.assertEqual(shown.headline, "Passed. The lesson is complete.")
        self.assertEqual((shown.next_unit_id, shown.asks_again), ("", False))

    def test_a_lesson_with_a_unit_that_is_still_shut_is_not_complete(self) -> None:
        shut = lesson(here=UnitState.STARTED, there=UnitState.LOCKED)

        self.assertEqual(of(FLAWLESS, at=shut).headline, "Passed.")

    def test_tries_that_failed_are_to_be_practised_and_the_unit_is_passed_all_the_same(
        self,
    ) -> None:
        shown = of(FLAWLESS, FAILED_ONCE)

        self.assertEqual((shown.well, shown.practise), (("a goal",), ("c goal",)))
        self.assertEqual(shown.headline, "Passed. Next is “There”.")

    def test_what_was_passed_with_help_is_asked_for_once_more(self) -> None:
        shown = of(FLAWLESS, HELPED)

        self.assertEqual(
            shown.headline, "Passed with help. To finish, do one goal once more without help."
        )
        self.assertEqual((shown.asks_again, shown.next_unit_id), (True, ""))

    def test_what_was_passed_unaided_before_needs_no_second_time(self) -> None:
        shown = of(FLAWLESS, replace(HELPED, passed_before=True))

        self.assertEqual((shown.asks_again, shown.next_unit_id), (False, "there"))

    def test_what_is_left_is_counted_as_it_is_listed_and_not_as_the_decision_counted(self) -> None:
        decided = DecisionView(
            "continue_current_event", "Go on: 2 parts of this unit are left.", advice="keep_going"
        )

        self.assertEqual(of(LEFT, LEFT, decision=decided).headline, "2 goals are left.")
        self.assertEqual(of(FLAWLESS, LEFT, decision=decided).headline, "One goal is left.")
        self.assertEqual(of(HELPED, LEFT, decision=decided).headline, "One goal is left.")
        before = replace(LEFT, passed_before=True)
        self.assertEqual(of(before, LEFT, decision=decided).headline, "One goal is left.")

    def test_going_on_ends_with_what_was_left(self) -> None:
        found = replace(LEFT, passed_before=True, is_found_so=True)

        shown = of(found, FLAWLESS)

        self.assertTrue(shown.is_passed)
        self.assertIn("Passed. Next is", shown.headline)
        self.assertEqual(of(found, replace(LEFT, passed_before=True)), None)

    def test_where_all_stands_from_before_that_is_said_with_what_comes_next(self) -> None:
        found = replace(LEFT, passed_before=True, is_found_so=True)

        shown = of(found, found)

        self.assertEqual(shown.headline, "You passed this before, and all of it still stands.")
        self.assertEqual((shown.is_passed, shown.next_unit_id), (False, "there"))

    def test_where_nothing_but_help_is_left_that_is_said(self) -> None:
        decided = DecisionView("continue_current_event", "Go on.", advice="keep_going")
        before = replace(LEFT, passed_before=True)

        self.assertIn("Passed with help.", of(before, HELPED, decision=decided).headline)

    def test_a_hint_is_offered_only_while_there_is_one_to_ask_for(self) -> None:
        again = DecisionView("x", "Try again. A hint can help.", advice="try_with_hint")
        hints = ("where", "what")

        some = of(LEFT, decision=again, hints=hints, hints_shown=1)
        self.assertEqual(some.headline, "Try again. A hint can help.")
        none = of(LEFT, decision=again, hints=hints, hints_shown=2)
        self.assertEqual(none.headline, "Try again.")

    def test_a_hint_is_offered_where_the_decision_does(self) -> None:
        decided = DecisionView("provide_additional_support", "x", advice="go_on_with_hint")

        shown = of(FLAWLESS, LEFT, decision=decided, hints=("where",))

        self.assertEqual(shown.headline, "One goal is left. A hint can help.")

    def test_a_unit_that_is_done_and_begun_again_says_what_is_left_this_time(self) -> None:
        text = "You have done every part of this unit."
        decided = DecisionView(
            "advance_to_next_event", text, "there", "There", unit_done=True, advice="next_unit"
        )

        shown = of(FLAWLESS, replace(LEFT, passed_before=True), decision=decided)

        self.assertEqual(shown.headline, "One goal is left this time.")
        self.assertEqual(shown.kept, "You passed this unit, and that stays.")
        self.assertEqual(shown.next_unit_id, "there")

    def test_who_wants_to_go_on_reads_why_nothing_comes_next(self) -> None:
        session = SessionView("s", "ada", "here", "Here", checkpoints=(FLAWLESS, LEFT))

        self.assertEqual(
            why_nothing_follows(session, None), "Nothing comes next yet: one goal is left."
        )
        done = replace(session, checkpoints=(FLAWLESS,))
        self.assertEqual(
            why_nothing_follows(done, summary_of(done, LAST)), "Passed. The lesson is complete."
        )

    def test_going_back_names_the_unit_and_its_button(self) -> None:
        back = DecisionView("remediate_prerequisites", "Go back to “There”.", "there", "There")

        shown = of(LEFT, decision=back)

        self.assertEqual((shown.goes_back, shown.next_title), (True, "There"))

    def test_nobody_is_sent_back_to_a_unit_that_is_not_there(self) -> None:
        for unit_id in ("", "of another file"):
            back = DecisionView("remediate_prerequisites", "Try again.", unit_id)
            with self.subTest(unit_id):
                self.assertFalse(of(LEFT, decision=back).goes_back)


class DurationTest(unittest.TestCase):
    def test_seconds_read_as_a_person_says_them(self) -> None:
        for seconds, said in (
            (0, ""),
            (0.4, ""),
            (42.2, "42 s"),
            (60, "1 min"),
            (250, "4 min 10 s"),
        ):
            with self.subTest(seconds):
                self.assertEqual(duration_text(seconds), said)


if __name__ == "__main__":
    unittest.main()
