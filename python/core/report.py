"""From replies to what the learner sees: the running unit, its checkpoints, the decision."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .errors import spoken
from .outline import words
from .view import CheckpointView, DecisionView, LessonView, SessionView, UnitState

READING_COMMANDS = frozenset({"read_lesson", "observe_checkpoint"})
"""Scene commands that leave the authored data as it was."""

_DECISION_LABELS: Mapping[str, str] = {
    "advance_to_next_event": "Well done: go on",
    "continue_current_event": "Keep practising",
    "provide_additional_support": "Try again with a hint",
    "remediate_prerequisites": "Go back one step",
}


def after_command(
    session: SessionView | None,
    command: str,
    arguments: Mapping[str, Any],
    reply: Mapping[str, Any],
) -> SessionView | None:
    """Follow the running unit through a scene command, whichever door it came by.

    Returns:
        The new state; the very same object when the command does not touch it.
    """
    if command == "start_unit":
        return _started(arguments, reply)
    if session is None:
        return None
    if command == "end_unit" and arguments.get("session_id") == session.session_id:
        return None
    if command == "observe_checkpoint" and reply.get("session_id") == session.session_id:
        return _observed(session, reply)
    return session


def with_progress(
    session: SessionView, progress: Mapping[str, Any], lesson: LessonView
) -> SessionView:
    """Show what the record says of the running unit: passed checkpoints and the last decision.

    Args:
        progress: Result of `get_learner_progress`.
        lesson: For the title of the unit that comes next.
    """
    passed = {
        checkpoint
        for unit in progress.get("units", ())
        if unit["unit_id"] == session.unit_id
        for checkpoint in unit.get("passed_checkpoints", ())
    }
    checkpoints = tuple(
        replace(item, passed=True, score=1.0)
        if item.passed is None and item.checkpoint_id in passed
        else item
        for item in session.checkpoints
    )
    followed = replace(session, checkpoints=checkpoints)
    decisions = [
        item for item in progress.get("decisions", ()) if item["session_id"] == session.session_id
    ]
    if not decisions:
        return followed
    return replace(followed, decision=_decision_view(decisions[-1], followed, lesson))


def passed_units(progress: Mapping[str, Any]) -> frozenset[str]:
    """The units that the record says are passed."""
    return frozenset(progress.get("passed_units", ()))


def with_next_hint(session: SessionView) -> SessionView:
    """Show one hint more; the last stays the last."""
    return replace(session, hints_shown=min(session.hints_shown + 1, len(session.hints)))


def _started(arguments: Mapping[str, Any], reply: Mapping[str, Any]) -> SessionView:
    return SessionView(
        session_id=arguments["session_id"],
        learner=arguments.get("learner_label", ""),
        unit_id=reply["unit_id"],
        title=reply.get("title") or words(reply["unit_id"]),
        instructions=reply.get("instructions", ""),
        learning_event=reply.get("learning_event", ""),
        hints=tuple(reply.get("hints", ())),
        checkpoints=tuple(
            CheckpointView(
                checkpoint_id=item["checkpoint_id"],
                objective=item.get("learning_objective", ""),
                assessment_type=item.get("assessment_type", ""),
            )
            for item in reply.get("checkpoints", ())
        ),
    )


def _observed(session: SessionView, reply: Mapping[str, Any]) -> SessionView:
    evaluation: Mapping[str, Any] = reply["evaluation"]
    checkpoints = tuple(
        replace(
            item,
            passed=bool(evaluation["passed"]),
            score=float(evaluation["score"]),
            reasons=tuple(spoken(reason) for reason in evaluation.get("unmet", ())),
        )
        if item.checkpoint_id == reply["checkpoint_id"]
        else item
        for item in session.checkpoints
    )
    return replace(session, checkpoints=checkpoints)


def _decision_view(
    decided: Mapping[str, Any], session: SessionView, lesson: LessonView
) -> DecisionView:
    action = str(decided.get("action", ""))
    return DecisionView(
        decision=action,
        label=_DECISION_LABELS.get(action, words(action)),
        reason=spoken(str(decided.get("reasoning", ""))),
        next_step=_next_step(session, lesson, action),
    )


def _next_step(session: SessionView, lesson: LessonView, action: str) -> str:
    """Say what to do now: in the unit as long as something is unmet, then in the lesson."""
    if not session.passed:
        unmet = [reason for item in session.checkpoints for reason in item.reasons]
        if action == "remediate_prerequisites":
            return "Do the unit before this one again, then come back."
        return unmet[0] if unmet else "Do the task, then check your work."
    passed_now = {session.unit_id}
    passed_now.update(u.unit_id for u in lesson.units if u.state is UnitState.PASSED)
    following = [unit for unit in lesson.units if unit.unit_id not in passed_now]
    if not following:
        return "This was the last unit: the lesson is complete."
    return f"Go on with {following[0].title}."
