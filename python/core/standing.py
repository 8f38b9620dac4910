"""How much a learner is told of a verdict, and for how long: as long as it is true.

A first look says which part is not right yet; how to mend it stands in the hints, which are asked
for one by one, and in a second look at the same scene.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .errors import spoken
from .view import CheckpointView, SessionView

_FIRST_CLAUSE = re.compile(r"(\S+\s+\S+\s.*?)(?::\s|([.!?])\s+(?=[^\W\d_a-z]))")
"""Two words at least, up to a colon or the end of the first of several sentences."""

_ASK_MORE = "Check again to read more."


@dataclass(frozen=True)
class Standing:
    """How a checkpoint of the running unit stands at this moment.

    Attributes:
        begun: Whether the learner did anything about it.
        changed: Whether anything that it names changed since the learner looked last.
        needs_view: Whether it asks for a view.
        has_passed: Whether the last try that ended passed.
        evaluation: Of its condition; None where no verdict on the screen depends on it.
    """

    begun: bool
    changed: bool
    needs_view: bool = False
    has_passed: bool = False
    evaluation: Mapping[str, Any] | None = None


def needs_evaluation(
    item: CheckpointView, *, changed: bool, needs_view: bool, has_passed: bool
) -> bool:
    """Whether what the screen says of a checkpoint may have become untrue."""
    if has_passed and not item.passed:
        return True
    return bool(item.passed or item.reasons) and (changed or needs_view)


def as_it_stands(session: SessionView, standings: Mapping[str, Standing]) -> SessionView:
    """Take away what is not true any more, and tick what passed by itself.

    Returns:
        The very same object when all of it still is.
    """
    checkpoints = tuple(
        _still_true(item, standings[item.checkpoint_id])
        if item.checkpoint_id in standings
        else item
        for item in session.checkpoints
    )
    if checkpoints == session.checkpoints:
        return session
    is_summed_up = any(
        (now.begun, now.passed) != (item.begun, item.passed)
        for now, item in zip(checkpoints, session.checkpoints, strict=True)
    )
    message = "" if is_summed_up else session.message.removesuffix(_ASK_MORE).rstrip()
    return replace(session, checkpoints=checkpoints, message=message)


def after_look(
    session: SessionView, before: SessionView, judged: Sequence[Mapping[str, Any]]
) -> SessionView:
    """Say only what is not right yet; all of it where the same was said already.

    What ended, and a broken order with its way back, is told as a whole.

    Args:
        session: With all of the reasons.
        before: As it was before the look.
        judged: The checkpoints as the tool `evaluate_unit` tells them.
    """
    broken = {
        item["checkpoint_id"] for item in judged if _has_violation(item["evaluation"]["evidence"])
    }
    shown_before = {item.checkpoint_id: item for item in before.checkpoints}
    checkpoints = tuple(
        item
        if item.passed is not None or item.checkpoint_id in broken
        else _shortened(item, shown_before[item.checkpoint_id])
        for item in session.checkpoints
    )
    is_cut = any(item.is_brief for item in checkpoints)
    message = f"{session.message} {_ASK_MORE}" if is_cut else session.message
    return replace(session, checkpoints=checkpoints, message=message)


def briefly(reason: str) -> str:
    """What is not right, without what an author adds on how to mend it."""
    cut = _FIRST_CLAUSE.match(reason)
    return cut[1] + (cut[2] or ".") if cut else reason


def _shortened(item: CheckpointView, before: CheckpointView) -> CheckpointView:
    short = tuple(briefly(reason) for reason in item.reasons)
    has_been_said = before.is_brief and before.reasons == short
    if short == item.reasons or has_been_said:
        return item
    return replace(item, reasons=short, is_brief=True)


def _still_true(item: CheckpointView, now: Standing) -> CheckpointView:
    if now.has_passed and not item.passed and _holds(now):
        return replace(item, begun=True, passed=True, score=1.0, reasons=(), is_brief=False)
    begun = now.begun or bool(item.passed)
    if item.passed is False:
        return _without_verdict(item, begun) if now.changed else item
    if now.evaluation is None:
        return replace(item, begun=begun)
    if item.passed:
        # What was seen once was seen: looking away afterwards takes nothing back.
        is_untrue = not now.needs_view and not now.evaluation["passed"]
        return _without_verdict(item, now.begun) if is_untrue else item
    reasons = tuple(spoken(reason) for reason in now.evaluation["unmet"])
    if item.is_brief:
        reasons = tuple(briefly(reason) for reason in reasons)
    if reasons == item.reasons and (begun or now.needs_view):
        return replace(item, begun=begun)
    if now.needs_view:  # one cannot tell by oneself how a view misses, so it is followed
        return replace(item, begun=begun, reasons=reasons, is_brief=item.is_brief and bool(reasons))
    return _without_verdict(item, begun)


def _holds(now: Standing) -> bool:
    """What was seen once was seen; all else has to hold still."""
    return now.needs_view or (now.evaluation is not None and bool(now.evaluation["passed"]))


def _without_verdict(item: CheckpointView, begun: bool) -> CheckpointView:
    return replace(item, begun=begun, passed=None, score=0.0, reasons=(), is_brief=False)


def _has_violation(evidence: Mapping[str, Any]) -> bool:
    return "violation" in evidence or any(map(_has_violation, evidence.get("children", ())))
