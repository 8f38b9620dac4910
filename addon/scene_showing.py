"""Which scene a window shows: a person's wish changes it, a client's work does not.

Thread: main.
"""

import bpy

from . import scene_reading, tracking


def show(scene: bpy.types.Scene) -> None:
    """Make a scene the one that is worked in: somebody at the window wants to see it."""
    window = scene_reading.first_window()
    if window is not None:
        window.scene = scene


def may_follow(learner_label: str) -> bool:
    """Whether a unit that a client starts for a learner may come up in the window by itself.

    It may where nobody sits before it, and where that learner does: at work in the unit that runs,
    in the scene that the window shows. Whoever else is there is busy with something of their own,
    and the panel offers the unit.
    """
    if not has_person():
        return True
    running = tracking.running()
    if running is None or running.learner_label != learner_label:
        return False
    scene = tracking.scene_of(running)
    return scene is not None and scene_reading.current_scene() == scene


def has_person() -> bool:
    """Whether somebody can look at this Blender."""
    return not bpy.app.background
