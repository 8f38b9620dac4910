"""Hints made from a goal: sentences where the author wrote none, and shapes in the scene.

Thread: main.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import bpy

from ..core import keys
from ..core.errors import rejection
from ..core.goal_hints import hints_for
from ..translation import shown
from . import conditions, goals, hint_objects, texts


@dataclass(frozen=True)
class MadeHints:
    """How many sentences were written into the goal, and how many shapes stand in its scene."""

    sentences: int
    shapes: int


def make(scene: bpy.types.Scene, trigger: bpy.types.Object) -> MadeHints | None:
    """Make the hints of a goal; None, and nothing is changed, where it is about no object yet.

    They are that goal's: a learner reads and sees them while at it. What its author wrote, or wrote
    for the unit's only goal, is better and stays.
    """
    said = hints_for(conditions.read(trigger))
    if not said:
        return None
    is_silent = not _are_written(scene, trigger)
    if is_silent:
        texts.write(trigger, keys.HINTS, tuple(map(shown, said)))
    shapes = hint_objects.make(scene, trigger)
    return MadeHints(len(said) if is_silent else 0, len(shapes))


def make_all(scene: bpy.types.Scene, triggers: Sequence[bpy.types.Object]) -> dict[str, MadeHints]:
    """Make the hints of all of these goals that are about an object; by the goals' ids."""
    made = {goals.id_of(trigger): make(scene, trigger) for trigger in triggers}
    return {goal_id: one for goal_id, one in made.items() if one is not None}


def make_or_reject(
    scene: bpy.types.Scene, triggers: Sequence[bpy.types.Object]
) -> dict[str, MadeHints]:
    """The same for whoever asked for it.

    Raises:
        BadArgument: None of them is about an object yet.
    """
    made = make_all(scene, triggers)
    if not made:
        raise rejection(
            "VALIDATION_ERROR",
            "No goal of this unit is about an object yet.",
            remedy="Add a goal, or pick its object, then make the hints.",
        )
    return made


def _are_written(scene: bpy.types.Scene, trigger: bpy.types.Object) -> bool:
    is_alone = goals.goals_of(scene) == [trigger]
    return bool(texts.read(trigger, keys.HINTS) or (is_alone and texts.read(scene, keys.HINTS)))
