"""From results of tools to what the learner sees: how a look went, the progress, the decision."""

from dataclasses import replace

from .errors import to_sentence
from .recognised import recognised
from .replies import DecisionProgress, EvaluateUnitReply, ProgressReply, UnitDecisionReply
from .said import joined, say
from .unit_ids import title_of_id
from .unit_summary import STANDS_FROM_BEFORE
from .view import DecisionView, LessonView, SessionView

_LESSON_FINISHED = say("You have finished the lesson.")
_REMEDIATE = "remediate_prerequisites"


def after_evaluation(
    session: SessionView, result: EvaluateUnitReply, *, submitted: bool
) -> SessionView:
    """Say what a *Check* or *Done* came to, and show the decision that came with it.

    Args:
        session: As the scene command left it.
        result: What came of the work.
    """
    return replace(
        session,
        message=_message(session, result, submitted=submitted),
        decision=decision_view(result.decision) if result.decision else None,
    )


def with_progress(session: SessionView, progress: ProgressReply, lesson: LessonView) -> SessionView:
    """Show the last decision of this session where another client had it made.

    What was passed in earlier runs of the unit is said, and ticked where it was found so.

    Args:
        progress: Of the learner of this session.
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
        for item in progress.decisions
        if item.session_id == session.session_id and item.learner_text
    ]
    if not decisions:
        return session
    return replace(session, decision=decision_view(decisions[-1], lesson))


def passed_units(progress: ProgressReply) -> frozenset[str]:
    """The units that the record says are passed."""
    return frozenset(progress.passed_units)


def own_passed(progress: ProgressReply) -> dict[str, frozenset[str]]:
    """The checkpoints that the learner passed unaided, by unit."""
    return {unit.unit_id: frozenset(unit.own_passed_checkpoints) for unit in progress.units}


def helped_passed(progress: ProgressReply) -> dict[str, frozenset[str]]:
    """The checkpoints that the learner passed with help and never unaided, by unit."""
    return {
        unit.unit_id: frozenset(unit.passed_checkpoints) - frozenset(unit.own_passed_checkpoints)
        for unit in progress.units
    }


def decision_view(
    decided: UnitDecisionReply | DecisionProgress, lesson: LessonView | None = None
) -> DecisionView:
    """Show a decision: its text for the learner, and the unit that it sends them to.

    Args:
        decided: Now, or as it stands in the record.
        lesson: For titles that the decision leaves out.
    """
    unit_id = decided.next_unit.unit_id if decided.next_unit else ""
    title = decided.next_unit.title if decided.next_unit else ""
    known = lesson.unit(unit_id) if lesson else None
    text = to_sentence(recognised(decided.learner_text))
    if decided.unit_done and not unit_id and decided.action != _REMEDIATE:
        text = _LESSON_FINISHED
    return DecisionView(
        action=decided.action,
        text=text,
        unit_id=unit_id,
        title=title or (known.title if known else title_of_id(unit_id)),
        unit_done=decided.unit_done,
        advice=decided.advice,
    )


def _message(session: SessionView, result: EvaluateUnitReply, *, submitted: bool) -> str:
    """Sum up what was looked at or submitted, in one sentence and one about what was not begun."""
    if session.stands_from_before:
        return STANDS_FROM_BEFORE
    total = len(session.checkpoints)
    passed = sum(1 for item in session.checkpoints if item.is_met)
    not_begun = set(result.not_begun) if submitted else set()
    said = (
        say("Passed.")
        if passed == total
        else say("{passed} of {total} passed.", passed=passed, total=total)
    )
    if not submitted and not any(item.begun or item.is_met for item in session.checkpoints):
        said = say("Nothing is done yet.")
    missing = [
        item.objective
        for item in session.checkpoints
        if item.checkpoint_id in not_begun and not item.is_met
    ]
    if missing and not any(item.begun for item in session.checkpoints):
        return say("Nothing is done yet, so nothing was handed in.")
    if missing:
        left = say("Not done yet, so not handed in: {goals}", goals=to_sentence("; ".join(missing)))
        said = joined((said, left))
    return said
