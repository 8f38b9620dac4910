"""What the panels show of a running unit, made from replies."""

import unittest
from dataclasses import replace
from typing import Any

from core import outline, report
from core.view import LessonView, SessionView
from flange_lesson import FLANGE

STARTED = {
    "unit_id": "remove_guard",
    "title": "Remove the guard",
    "hints": ["Look left", "The guard first"],
    "checkpoints": [
        {"checkpoint_id": "c1", "learning_objective": "guard off", "assessment_type": "formative"},
        {"checkpoint_id": "c2", "learning_objective": "in order", "assessment_type": "authentic"},
    ],
}


def started() -> SessionView:
    arguments = {"session_id": "s1", "unit_id": "remove_guard", "learner_label": "ada"}
    session = report.after_command(None, "start_unit", arguments, STARTED)
    assert session is not None
    return session


def judged(checkpoint: str, *unmet: str, **options: Any) -> dict[str, Any]:
    """A checkpoint in a reply: passed if nothing is unmet, begun and changed unless told."""
    evaluation = {"passed": not unmet, "score": float(not unmet), "unmet": list(unmet)}
    given = {"begun": True, "changed": True, "needs_view": False, **options}
    return {"checkpoint_id": checkpoint, "evaluation": evaluation, **given}


def ended(checkpoint: str, outcome: str, *unmet: str) -> dict[str, Any]:
    """A try that ended, in a reply."""
    item = judged(checkpoint, *unmet)
    return {"checkpoint_id": checkpoint, "outcome": outcome, "evaluation": item["evaluation"]}


def look(session: SessionView, *judgements: Any, ends: Any = ()) -> SessionView:
    """The session after the whole unit was looked at or submitted."""
    reply = {"session_id": "s1", "checkpoints": list(judgements), "ended": list(ends)}
    after = report.after_command(session, "observe_unit", {}, reply)
    assert after is not None
    return after


def marks(session: SessionView) -> list[bool | None]:
    """What stands before each checkpoint."""
    return [item.passed for item in session.checkpoints]


class SessionTest(unittest.TestCase):
    def test_begins_with_every_checkpoint_unchecked(self) -> None:
        session = started()

        self.assertEqual([item.passed for item in session.checkpoints], [None, None])
        self.assertEqual(session.learner, "ada")
        self.assertFalse(session.passed)

    def test_checkpoints_stand_in_the_order_of_the_objectives_and_others_after_them(self) -> None:
        other = {"checkpoint_id": "c0", "learning_objective": "extra"}
        reply = {
            **STARTED,
            "checkpoints": [other, *STARTED["checkpoints"]],
            "learning_objectives": ["in order", "guard off"],
        }

        session = report.after_command(None, "start_unit", {"session_id": "s1"}, reply)

        assert session is not None
        self.assertEqual([item.checkpoint_id for item in session.checkpoints], ["c2", "c1", "c0"])

    def test_what_is_not_begun_stays_without_mark_and_reason(self) -> None:
        session = look(started(), judged("c1", "guard is on", begun=False), judged("c2"))

        self.assertEqual(marks(session), [None, True])
        self.assertFalse(session.checkpoints[0].begun)
        self.assertEqual(session.checkpoints[0].reasons, ())

    def test_a_condition_that_holds_without_having_been_begun_is_no_tick(self) -> None:
        session = look(started(), judged("c1", begun=False), judged("c2", begun=False))

        self.assertEqual(marks(session), [None, None])

    def test_how_a_view_misses_is_told_before_it_is_entered(self) -> None:
        unmet = "plate is turned 52° away from the eye"
        session = look(started(), judged("c1", unmet, begun=False, needs_view=True))

        self.assertEqual(
            session.checkpoints[0].reasons, ("Plate is turned 52° away from the eye.",)
        )
        self.assertIsNone(session.checkpoints[0].passed)

    def test_what_is_under_way_is_told_with_its_measure_and_not_crossed_out(self) -> None:
        session = look(started(), judged("c1", "guard is 3 mm too low"))

        self.assertIsNone(session.checkpoints[0].passed)
        self.assertTrue(session.checkpoints[0].begun)
        self.assertEqual(session.checkpoints[0].reasons, ("Guard is 3 mm too low.",))

    def test_what_was_submitted_untrue_is_crossed_out_until_something_changes(self) -> None:
        failed = look(started(), judged("c1", "too low"), ends=[ended("c1", "failed", "too low")])
        self.assertEqual(marks(failed)[0], False)

        same = look(failed, judged("c1", "too low", changed=False))
        self.assertEqual(marks(same)[0], False)

        moved = look(same, judged("c1", "too high"))
        self.assertIsNone(marks(moved)[0])

    def test_a_tick_goes_when_what_passed_is_undone(self) -> None:
        passed = look(started(), judged("c1"), ends=[ended("c1", "passed")])
        undone = look(passed, judged("c1", "guard is on"))

        self.assertEqual((marks(passed)[0], marks(undone)[0]), (True, None))

    def test_one_checkpoint_that_a_client_had_judged_is_shown(self) -> None:
        reply = {"session_id": "s1", **judged("c2"), "ended": [ended("c2", "passed")]}

        session = report.after_command(started(), "observe_checkpoint", {}, reply)

        assert session is not None
        self.assertEqual(marks(session), [None, True])

    def test_beginning_again_begins_without_ticks_whatever_the_record_says(self) -> None:
        progress = {"units": [{"unit_id": "remove_guard", "passed_checkpoints": ["c1", "c2"]}]}

        session = report.with_progress(started(), progress, LessonView())

        self.assertEqual(marks(session), [None, None])

    def test_is_left_alone_by_what_does_not_concern_it(self) -> None:
        session = started()
        other = {**judged("c1"), "session_id": "s2"}

        self.assertIs(report.after_command(session, "observe_checkpoint", {}, other), session)
        self.assertIs(report.after_command(session, "read_lesson", {}, {}), session)
        self.assertIs(report.after_command(session, "end_unit", {"session_id": "s2"}, {}), session)

    def test_ends_with_its_unit(self) -> None:
        ended = report.after_command(started(), "end_unit", {"session_id": "s1"}, {})

        self.assertIsNone(ended)

    def test_shows_as_many_hints_as_were_asked_for_and_no_more_than_there_are(self) -> None:
        session = started()
        shown = []
        for count in (1, 2, 3):
            reply = {"session_id": "s1", "hints_shown": count}
            after = report.after_command(session, "show_hint", {}, reply)
            assert after is not None
            shown.append(after.hints_shown)

        self.assertEqual(shown, [1, 2, 2])


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
