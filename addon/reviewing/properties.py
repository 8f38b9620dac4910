"""The rows that Blender's lists are drawn from. They hold nothing: names are drawn from the View.

A file keeps the window manager's properties: a learner's name in them would leave with the lesson.

Thread: main.
"""

import bpy


class MALLOC_VR_PG_review_row(bpy.types.PropertyGroup):
    """A line of a list."""


def fill(learners: int, steps: int) -> None:
    """Have the lists show so many lines. Not for a draw."""
    manager = bpy.context.window_manager
    if manager is None or not hasattr(manager, "malloc_vr_review_rows"):
        return
    _resize(manager.malloc_vr_review_rows, learners)
    _resize(manager.malloc_vr_review_steps, steps)


def _resize(rows: bpy.types.CollectionProperty, count: int) -> None:
    while len(rows) > count:
        rows.remove(len(rows) - 1)
    while len(rows) < count:
        rows.add()
