"""How the checkpoints of the running unit stand, for what the panel says of them.

Reads what was observed last and observes nothing itself. Sentences are made only for what the
screen says something of.

Thread: main.
"""

from collections.abc import Iterable

from ..core.course import Course
from ..core.goal_parts import parts_of
from ..core.standing import Standing
from ..core.view import CheckpointView
from ..translation import text_of
from . import held_drag
from .running_unit import RunningUnit


def of_changed(unit: RunningUnit, shown: Iterable[CheckpointView]) -> dict[str, Standing]:
    """How those of the shown checkpoints stand that changed since the last call, by id."""
    changed = set(unit.run.take_changed())
    standings = {
        item.checkpoint_id: _standing(unit, item) for item in shown if item.checkpoint_id in changed
    }
    unit.tries.taken_back.clear()  # it is said once
    return standings


def courses(unit: RunningUnit) -> dict[str, Course]:
    """How the tries went of the checkpoints of which one ended, by id."""
    return dict(unit.tries.courses)


def ended_reasons(unit: RunningUnit, checkpoint_id: str) -> tuple[str, ...]:
    """What was not met when the last try of a checkpoint ended, as it is read here."""
    return tuple(map(text_of, unit.tries.ended_reasons.get(checkpoint_id, ())))


def reasons_now(unit: RunningUnit, checkpoint_id: str) -> tuple[str, ...]:
    """What is not met now, as it is read here."""
    return tuple(map(text_of, unit.run.reasons(checkpoint_id)))


def _standing(unit: RunningUnit, item: CheckpointView) -> Standing:
    one = item.checkpoint_id
    progress, holds = unit.tries.progress(one), unit.run.holds(one)
    is_told = not holds and bool(progress.begun or item.begun or item.reasons)
    is_counted = is_told and not held_drag.is_held(unit)  # amid a drag each millisecond counts
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
        is_taken_back=one in unit.tries.taken_back,
        reasons=reasons_now(unit, one) if is_told else (),
        parts_done=parts if holds else parts_done,
        parts=parts,
        course=unit.tries.course(one),
    )
