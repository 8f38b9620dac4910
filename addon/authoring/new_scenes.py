"""The scene of a new unit: the present one, or a copy of it with what stands in it.

Thread: main.
"""

import bpy

from ..core import keys
from ..core.file_values import value_of
from ..scene import object_removal, trigger_authoring, unit_reading

_OF_UNITS = (
    keys.UNIT_ID,
    keys.UUID,
    keys.MODULE,
    keys.POSITION,
    keys.PREREQUISITES,
    keys.OBJECTIVES,
    keys.DURATION,
    keys.TITLE,
    keys.LEARNING_EVENT,
    keys.INSTRUCTIONS,
    keys.HINTS,
    keys.ADAPTATION_OPTIONAL,
    keys.START_POSES,
    keys.START_STATES,
)


def copy_with_linked_objects(context: bpy.types.Context) -> bpy.types.Scene:
    """A copy of the window's scene that shows the same objects: a change of one shows in both."""
    return _copied(context, "LINK_COPY")


def copy_with_own_objects(context: bpy.types.Context) -> bpy.types.Scene:
    """A copy of the window's scene with copies of its objects."""
    scene = _copied(context, "FULL_COPY")
    for obj in scene.objects:
        if keys.UUID in obj:
            del obj[keys.UUID]  # it is another object; it gets its own when a goal names it
    return scene


def take_unit_off(scene: bpy.types.Scene) -> None:
    """Make a scene one that carries no unit; its objects stay."""
    trigger_authoring.remove_all(scene)
    _remove_hints(scene)
    for key in _OF_UNITS:
        if key in scene:
            del scene[key]
    scene.malloc_vr.goal = ""


def _copied(context: bpy.types.Context, kind: str) -> bpy.types.Scene:
    before = set(bpy.data.scenes)
    with context.temp_override(window=unit_reading.first_window()):
        bpy.ops.scene.new(type=kind)
    scene = next(one for one in bpy.data.scenes if one not in before)
    take_unit_off(scene)
    scene.pop(keys.LESSON, None)  # the scene that it is a copy of says that already
    return scene


def _remove_hints(scene: bpy.types.Scene) -> None:
    """Hint objects help in the unit that they were made for."""
    for obj in [one for one in scene.objects if value_of(one, keys.HINT_FOR)]:
        object_removal.take_out(scene, obj)
