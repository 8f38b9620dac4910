"""What the panels show of a lesson and of a running unit, made from replies."""

import unittest
from dataclasses import replace
from typing import Any

from core import outline, report
from core.view import LessonView, SessionView, UnitState


def unit(unit_id: str, *prerequisites: str, title: str = "") -> dict[str, Any]:
    return {
        "unit_id": unit_id,
        "title": title,
        "scene_name": f"Scene {unit_id}",
        "learning_objectives": ["see it"],
        "prerequisite_units": list(prerequisites),
        "estimated_duration": "15_minutes",
        "triggers": [{}, {}],
    }


FLANGE = {
    "file": "/lessons/flange.blend",
    "units": [unit("seat_gasket", "remove_guard"), unit("remove_guard", title="Remove the guard")],
    "order": ["remove_guard", "seat_gasket"],
    "problems": [],
}

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


def observed(checkpoint: str, passed: bool, *unmet: str) -> dict[str, Any]:
    evaluation = {"passed": passed, "score": float(passed), "unmet": list(unmet)}
    return {"session_id": "s1", "checkpoint_id": checkpoint, "evaluation": evaluation}


class OutlineTest(unittest.TestCase):
    def test_lists_units_in_prerequisite_order_with_words_for_ids(self) -> None:
        lesson = outline.lesson_view(FLANGE, set())

        titles = [item.title for item in lesson.units]
        self.assertEqual(titles, ["Remove the guard", "Seat gasket"])
        self.assertEqual(lesson.units[0].duration, "15 minutes")
        self.assertEqual(lesson.units[0].checkpoints, 2)

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
        lesson = outline.lesson_view({**FLANGE, "order": []}, set())

        self.assertEqual(len(lesson.units), 2)


class SessionTest(unittest.TestCase):
    def test_begins_with_every_checkpoint_unchecked(self) -> None:
        session = started()

        self.assertEqual([item.passed for item in session.checkpoints], [None, None])
        self.assertEqual(session.learner, "ada")
        self.assertFalse(session.passed)

    def test_shows_the_result_of_a_check_with_its_reasons(self) -> None:
        reply = observed("c1", False, "guard is 3 mm too low")

        session = report.after_command(started(), "observe_checkpoint", {}, reply)

        assert session is not None
        self.assertEqual(session.checkpoints[0].passed, False)
        self.assertEqual(session.checkpoints[0].reasons, ("Guard is 3 mm too low.",))
        self.assertIsNone(session.checkpoints[1].passed)

    def test_is_left_alone_by_what_does_not_concern_it(self) -> None:
        session = started()
        other = {**observed("c1", True), "session_id": "s2"}

        self.assertIs(report.after_command(session, "observe_checkpoint", {}, other), session)
        self.assertIs(report.after_command(session, "read_lesson", {}, {}), session)
        self.assertIs(report.after_command(session, "end_unit", {"session_id": "s2"}, {}), session)

    def test_ends_with_its_unit(self) -> None:
        ended = report.after_command(started(), "end_unit", {"session_id": "s1"}, {})

        self.assertIsNone(ended)

    def test_shows_hints_one_by_one_and_no_more_than_there_are(self) -> None:
        session = started()
        shown = []
        for _ in range(3):
            session = report.with_next_hint(session)
            shown.append(session.hints_shown)

        self.assertEqual(shown, [1, 2, 2])


class ProgressTest(unittest.TestCase):
    def setUp(self) -> None:
        self.lesson = outline.lesson_view(FLANGE, set(), "remove_guard")

    def progress(self, action: str, session_id: str = "s1") -> dict[str, Any]:
        decision = {"session_id": session_id, "action": action, "reasoning": "one try of three"}
        return {"units": [], "decisions": [decision]}

    def decided(self, session: SessionView, action: str) -> Any:
        return report.with_progress(session, self.progress(action), self.lesson).decision

    def test_shows_the_last_decision_of_this_session_only(self) -> None:
        other = report.with_progress(
            started(), self.progress("advance_to_next_event", "s0"), self.lesson
        )

        self.assertIsNone(other.decision)
        self.assertEqual(
            self.decided(started(), "continue_current_event").reason, "One try of three."
        )

    def test_names_the_first_unmet_requirement_as_the_next_step(self) -> None:
        reply = observed("c1", False, "take the guard off first")
        session = report.after_command(started(), "observe_checkpoint", {}, reply)
        assert session is not None

        decision = self.decided(session, "continue_current_event")

        self.assertEqual(decision.next_step, "Take the guard off first.")

    def test_names_the_next_unit_once_all_is_passed(self) -> None:
        session = started()
        session = replace(
            session, checkpoints=tuple(replace(c, passed=True) for c in session.checkpoints)
        )

        decision = self.decided(session, "continue_current_event")

        self.assertEqual(decision.next_step, "Go on with Seat gasket.")

    def test_says_that_the_lesson_is_complete_after_the_last_unit(self) -> None:
        session = replace(started(), checkpoints=(replace(started().checkpoints[0], passed=True),))
        passed = report.with_progress(session, self.progress("advance_to_next_event"), LessonView())

        assert passed.decision is not None
        self.assertIn("complete", passed.decision.next_step)

    def test_shows_checkpoints_that_were_passed_before_an_interruption(self) -> None:
        progress = {"units": [{"unit_id": "remove_guard", "passed_checkpoints": ["c2"]}]}

        session = report.with_progress(started(), progress, self.lesson)

        self.assertEqual([item.passed for item in session.checkpoints], [None, True])

    def test_does_not_overrule_a_newer_check(self) -> None:
        session = report.after_command(
            started(), "observe_checkpoint", {}, observed("c2", False, "moved away")
        )
        assert session is not None
        progress = {"units": [{"unit_id": "remove_guard", "passed_checkpoints": ["c2"]}]}

        self.assertFalse(report.with_progress(session, progress, self.lesson).checkpoints[1].passed)


if __name__ == "__main__":
    unittest.main()
