"""Registering the properties that an author edits."""

import bpy

from ..scene import framing, window_scene
from .condition_row import MALLOC_VR_PG_condition_row
from .goal_properties import MALLOC_VR_PG_goal
from .unit_properties import MALLOC_VR_PG_unit

_CLASSES = (MALLOC_VR_PG_condition_row, MALLOC_VR_PG_goal, MALLOC_VR_PG_unit)
_register_classes, _unregister_classes = bpy.utils.register_classes_factory(_CLASSES)


def _shown_scene(_manager: bpy.types.WindowManager) -> int:
    """Place of the window's scene among all; by it the list shows which unit is open."""
    return bpy.data.scenes.find(bpy.context.scene.name) if bpy.context.scene else -1


def _show_scene(_manager: bpy.types.WindowManager, index: int) -> None:
    scenes = bpy.data.scenes
    if 0 <= index < len(scenes):
        window_scene.show(scenes[index])
        framing.stand_at_camera(scenes[index])


def register() -> None:
    """A unit's properties on every scene, a goal's on every object."""
    _register_classes()
    bpy.types.Scene.malloc_vr = bpy.props.PointerProperty(type=MALLOC_VR_PG_unit)
    bpy.types.Object.malloc_vr = bpy.props.PointerProperty(type=MALLOC_VR_PG_goal)
    bpy.types.WindowManager.malloc_vr_scene = bpy.props.IntProperty(
        name="Unit",
        description="Open the scene of this unit",
        get=_shown_scene,
        set=_show_scene,
    )


def unregister() -> None:
    """Take them away; what they showed stays in the file."""
    del bpy.types.WindowManager.malloc_vr_scene
    del bpy.types.Object.malloc_vr
    del bpy.types.Scene.malloc_vr
    _unregister_classes()
