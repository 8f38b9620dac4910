"""Hints made from a goal: sentences where the author wrote none, and shapes in the scene.

Thread: main.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import bpy

from ..core import keys
from ..core.goal_hints import hints_for
from ..translation import shown
from . import conditions, hint_objects, texts


@dataclass(frozen=True)
class MadeHints:
    """How many sentences were written into the unit, and how many shapes stand in its scene."""

    sentences: int
    shapes: int


def has_any(scene: bpy.types.Scene) -> bool:
    """Whether the unit of a scene has hints, written or made."""
    return bool(texts.read(scene, keys.HINTS))


def make(scene: bpy.types.Scene, trigger: bpy.types.Object) -> MadeHints | None:
    """Make the hints of a goal; None, and nothing is changed, where it is about no object yet."""
    said = hints_for(conditions.read(trigger))
    if not said:
        return None
    is_silent = not has_any(scene)  # what the author wrote is better
    if is_silent:
        texts.write(scene, keys.HINTS, tuple(map(shown, said)))
    shapes = hint_objects.make(scene, trigger)
    return MadeHints(len(said) if is_silent else 0, len(shapes))


def make_of_first(scene: bpy.types.Scene, triggers: Sequence[bpy.types.Object]) -> bool:
    """Give a unit without hints those of the first of these goals that has some; whether it has."""
    return not has_any(scene) and any(make(scene, trigger) is not None for trigger in triggers)
