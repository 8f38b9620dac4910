"""From replies to what the learner sees: the running unit, its checkpoints, the decision."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from .errors import spoken
from .outline import words
from .view import CheckpointView, DecisionView, LessonView, SessionView

READING_COMMANDS = frozenset({"observe_checkpoint", "observe_unit", "show_hint"})
"""Scene commands that leave the authored data as it was."""

_LESSON_FINISHED = "You have finished the lesson."
_REMEDIATE = "remediate_prerequisites"


def after_command(
    session: SessionView | None,
    command: str,
    arguments: Mapping[str, Any],
    reply: Mapping[str, Any],
) -> SessionView | None:
    """Follow the running unit through a scene command, whichever client asked for it.

    Returns:
        The new state; the very same object when the command does not touch it.
    """
    if command == "start_unit":
        return _started(arguments, reply)
    if session is None:
        return None
    if command == "end_unit" and arguments.get("session_id") == session.session_id:
        return None
    if (reply.get("session_id") or arguments.get("session_id")) != session.session_id:
        return session
    if command == "observe_checkpoint":
        return _observed(session, [reply], reply.get("ended", ()))
    if command == "observe_unit":
        return _observed(session, reply["checkpoints"], reply.get("ended", ()))
    if command == "show_hint":
        shown = min(int(reply["hints_shown"]), len(session.hints))
        return replace(session, hints_shown=shown)
    return session


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

    What was passed in earlier runs of the unit is only told: the objects stand where the unit
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
    text = spoken(str(decided.get("learner_text", "")))
    if decided.get("unit_done") and not unit_id and action != _REMEDIATE:
        text = _LESSON_FINISHED
    return DecisionView(
        action=action,
        text=text,
        unit_id=unit_id,
        title=str(unit.get("title") or (known.title if known else words(unit_id))),
        unit_done=bool(decided.get("unit_done")),
    )


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
            for item in sorted(reply.get("checkpoints", ()), key=_place_among(reply))
        ),
    )


def _place_among(reply: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], int]:
    """A unit tells its checkpoints by name; its objectives stand as their author ordered them."""
    objectives = list(reply.get("learning_objectives", ()))

    def place(checkpoint: Mapping[str, Any]) -> int:
        objective = checkpoint.get("learning_objective", "")
        return objectives.index(objective) if objective in objectives else len(objectives)

    return place


def _observed(
    session: SessionView,
    judged: Iterable[Mapping[str, Any]],
    ended: Iterable[Mapping[str, Any]],
) -> SessionView:
    by_id = {item["checkpoint_id"]: item for item in judged}
    ends = {item["checkpoint_id"]: item for item in ended}  # the last of each
    checkpoints = tuple(
        _judged(item, by_id.get(item.checkpoint_id), ends.get(item.checkpoint_id))
        for item in session.checkpoints
    )
    return replace(session, checkpoints=checkpoints, message="", decision=None)


def _judged(
    item: CheckpointView, judged: Mapping[str, Any] | None, ended: Mapping[str, Any] | None
) -> CheckpointView:
    """One checkpoint after a look: what ended is said so, what goes on says what is missing."""
    if judged is None and ended is None:
        return item
    if judged is None:
        assert ended is not None
        return _with_evaluation(item, ended["evaluation"], ended["outcome"] == "passed", True)
    evaluation = judged["evaluation"]
    if ended is not None and ended["outcome"] != "passed" and not evaluation["passed"]:
        return _with_evaluation(item, ended["evaluation"], False, True)
    if not judged["begun"] and ended is None:
        # Whether one sees a thing well enough cannot be told by oneself, so that is said at once.
        is_view = bool(judged.get("needs_view"))
        return _with_evaluation(item, evaluation if is_view else {}, None, False)
    if evaluation["passed"]:
        return _with_evaluation(item, evaluation, True, True)
    is_still_failed = item.passed is False and not judged["changed"]
    return _with_evaluation(item, evaluation, False if is_still_failed else None, True)


def _with_evaluation(
    item: CheckpointView, evaluation: Mapping[str, Any], passed: bool | None, begun: bool
) -> CheckpointView:
    return replace(
        item,
        begun=begun,
        passed=passed,
        score=float(evaluation.get("score", 0.0)),
        reasons=tuple(spoken(reason) for reason in evaluation.get("unmet", ())),
        is_brief=False,
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
