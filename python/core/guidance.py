"""What a learner at work reads, in the viewport and in the sidebar alike: one picture for both.

It is made anew whenever the View changes, so that drawing only draws.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from .said import joined, say
from .unit_summary import Summary, summary_of
from .view import CheckpointView, LessonView, SessionView, UnitState

MOST_GOALS = 4
"""So many goals have a line each; of more, what is done and what is still to come is counted."""

TAKE_BACK = say("Ctrl Z takes it back.")
GO_BACK = say("Ctrl Z step by step, or Begin Again, takes it back.")
EDIT_MODE = say("You are in Edit Mode: moves there change the mesh, not the object.")
LEAVE_EDIT_MODE = say("Tab goes back.")
PAUSED = say("Paused. It goes on when you continue or touch the work.")

_NAMES_THE_KEY = re.compile(r"\bZ\b")
_HAS_VALUE = re.compile(r"\d")


class Mark(Enum):
    """How a goal stands."""

    DONE = "done"
    WRONG = "wrong"  # handed in untrue, or its order is broken
    NOW = "now"  # what the learner is at
    BEGUN = "begun"
    WAITING = "waiting"  # nothing was done about it yet


@dataclass(frozen=True)
class Goal:
    """A line on one goal, or on several that stand alike.

    Attributes:
        count: Such as "3/8"; "" of one thing.
        is_sum: Whether it stands for several goals.
    """

    text: str
    mark: Mark
    count: str = ""
    is_sum: bool = False


@dataclass(frozen=True)
class Guidance:
    """The running unit in the words of its screen.

    Attributes:
        unit_id: Of the unit.
        scene_name: Of the scene in which it is done.
        place: Such as "2/4", of the units of the lesson; "" of a lesson with one.
        marks: One a goal: whether it is reached.
        task: The author's instructions, on one line.
        hint: The hint that was shown last; "" before the first one.
        hint_place: Such as "1/3", of the hints; "" where there are none.
        goals: At most `MOST_GOALS` lines.
        now: The goal that the learner is at; None when all are reached.
        wrong: The one thing that is wrong now, with its value.
        way_out: How to take it back, where it is a slip.
        said: What the last look, hand-in or Undo came to.
        summary: Once the unit ended.
    """

    unit_id: str
    scene_name: str
    title: str
    place: str = ""
    marks: tuple[bool, ...] = ()
    task: str = ""
    hint: str = ""
    hint_place: str = ""
    goals: tuple[Goal, ...] = ()
    now: Goal | None = None
    wrong: str = ""
    way_out: str = ""
    said: str = ""
    is_paused: bool = False
    summary: Summary | None = None


def guidance_of(session: SessionView | None, lesson: LessonView) -> Guidance | None:
    """Say how the running unit stands; None while none runs."""
    if session is None:
        return None
    unit = lesson.unit(session.unit_id)
    at = _at(session.checkpoints)
    wrong = _wrong_one(session.checkpoints, at)
    text = _wrong_text(wrong.reasons) if wrong else ""
    way_out = _way_out(wrong, text)
    if session.edits_mesh:
        text, way_out = EDIT_MODE, LEAVE_EDIT_MODE
    return Guidance(
        unit_id=session.unit_id,
        scene_name=unit.scene_name if unit else "",
        title=session.title,
        place=_place(session, lesson),
        marks=tuple(bool(item.passed) for item in session.checkpoints),
        task=" ".join(session.instructions.split()),
        hint=session.hints[session.hints_shown - 1] if session.hints_shown else "",
        hint_place=f"{session.hints_shown}/{len(session.hints)}" if session.hints else "",
        goals=_goals(session.checkpoints, at),
        now=_goal(at, at) if at else None,
        wrong=text,
        way_out=way_out,
        said=session.message,
        is_paused=session.is_paused,
        summary=summary_of(session, lesson),
    )


def _place(session: SessionView, lesson: LessonView) -> str:
    ids = [unit.unit_id for unit in lesson.units]
    if session.unit_id not in ids or len(ids) == 1:
        return ""
    return f"{ids.index(session.unit_id) + 1}/{len(ids)}"


def _at(checkpoints: Sequence[CheckpointView]) -> CheckpointView | None:
    """The goal that the learner is at: a slip before all, then what was begun, then what comes."""
    left = [item for item in checkpoints if not item.passed]
    ranked = sorted(left, key=lambda item: (not item.is_slip, not item.begun))
    return ranked[0] if ranked else None


def _wrong_one(
    checkpoints: Sequence[CheckpointView], at: CheckpointView | None
) -> CheckpointView | None:
    if at is not None and at.reasons:
        return at
    return next((item for item in checkpoints if item.reasons and not item.passed), None)


def _wrong_text(reasons: Sequence[str]) -> str:
    """The first reason; where that is the author's word without a value, the value after it."""
    first, *others = reasons
    if others and not _HAS_VALUE.search(first) and _HAS_VALUE.search(others[0]):
        return joined((first, others[0]))
    return first


def _way_out(wrong: CheckpointView | None, text: str) -> str:
    if wrong is None or not wrong.is_slip or _NAMES_THE_KEY.search(text):
        return ""
    return GO_BACK if wrong.passed is False else TAKE_BACK


def _goals(checkpoints: Sequence[CheckpointView], at: CheckpointView | None) -> tuple[Goal, ...]:
    if len(checkpoints) <= MOST_GOALS:
        return tuple(_goal(item, at) for item in checkpoints)
    done = [item for item in checkpoints if item.passed]
    left = [item for item in checkpoints if not item.passed and item is not at]
    lines = []
    if done:
        lines.append(_sum(say("Done"), len(done), len(checkpoints), Mark.DONE))
    if at is not None:
        lines.append(_goal(at, at))
    space = MOST_GOALS - len(lines)
    shown = left if len(left) <= space else left[: space - 1]
    lines += [_goal(item, at) for item in shown]
    if len(left) > len(shown):
        lines.append(_sum(say("To Come"), len(left) - len(shown), len(checkpoints), Mark.WAITING))
    return tuple(lines)


def _sum(text: str, count: int, total: int, mark: Mark) -> Goal:
    return Goal(text, mark, f"{count}/{total}", is_sum=True)


def _goal(item: CheckpointView, at: CheckpointView | None) -> Goal:
    is_counted = item.parts > 0 and item.begun and not item.passed
    return Goal(
        item.objective, _mark(item, at), f"{item.parts_done}/{item.parts}" if is_counted else ""
    )


def _mark(item: CheckpointView, at: CheckpointView | None) -> Mark:
    if item.passed:
        return Mark.DONE
    if item.passed is False or item.is_slip:
        return Mark.WRONG
    if item is at and item.begun:
        return Mark.NOW
    return Mark.BEGUN if item.begun else Mark.WAITING


def next_unit(lesson: LessonView, resumes: str = "") -> str:
    """Id of the unit to go on with while none runs; "" where all that is open is passed.

    Args:
        resumes: Id of the unit that was begun last and never left, or "".
    """
    begun = lesson.unit(resumes)
    if begun is not None and begun.state is UnitState.READY:
        return begun.unit_id
    ready = [unit for unit in lesson.units if unit.state is UnitState.READY]
    half_done = (unit.unit_id for unit in ready if unit.passed_checkpoints)
    return next(half_done, ready[0].unit_id if ready else "")
