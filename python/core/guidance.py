"""What a learner at work reads, in the viewport and in the sidebar alike: one picture for both.

It is made anew whenever the View changes, so that drawing only draws.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from .due_hints import due_goal, due_hints, is_stuck
from .said import joined, say, say_count
from .unit_summary import Summary, summary_of
from .view import CheckpointView, LessonView, SessionView, UnitState

MOST_GOALS = 4
"""So many goals have a line each; of more, what is done and what is still to come is counted."""

TAKE_BACK = say("Ctrl Z takes it back.")
GO_BACK = say("Ctrl Z step by step, or Begin Again, takes it back.")
START_OVER = say("Begin Again gives you the time anew.")
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
        note: What a tick, or none, does not say by itself, such as that there was help.
        is_sum: Whether it stands for several goals.
    """

    text: str
    mark: Mark
    count: str = ""
    is_sum: bool = False
    note: str = ""


@dataclass(frozen=True)
class Guidance:
    """The running unit in the words of its screen.

    Attributes:
        unit_id: Of the unit.
        scene_name: Of the scene in which it is done.
        place: Such as "2/4", of the units of the lesson; "" of a lesson with one.
        marks: One a goal: whether it is reached.
        task: The author's instructions, on one line.
        hint: The hint for `now` that was shown last; "" before the first one.
        hint_place: Such as "1/3", of the hints for it; "" where there are none.
        hints_read: All of them that were shown.
        are_hints_left: Whether there is one to ask for.
        asks: Whether `now` is a question, which is answered beside the viewport.
        goals: At most `MOST_GOALS` lines.
        now: The goal that the learner is at; None when all are reached.
        wrong: The one thing that is wrong now, with its value.
        way_out: How to take it back, where it is a slip; how to start over, where time is over.
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
    hints_read: tuple[str, ...] = ()
    are_hints_left: bool = False
    asks: bool = False
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
    at = due_goal(session.checkpoints)
    hints = due_hints(session)
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
        marks=tuple(item.is_met for item in session.checkpoints),
        task=" ".join(session.instructions.split()),
        hint=hints.last_shown,
        hint_place=f"{hints.shown}/{len(hints.texts)}" if hints.texts else "",
        hints_read=hints.read,
        are_hints_left=hints.are_left,
        asks=at is not None and at.is_question,
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
    if wrong is not None and wrong.is_time_over:
        return START_OVER
    if wrong is None or not wrong.is_slip:
        return ""
    if wrong.passed is False:  # more was done since, so that one step back is not enough
        return GO_BACK
    return "" if _NAMES_THE_KEY.search(text) else TAKE_BACK


def _goals(checkpoints: Sequence[CheckpointView], at: CheckpointView | None) -> tuple[Goal, ...]:
    if len(checkpoints) <= MOST_GOALS:
        return tuple(_goal(item, at) for item in checkpoints)
    done = [item for item in checkpoints if item.is_met]
    left = [item for item in checkpoints if not item.is_met and item is not at]
    lines = []
    if done:
        far = f"{len(done)}/{len(checkpoints)}"
        lines.append(Goal(say("Done"), Mark.DONE, far, is_sum=True))
    if at is not None:
        lines.append(_goal(at, at))
    space = MOST_GOALS - len(lines)
    shown = left if len(left) <= space else left[: space - 1]
    lines += [_goal(item, at) for item in shown]
    if len(left) > len(shown):
        more = say_count(len(left) - len(shown), "1 more to come", "{count} more to come")
        lines.append(Goal(more, Mark.WAITING, is_sum=True))
    return tuple(lines)


def _goal(item: CheckpointView, at: CheckpointView | None) -> Goal:
    is_counted = item.parts > 0 and item.begun and not item.passed
    count = f"{item.parts_done}/{item.parts}" if is_counted else ""
    return Goal(item.objective, _mark(item, at), count, note=_note(item))


def _note(item: CheckpointView) -> str:
    if item.passed:
        return say("with help") if item.course.was_helped and not item.passed_before else ""
    return say("passed before") if item.passed_before else ""


def _mark(item: CheckpointView, at: CheckpointView | None) -> Mark:
    if item.is_met:
        return Mark.DONE
    if item.passed is False or is_stuck(item):
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
    half_done = (
        unit.unit_id for unit in ready if unit.passed_checkpoints or unit.helped_checkpoints
    )
    return next(half_done, ready[0].unit_id if ready else "")
