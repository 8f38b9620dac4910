"""What the panels show of a running unit, made from results of tools."""

import unittest
from dataclasses import replace

from core import outline, report
from core.view import LessonView
from flange_lesson import FLANGE
from running_unit_views import judged, look, marks, started


class ProgressTest(unittest.TestCase):
    def test_beginning_again_begins_without_ticks_whatever_the_record_says(self) -> None:
        progress = {"units": [{"unit_id": "remove_guard", "passed_checkpoints": ["c1", "c2"]}]}

        session = report.with_progress(started(), progress, LessonView())

        self.assertEqual(marks(session), [None, None])


class EvaluationTest(unittest.TestCase):
    def test_a_look_says_how_many_passed(self) -> None:
        session = look(started(), judged("c1"), judged("c2", "not yet"))

        shown = report.after_evaluation(session, {"decision": None}, submitted=False)

        self.assertEqual(shown.message, "1 of 2 passed.")
        self.assertIsNone(shown.decision)

    def test_done_names_what_was_not_begun(self) -> None:
        session = look(started(), judged("c1"), judged("c2", "not yet", begun=False))

        shown = report.after_evaluation(session, {"not_begun": ["c2"]}, submitted=True)

        self.assertEqual(shown.message, "1 of 2 passed. Not begun, so not handed in: in order.")

    def test_a_new_look_takes_the_old_decision_away(self) -> None:
        decided = replace(started(), message="old", decision=report.decision_view({}))

        session = look(decided, judged("c1"))

        self.assertEqual((session.message, session.decision), ("", None))


class DecisionTest(unittest.TestCase):
    def setUp(self) -> None:
        self.lesson = outline.lesson_view(FLANGE, set(), "remove_guard")

    def test_the_learner_reads_the_text_that_is_meant_for_them(self) -> None:
        shown = report.decision_view(
            {"action": "continue_current_event", "learner_text": "Now the bolts", "reasoning": "P"}
        )

        self.assertEqual((shown.text, shown.unit_id), ("Now the bolts.", ""))

    def test_going_back_names_its_unit(self) -> None:
        shown = report.decision_view(
            {
                "action": "remediate_prerequisites",
                "learner_text": "Go back to Remove the guard.",
                "next_unit": {"unit_id": "remove_guard", "title": "Remove the guard"},
            }
        )

        self.assertEqual((shown.unit_id, shown.title), ("remove_guard", "Remove the guard"))

    def test_after_the_last_unit_nothing_contradicts_that_the_lesson_is_finished(self) -> None:
        for action in ("provide_additional_support", "continue_current_event"):
            with self.subTest(action):
                shown = report.decision_view(
                    {"action": action, "learner_text": "Try once more", "unit_done": True}
                )
                self.assertEqual(shown.text, "You have finished the lesson.")

    def test_a_unit_without_a_title_is_named_by_the_lesson_or_its_id(self) -> None:
        decided = {"action": "advance_to_next_event", "next_unit": {"unit_id": "remove_guard"}}

        self.assertEqual(report.decision_view(decided, self.lesson).title, "Remove the guard")
        self.assertEqual(report.decision_view(decided).title, "Remove guard")

    def test_a_decision_of_this_session_that_a_client_had_made_is_shown(self) -> None:
        decided = {"session_id": "s1", "action": "continue_current_event", "learner_text": "Go on"}
        for session_id, text in (("s1", "Go on."), ("s0", None)):
            progress = {"decisions": [{**decided, "session_id": session_id}]}
            shown = report.with_progress(started(), progress, self.lesson).decision
            self.assertEqual(shown.text if shown else None, text)


if __name__ == "__main__":
    unittest.main()
