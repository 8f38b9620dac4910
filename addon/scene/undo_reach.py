"""How far back Undo reaches: as far as Blender can, for as long as something depends on it.

Thread: main. The person's own preferences come back, and count as unchanged by this.
"""

from dataclasses import dataclass

import bpy

STEPS_MAX = 256
"""The most that Blender takes."""


@dataclass(frozen=True)
class UndoReach:
    """What the preferences said."""

    steps: int
    memory_megabytes: int


def extend() -> UndoReach:
    """Have Undo reach as far as it can."""
    edit = bpy.context.preferences.edit
    before = UndoReach(edit.undo_steps, edit.undo_memory_limit)
    _set(UndoReach(STEPS_MAX, 0))
    return before


def put_back(before: UndoReach) -> None:
    """Have it reach as far as the person chose."""
    _set(before)


def _set(reach: UndoReach) -> None:
    preferences = bpy.context.preferences
    was_dirty = preferences.is_dirty  # else Blender would save our figure when it ends
    preferences.edit.undo_steps = reach.steps
    preferences.edit.undo_memory_limit = reach.memory_megabytes
    preferences.is_dirty = was_dirty
