"""Which scene a window shows: a person's wish changes it, a client's work does not.

Thread: main.
"""

import bpy

from . import unit_reading


def show(scene: bpy.types.Scene) -> None:
    """Make a scene the one that is worked in: somebody at the window wants to see it."""
    window = unit_reading.first_window()
    if window is not None:
        window.scene = scene


def has_person() -> bool:
    """Whether somebody can look at this Blender."""
    return not bpy.app.background
