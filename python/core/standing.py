"""How much a learner reads of the work by itself and when looking, and for how long: while true.

What the panel says by itself follows the hand: which part is not right yet, with its measure, and a
broken order as a whole, with its way back. How to mend the rest stands in the hints, which are asked
for one by one, and in a look.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .course import Course
from .errors import to_sentence
from .said import say
from .scene_shapes import CheckpointState
from .view import CheckpointView, SessionView, with_parts

_ABBREVIATIONS = ("abb", "approx", "bzw", "ca", "evtl", "fig", "ggf", "inkl", "max", "min", "nr")
_NO_END = r"(?<!\d)(?<!\b[^\W\d_])" + "".join(rf"(?<!\b(?i:{one}))" for one in _ABBREVIATIONS)
"""Not behind a number (“the 3. Bolt” in German), a single letter (“z. B.”), or an abbreviation."""
_FIRST_CLAUSE = re.compile(rf"(\S+\s+\S+\s.*?)(?::\s|({_NO_END}\.|[!?])\s+(?=[^\W\d_a-z]))")
"""Two words at least, up to a colon or the end of the first of several sentences."""

_ASK_MORE = say("Check again says how to mend it, and counts as help.")
_ALL_SAID = say("Checked: no more can be said than stands here.")
_WAS_HELP = say("That was help: what you mend now is passed with help.")
TAKEN_BACK = say("You took it back yourself: it does not count against you.")


@dataclass(frozen=True)
class Standing:
    """How a checkpoint of the running unit stands at this moment.

    Attributes:
        begun: Whether the learner did anything about it.
        changed: Whether anything that it names changed since the learner looked last.
        needs_view: Whether it asks for a view.
        has_passed: Whether the last try that ended passed.
        holds: Whether its condition does.
        is_broken: Whether an order in it is violated.
        is_lost: Whether a try failed by that, and it still stands so.
        is_time_over: Whether it can hold no more, as the time that its author gave is over.
        is_taken_back: Whether the learner just took a slip back by Undo.
        is_put_back: Whether what changed last was Undo or a cancelled drag, and no work since.
        reasons: Sentences for what is not met.
        parts_done: How many of its parts hold.
        parts: How many there are; 0 where it is one thing.
        course: How its tries went.
    """

    begun: bool
    changed: bool
    needs_view: bool = False
    has_passed: bool = False
    holds: bool = False
    is_broken: bool = False
    is_lost: bool = False
    is_time_over: bool = False
    is_taken_back: bool = False
    is_put_back: bool = False
    reasons: tuple[str, ...] = ()
    parts_done: int = 0
    parts: int = 0
    course: Course = field(default_factory=Course)


def as_it_stands(session: SessionView, standings: Mapping[str, Standing]) -> SessionView:
    """Bring what the screen says of checkpoints in line with how they stand.

    Args:
        session: As it is shown.
        standings: Of the checkpoints that may stand otherwise than is shown.

    Returns:
        The very same object when all of it is true.
    """
    if not standings:
        return session
    checkpoints = tuple(
        _followed(item, standings[item.checkpoint_id]) if item.checkpoint_id in standings else item
        for item in session.checkpoints
    )
    message = _message(session, checkpoints, standings)
    return with_parts(session, checkpoints=checkpoints, message=message)


def _message(
    session: SessionView,
    checkpoints: Sequence[CheckpointView],
    standings: Mapping[str, Standing],
) -> str:
    """What the sentence over the checkpoints is from now on."""
    if any(now.is_taken_back for now in standings.values()):
        return TAKEN_BACK
    if checkpoints == session.checkpoints:
        return session.message
    if session.message in (TAKEN_BACK, _ASK_MORE, _ALL_SAID):
        return ""  # the work goes on
    is_summed_up = any(
        (now.begun, now.passed) != (item.begun, item.passed)
        for now, item in zip(checkpoints, session.checkpoints, strict=True)
    )
    return "" if is_summed_up else session.message


def after_look(
    session: SessionView, before: SessionView, judged: Sequence[CheckpointState]
) -> SessionView:
    """Say only what is not right yet; all of it where one looks again before anything changed.

    So the first look says no more than is shown without being asked, and costs nothing. What ended,
    and a broken order with its way back, is said as a whole.

    Args:
        session: With all of the reasons.
        before: As it was before the look.
        judged: The checkpoints as they were found.
    """
    broken = {item.checkpoint_id for item in judged if _has_violation(item.evaluation.evidence)}
    again = {item.checkpoint_id for item in judged if not item.changed}
    shown_before = {item.checkpoint_id: item for item in before.checkpoints}
    checkpoints = tuple(
        replace(item, is_slip=item.checkpoint_id in broken and bool(item.reasons))
        if item.passed is not None or item.checkpoint_id in broken
        else _shortened(
            item, shown_before[item.checkpoint_id], is_again=item.checkpoint_id in again
        )
        for item in session.checkpoints
    )
    looked = replace(session, checkpoints=checkpoints)
    wrong = [item for item in checkpoints if item.reasons and not item.passed]
    if any(item.is_brief for item in checkpoints):
        return replace(looked, message=_ASK_MORE)
    asked_again = bool(wrong) and all(item.checkpoint_id in again for item in wrong)
    if asked_again and not says_how_to_mend(looked):
        return replace(looked, message=_ALL_SAID)
    return looked


def with_failed_try(session: SessionView, failed_id: str, reasons: Sequence[str]) -> SessionView:
    """A try of a checkpoint was handed in and has failed, for these reasons."""
    said = tuple(map(to_sentence, reasons))
    checkpoints = tuple(
        with_parts(item, begun=True, passed=False, score=0.0, reasons=said, is_brief=False)
        if item.checkpoint_id == failed_id
        else item
        for item in session.checkpoints
    )
    return with_parts(session, checkpoints=checkpoints)


def says_how_to_mend(session: SessionView) -> tuple[str, ...]:
    """Ids of the checkpoints of which a look says more than is shown without being asked."""
    return tuple(
        item.checkpoint_id
        for item in session.checkpoints
        if item.passed is None
        and not item.is_slip
        and any(briefly(reason) != reason for reason in item.reasons)
    )


def after_help(session: SessionView) -> SessionView:
    """Say that what was read counts as help."""
    return replace(session, message=_WAS_HELP)


def briefly(reason: str) -> str:
    """What is not right, without what an author adds on how to mend it."""
    cut = _FIRST_CLAUSE.match(reason)
    return cut[1] + (cut[2] or ".") if cut else reason


def _shortened(item: CheckpointView, before: CheckpointView, *, is_again: bool) -> CheckpointView:
    short = tuple(briefly(reason) for reason in item.reasons)
    has_been_said = is_again and bool(before.reasons) and before.reasons in (short, item.reasons)
    if short == item.reasons or has_been_said:
        return item
    return replace(item, reasons=short, is_brief=True)


def with_courses(session: SessionView, courses: Mapping[str, Course]) -> SessionView:
    """Show how the tries of the checkpoints went until now, by their ids."""
    checkpoints = tuple(
        with_parts(item, course=courses.get(item.checkpoint_id, item.course))
        for item in session.checkpoints
    )
    return with_parts(session, checkpoints=checkpoints)


def _followed(item: CheckpointView, now: Standing) -> CheckpointView:
    shown = _as_it_stands(item, now)
    is_slip = now.is_broken and bool(shown.reasons)
    return with_parts(
        shown,
        is_found_so=item.was_found_so
        and not (now.begun or now.has_passed)
        and (now.holds or now.needs_view),  # what was seen once was seen
        is_slip=is_slip,
        is_time_over=now.is_time_over and not shown.passed,
        parts_done=now.parts_done,
        parts=now.parts,
        course=now.course,
    )


def _as_it_stands(item: CheckpointView, now: Standing) -> CheckpointView:
    is_right = now.holds or now.needs_view  # what was seen once was seen
    if now.has_passed and not item.passed and is_right:
        return with_parts(item, begun=True, passed=True, score=1.0, reasons=(), is_brief=False)
    if item.passed and is_right:
        return with_parts(item, begun=True)
    if item.passed is False and not now.changed:
        return item  # the verdict on what was handed in
    if now.is_lost:
        return _with_reasons(item, now, begun=True, passed=False, score=0.0)
    if now.holds or not _has_reasons_to_show(item, now):
        return with_parts(item, begun=now.begun, passed=None, score=0.0, reasons=(), is_brief=False)
    return _with_reasons(item, now, begun=now.begun, passed=None)


def _has_reasons_to_show(item: CheckpointView, now: Standing) -> bool:
    """Of what was put back nothing is wrong, but for what Undo cannot mend."""
    if now.is_time_over:
        return True
    if now.is_put_back and not now.is_broken:
        return False
    # One cannot tell by oneself how a view misses: once asked for, that is followed too.
    return now.begun or (now.needs_view and bool(item.reasons))


def _with_reasons(item: CheckpointView, now: Standing, **verdict: Any) -> CheckpointView:
    """In brief, unless more was asked for since the last change, or an order is broken."""
    whole = tuple(to_sentence(reason) for reason in now.reasons)
    was_asked = bool(item.reasons) and not item.is_brief and not now.changed
    shown = whole if was_asked or now.is_broken else tuple(briefly(reason) for reason in whole)
    return with_parts(item, reasons=shown, is_brief=shown != whole, **verdict)


def _has_violation(evidence: Mapping[str, Any]) -> bool:
    return "violation" in evidence or any(map(_has_violation, evidence.get("children", ())))
