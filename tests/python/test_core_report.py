"""What the panels show of a running unit, made from results of tools."""

import unittest
from dataclasses import replace
from typing import Any

from core import outline, report
from core.replies import (
    DecisionProgress,
    EvaluateUnitReply,
    ProgressReply,
    UnitDecisionReply,
    UnitName,
    UnitProgress,
)
from core.view import LessonView
from flange_lesson import FLANGE
from running_unit_views import ended, judged, look, marks, started
from shape_samples import sample

GUARD = UnitName(unit_id="remove_guard", title="Remove the guard")


def decision(**members: Any) -> UnitDecisionReply:
    return sample(UnitDecisionReply, **members)


class ProgressTest(unittest.TestCase):
    def test_beginning_again_begins_without_ticks_whatever_the_record_says(self) -> None:
        passed = ("c1", "c2")
        unit = sample(
            UnitProgress,
            unit_id="remove_guard",
            passed_checkpoints=passed,
            own_passed_checkpoints=passed,
        )

        session = report.with_progress(
            started(), sample(ProgressReply, units=(unit,)), LessonView()
        )

        self.assertEqual(marks(session), [None, None])


class EvaluationTest(unittest.TestCase):
    def test_a_look_says_how_many_passed(self) -> None:
        passed = [ended("c1", "passed")]
        session = look(started(), judged("c1"), judged("c2", "not yet"), ends=passed)

        shown = report.after_evaluation(session, sample(EvaluateUnitReply), submitted=False)

        self.assertEqual(shown.message, "1 of 2 passed.")
        self.assertIsNone(shown.decision)

    def test_done_names_what_was_not_begun(self) -> None:
        passed = [ended("c1", "passed")]
        session = look(started(), judged("c1"), judged("c2", "not yet", begun=False), ends=passed)

        shown = report.after_evaluation(
            session, sample(EvaluateUnitReply, not_begun=("c2",)), submitted=True
        )

        self.assertEqual(shown.message, "1 of 2 passed. Not done yet, so not handed in: In order.")

    def test_done_with_nothing_done_says_that_in_one_sentence(self) -> None:
        untouched = look(started(), judged("c1", begun=False), judged("c2", "no", begun=False))

        shown = report.after_evaluation(
            untouched, sample(EvaluateUnitReply, not_begun=("c1", "c2")), submitted=True
        )

        self.assertEqual(shown.message, "Nothing is done yet, so nothing was handed in.")

    def test_a_new_look_takes_the_old_decision_away(self) -> None:
        decided = replace(started(), message="old", decision=report.decision_view(decision()))

        session = look(decided, judged("c1"))

        self.assertEqual((session.message, session.decision), ("", None))


class DecisionTest(unittest.TestCase):
    def setUp(self) -> None:
        self.lesson = outline.lesson_view(FLANGE, set(), "remove_guard")

    def test_the_learner_reads_the_text_that_is_meant_for_them(self) -> None:
        shown = report.decision_view(
            sample(DecisionProgress, learner_text="Now the bolts", reasoning="P")
        )

        self.assertEqual((shown.text, shown.unit_id), ("Now the bolts.", ""))

    def test_going_back_names_its_unit(self) -> None:
        shown = report.decision_view(
            decision(learner_text="Go back to Remove the guard.", next_unit=GUARD)
        )

        self.assertEqual((shown.unit_id, shown.title), ("remove_guard", "Remove the guard"))

    def test_after_the_last_unit_nothing_contradicts_that_the_lesson_is_finished(self) -> None:
        for action in ("provide_additional_support", "continue_current_event"):
            with self.subTest(action):
                shown = report.decision_view(
                    decision(action=action, learner_text="Try once more", unit_done=True)
                )
                self.assertEqual(shown.text, "You have finished the lesson.")

    def test_a_unit_without_a_title_is_named_by_the_lesson_or_its_id(self) -> None:
        decided = decision(next_unit=replace(GUARD, title=""))

        self.assertEqual(report.decision_view(decided, self.lesson).title, "Remove the guard")
        self.assertEqual(report.decision_view(decided).title, "Remove guard")

    def test_a_decision_of_this_session_that_a_client_had_made_is_shown(self) -> None:
        for session_id, text in (("s1", "Go on."), ("s0", None)):
            decided = sample(DecisionProgress, session_id=session_id, learner_text="Go on")
            progress = sample(ProgressReply, decisions=(decided,))
            shown = report.with_progress(started(), progress, self.lesson).decision
            self.assertEqual(shown.text if shown else None, text)


if __name__ == "__main__":
    unittest.main()
