"""From results of tools to what the learner sees: how a look went, the progress, the decision."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .errors import to_sentence
from .outline import title_of_id
from .view import DecisionView, LessonView, SessionView

_LESSON_FINISHED = "You have finished the lesson."
_REMEDIATE = "remediate_prerequisites"


def after_evaluation(
    session: SessionView, result: Mapping[str, Any], *, submitted: bool
) -> SessionView:
    """Say what a *Check* or *Done* came to, and show the decision that came with it.

    Args:
        session: As the scene command left it.
        result: Of the tool `evaluate_unit`.
    """
    decision = result.get("decision")
    return replace(
        session,
        message=_message(session, result, submitted=submitted),
        decision=decision_view(decision) if decision else None,
    )


def with_progress(
    session: SessionView, progress: Mapping[str, Any], lesson: LessonView
) -> SessionView:
    """Show the last decision of this session where another client had it made.

    What was passed in earlier runs of the unit is only said: the objects stand where the unit
    starts.

    Args:
        progress: Result of `get_learner_progress`.
        lesson: For the title of the unit that a decision names.
    """
    own = own_passed(progress).get(session.unit_id, frozenset())
    session = replace(
        session,
        checkpoints=tuple(
            replace(item, passed_before=item.checkpoint_id in own) for item in session.checkpoints
        ),
    )
    decisions = [
        item
        for item in progress.get("decisions", ())
        if item.get("session_id") == session.session_id and item.get("learner_text")
    ]
    if not decisions:
        return session
    return replace(session, decision=decision_view(decisions[-1], lesson))


def passed_units(progress: Mapping[str, Any]) -> frozenset[str]:
    """The units that the record says are passed."""
    return frozenset(progress.get("passed_units", ()))


def own_passed(progress: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The checkpoints that the learner passed unaided, by unit."""
    return {
        unit["unit_id"]: frozenset(unit.get("own_passed_checkpoints", ()))
        for unit in progress.get("units", ())
    }


def decision_view(decided: Mapping[str, Any], lesson: LessonView | None = None) -> DecisionView:
    """Show a decision: its text for the learner, and the unit that it sends them to.

    Args:
        decided: With `action`, `learner_text`, `unit_done` and `next_unit`, which may be null.
        lesson: For titles that the decision leaves out.
    """
    action = str(decided.get("action", ""))
    unit: Mapping[str, Any] = decided.get("next_unit") or {}
    unit_id = str(unit.get("unit_id", ""))
    known = lesson.unit(unit_id) if lesson else None
    text = to_sentence(str(decided.get("learner_text", "")))
    if decided.get("unit_done") and not unit_id and action != _REMEDIATE:
        text = _LESSON_FINISHED
    return DecisionView(
        action=action,
        text=text,
        unit_id=unit_id,
        title=str(unit.get("title") or (known.title if known else title_of_id(unit_id))),
        unit_done=bool(decided.get("unit_done")),
    )


def _message(session: SessionView, result: Mapping[str, Any], *, submitted: bool) -> str:
    """Sum up what was looked at or submitted, in one sentence and one about what was not begun."""
    total = len(session.checkpoints)
    passed = sum(1 for item in session.checkpoints if item.passed)
    not_begun = set(result.get("not_begun", ())) if submitted else set()
    said = "Passed." if passed == total else f"{passed} of {total} passed."
    if not submitted and not any(item.begun for item in session.checkpoints):
        said = "Nothing is begun yet."
    missing = [item.objective for item in session.checkpoints if item.checkpoint_id in not_begun]
    if missing:
        said += " Not begun, so not handed in: " + "; ".join(missing) + "."
    return said
