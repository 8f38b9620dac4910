"""How the checkpoints of the running unit stand, for what the panel says of them.

Reads what was observed last and observes nothing itself. Sentences are made only for what the
screen says something of.

Thread: main.
"""

from collections.abc import Iterable

from ..core.course import Course
from ..core.goal_parts import may_have_parts, parts_of
from ..core.scene_types import message_templates
from ..core.standing import Standing
from ..core.view import CheckpointView
from ..translation import text_of
from . import held_drag
from .running_unit import Cause, RunningUnit

_TIME_OVER = message_templates()["within.time_is_over"]
"""How the sentence begins that says so, in English."""


def of_changed(unit: RunningUnit, shown: Iterable[CheckpointView]) -> dict[str, Standing]:
    """How those of the shown checkpoints stand that changed since the last call, by id."""
    changed = set(unit.run.take_changed())
    _note_put_back(unit, changed)
    standings = {
        item.checkpoint_id: _standing(unit, item) for item in shown if item.checkpoint_id in changed
    }
    unit.tries.taken_back.clear()  # it is said once
    return standings


def _note_put_back(unit: RunningUnit, changed: set[str]) -> None:
    """That time passed says nothing of what the learner did last."""
    if unit.cause is Cause.PUT_BACK:
        unit.tries.put_back |= changed
    elif unit.cause is Cause.WORK:
        unit.tries.put_back -= changed


def courses(unit: RunningUnit) -> dict[str, Course]:
    """How the tries went of the checkpoints of which one ended, by id."""
    return dict(unit.tries.courses)


def ended_reasons(unit: RunningUnit, checkpoint_id: str) -> tuple[str, ...]:
    """What was not met when the last try of a checkpoint ended, as it is read here."""
    return tuple(map(text_of, unit.tries.ended_reasons.get(checkpoint_id, ())))


def reasons_now(unit: RunningUnit, checkpoint_id: str) -> tuple[str, ...]:
    """What is not met now, as it is read here; first what nothing can mend any more."""
    said = unit.run.reasons(checkpoint_id)
    if _is_time_over(unit, checkpoint_id):
        said.sort(key=lambda one: not one.text().startswith(_TIME_OVER))
    return tuple(map(text_of, said))


def _is_time_over(unit: RunningUnit, checkpoint_id: str) -> bool:
    """Whether it can never hold any more, though the learner did nothing wrong: too much time went."""
    progress = unit.tries.progress(checkpoint_id)
    is_broken = progress.slipped or progress.lost
    return unit.run.is_lost(checkpoint_id) and not is_broken and not unit.run.holds(checkpoint_id)


def _standing(unit: RunningUnit, item: CheckpointView) -> Standing:
    one = item.checkpoint_id
    progress, holds = unit.tries.progress(one), unit.run.holds(one)
    is_time_over = _is_time_over(unit, one)
    is_told = not holds and bool(progress.begun or item.begun or item.reasons or is_time_over)
    has_parts = may_have_parts(unit.tries.triggers[one].trigger_conditions)
    is_counted = has_parts and is_told and not held_drag.is_held(unit)  # amid a drag time counts
    evidence = unit.run.evaluate(one).evidence if is_counted else None
    parts_done, parts = (item.parts_done, item.parts) if evidence is None else parts_of(evidence)
    return Standing(
        begun=progress.begun,
        changed=progress.changed,
        needs_view=unit.run.asks_for_view(one),
        has_passed=unit.tries.has_passed(one),
        holds=holds,
        is_broken=progress.slipped or progress.lost,
        is_lost=progress.lost,
        is_time_over=is_time_over,
        is_taken_back=one in unit.tries.taken_back,
        is_put_back=one in unit.tries.put_back,
        reasons=reasons_now(unit, one) if is_told else (),
        parts_done=parts if holds else parts_done,
        parts=parts,
        course=unit.tries.course(one),
    )
