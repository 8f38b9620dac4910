"""The frame of what is said to a person until they put it away, and where it stands.

For a learner it stands below the task: nothing that is pressed may move when it comes. It has a
header there, for Blender puts panels without one above all others. Authors and instructors, whose
panels are long, would not see it there, and have it above.
"""

import bpy

from .. import modes
from ..modes import Mode
from . import marks
from .sidebar import Sidebar
from .text import paragraph


class Framed(Sidebar):
    """What both places of one thing that is said have in common."""

    layout: bpy.types.UILayout

    @classmethod
    def has_something(cls) -> bool:
        """Whether there is anything to be said."""
        raise NotImplementedError


class BelowTask(Framed):
    """Where a learner reads it."""

    bl_order = 3

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return cls.has_something() and modes.current() is Mode.LEARN


class Above(Framed):
    """Where authors and instructors read it."""

    bl_options = {"HIDE_HEADER"}
    bl_order = 0

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return cls.has_something() and modes.current() is not Mode.LEARN


def draw_said(
    box: bpy.types.UILayout, context: bpy.types.Context, text: str, icon: str, dismiss: str
) -> None:
    """Draw what is said, and at the end of its line a button of its own that puts it away.

    Args:
        dismiss: The operator that does it.
    """
    row = box.row()
    paragraph(row, context, text, icon=icon, right=" ", in_box=True)
    row.operator(dismiss, text="", icon=marks.DISMISS, emboss=False)


def draw_way_out(box: bpy.types.UILayout, context: bpy.types.Context, text: str) -> None:
    """Draw what can be done about it."""
    paragraph(box, context, text, icon="BLANK1", in_box=True)
