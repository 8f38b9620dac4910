"""What a learner reads at the end of a unit: how it went, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from .due_hints import due_hints
from .said import joined, say, say_count
from .view import CheckpointView, DecisionView, LessonView, SessionView, UnitState, UnitView

_REMEDIATE = "remediate_prerequisites"
_SECONDS_A_MINUTE = 60
_COMPLETE = say("The lesson is complete.")
STANDS_FROM_BEFORE = say("You passed this before, and all of it still stands.")
_HINT_HELPS = say("A hint can help.")
_WITHOUT_COUNT = frozenset(("", "begin", "go_back", "try_with_hint"))
"""Kinds of advice that count nothing. Any other is said anew of what the screen lists now: the
decision counts what the record has, also of other runs, and was made before the last tick."""


@dataclass(frozen=True)
class Summary:
    """How a unit ended.

    Attributes:
        headline: The one verdict, with what to do next.
        kept: What stays though the headline asks for more; "" where nothing is to be said.
        well: Goals that were reached at the first try and unaided.
        practise: Goals that took more tries, or help.
        spent: How long it took; "" where that is not known.
        next_unit_id: The unit to start now; "" where there is none.
        next_title: Of that unit.
        goes_back: Whether it is one that this unit builds on.
        is_passed: Whether every goal is reached and still stands.
        asks_again: Whether it is to be done once more without help.
    """

    headline: str
    kept: str = ""
    well: tuple[str, ...] = ()
    practise: tuple[str, ...] = ()
    spent: str = ""
    next_unit_id: str = ""
    next_title: str = ""
    goes_back: bool = False
    is_passed: bool = False
    asks_again: bool = False


def summary_of(session: SessionView, lesson: LessonView) -> Summary | None:
    """Sum up a unit once nothing is left to do, or something of it was decided on; else None."""
    if not (session.passed or session.stands_from_before) and session.decision is None:
        return None
    following = _following(session, lesson)
    decision = session.decision
    goes_back = decision is not None and decision.action == _REMEDIATE
    return Summary(
        headline=_headline(session, lesson, following),
        kept=say("You passed this unit, and that stays.")
        if decision is not None and decision.unit_done and _is_on_the_way(session)
        else "",
        well=_well(session.checkpoints),
        practise=_practise(session.checkpoints),
        spent=duration_text(session.active_seconds) if session.passed else "",
        next_unit_id=following.unit_id if following else "",
        next_title=following.title if following else "",
        goes_back=goes_back and following is not None,
        is_passed=session.passed,
        asks_again=session.passed and not all(map(_is_own, session.checkpoints)),
    )


def why_nothing_follows(session: SessionView, summary: Summary | None) -> str:
    """What to do first where a learner wants to go on and no unit comes next."""
    if not _is_on_the_way(session):
        return summary.headline if summary is not None else ""
    if session.decision is not None and session.decision.unit_done and summary is not None:
        return joined((summary.kept, summary.headline))
    left = sum(1 for item in session.checkpoints if not item.is_met)
    return say_count(
        left,
        "Nothing comes next yet: one goal is left.",
        "Nothing comes next yet: {count} goals are left.",
    )


def duration_text(seconds: float) -> str:
    """How long something took, as a person says it; "" for no time at all."""
    whole = round(seconds)
    if whole <= 0:
        return ""
    minutes, rest = divmod(whole, _SECONDS_A_MINUTE)
    if minutes == 0:
        return say("{rest} s", rest=rest)
    if rest == 0:
        return say("{minutes} min", minutes=minutes)
    return say("{minutes} min {rest} s", minutes=minutes, rest=rest)


def _headline(session: SessionView, lesson: LessonView, following: UnitView | None) -> str:
    decision = session.decision
    if session.stands_from_before:
        return STANDS_FROM_BEFORE
    if not session.passed:
        assert decision is not None  # summed up only then
        return _on_the_way(session, decision)
    helped = [item for item in session.checkpoints if not _is_own(item)]
    if helped:
        return _once_more(len(helped))
    if following is not None:
        return say("Passed. Next is “{title}”.", title=following.title)
    others = [unit for unit in lesson.units if unit.unit_id != session.unit_id]
    is_last = all(unit.state is UnitState.PASSED for unit in others)
    return joined((say("Passed."), _COMPLETE)) if is_last else say("Passed.")


def _on_the_way(session: SessionView, decision: DecisionView) -> str:
    """What is left, counted as it is listed: what was passed before is marked so there."""
    can_help = due_hints(session).are_left
    if decision.advice == "try_with_hint" and not can_help:
        return say("Try again.")
    if decision.advice in _WITHOUT_COUNT and decision.text:
        return decision.text
    if decision.unit_done:
        open_now = sum(1 for item in session.checkpoints if not item.is_met)
        return say_count(
            open_now, "One goal is left this time.", "{count} goals are left this time."
        )
    left = sum(1 for item in session.checkpoints if not (item.passed or item.passed_before))
    helped = sum(1 for item in session.checkpoints if item.passed and not _is_own(item))
    if not left:
        return _once_more(helped) if helped else say("Go on.")
    said = say_count(left, "One goal is left.", "{count} goals are left.")
    is_offered = can_help and decision.advice == "go_on_with_hint"
    return joined((said, _HINT_HELPS)) if is_offered else said


def _once_more(count: int) -> str:
    return say_count(
        count,
        "Passed with help. To finish, do one goal once more without help.",
        "Passed with help. To finish, do {count} goals once more without help.",
    )


def _following(session: SessionView, lesson: LessonView) -> UnitView | None:
    """The unit that comes next: the one decided on, else the next one that is open."""
    decided = _decided(session.decision, lesson)
    if decided is not None or _is_on_the_way(session):
        return decided
    if not all(map(_is_own, session.checkpoints)):
        return None  # this one comes first, once more
    ids = [unit.unit_id for unit in lesson.units]
    here = ids.index(session.unit_id) if session.unit_id in ids else -1
    in_turn = (*lesson.units[here + 1 :], *lesson.units[: max(here, 0)])
    return next((unit for unit in in_turn if unit.state is UnitState.READY), None)


def _is_on_the_way(session: SessionView) -> bool:
    return not (session.passed or session.stands_from_before)


def _decided(decision: DecisionView | None, lesson: LessonView) -> UnitView | None:
    return lesson.unit(decision.unit_id) if decision is not None and decision.unit_id else None


def _is_own(item: CheckpointView) -> bool:
    return item.passed_before or not item.course.was_helped


def _well(checkpoints: Sequence[CheckpointView]) -> tuple[str, ...]:
    return tuple(item.objective for item in checkpoints if item.passed and not _took_more(item))


def _practise(checkpoints: Sequence[CheckpointView]) -> tuple[str, ...]:
    return tuple(item.objective for item in checkpoints if _took_more(item))


def _took_more(item: CheckpointView) -> bool:
    return item.course.failed > 0 or item.course.was_helped
