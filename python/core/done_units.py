"""Which units a learner has done, as the open file has them now."""

from collections.abc import Collection, Mapping

from .lesson import Lesson, Unit
from .scene_types import unit_done


def done_units(
    lesson: Lesson,
    own_passed: Mapping[str, Collection[str]],
    elsewhere: Collection[str],
) -> frozenset[str]:
    """Judge the lesson's units by the checkpoints that they have now.

    Args:
        own_passed: By unit, the checkpoints that the learner passed unaided.
        elsewhere: What the record says is done; it counts for units that the lesson does not have.
    """
    here = {unit.unit_id: _checkpoints(unit) for unit in lesson.units}
    done = {
        unit_id
        for unit_id, checkpoints in here.items()
        if unit_done(set(own_passed.get(unit_id, ())), checkpoints)
    }
    return frozenset(done | (set(elsewhere) - here.keys()))


def _checkpoints(unit: Unit) -> list[str]:
    return [item.checkpoint_id for item in unit.triggers if item.can_be_judged]
