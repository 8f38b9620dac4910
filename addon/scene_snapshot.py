"""Taking a snapshot of the objects that a lesson names. Nothing here writes.

Thread: main.
"""

from collections.abc import Mapping
from typing import Any

import bpy
from mathutils import Vector

from . import scene_objects, scene_view
from .core import keys
from .core.scene_types import SceneSnapshot

_TEXT_LIMIT_CHARS = 4096  # of a custom property: a text block in one is no value to compare

_Corners = list[Vector]


def take(
    scene: bpy.types.Scene,
    wanted: Mapping[str, str],
    time_seconds: float,
    *,
    with_view: bool,
) -> SceneSnapshot:
    """Copy what is now of the named objects. The dependency graph must be up to date.

    Args:
        wanted: Names in the lesson with their UUIDs; an object that was renamed since is told
            under its name in the lesson.
        time_seconds: Since the unit began.
        with_view: Whether the view is needed.
    """
    view_layer = scene_objects.view_layer_of(scene)
    snapshot = SceneSnapshot(time_seconds, scene.name, _mode(), _active_tool())
    found = scene_objects.find_all(scene, wanted)
    lesson_names = {obj.name: name for name, obj in found.items()}
    for name, obj in found.items():
        _add(snapshot, name, obj, view_layer, lesson_names)
    view = scene_view.read_view(scene) if with_view else None
    if view is not None:
        snapshot.set_view(
            view.eye,
            view.forward,
            view.up,
            view.vertical_fov_rad,
            view.aspect,
            view.source,
            view.parallel_height_m,
        )
    return snapshot


def local_corners(obj: bpy.types.Object) -> _Corners:
    """The eight corners of an object's box in its own space.

    That of its geometry with modifiers; of an empty, the cube with its display size as half a
    side; of a lamp or camera, eight times its origin.
    """
    if obj.type != "EMPTY":
        return [Vector(corner) for corner in obj.bound_box]
    size = obj.empty_display_size
    signs = (-1.0, 1.0)
    return [Vector((x * size, y * size, z * size)) for x in signs for y in signs for z in signs]


def half_size(corners: _Corners) -> tuple[float, float, float]:
    """Half the sides of the box, along the object's own axes and before its scale; metres.

    Its centre is that of the corners, which need not be the object's origin.
    """
    sides = [
        (max(corner[axis] for corner in corners) - min(corner[axis] for corner in corners)) / 2.0
        for axis in range(3)
    ]
    return (sides[0], sides[1], sides[2])


def scalar_properties(obj: bpy.types.Object) -> dict[str, bool | int | float | str]:
    """The custom properties that are plain values; lists and groups are left out."""
    kept = {}
    for key, value in obj.items():
        is_long = isinstance(value, str) and len(value) > _TEXT_LIMIT_CHARS
        if isinstance(value, bool | int | float | str) and not is_long:
            kept[key] = value
    return kept


def _add(
    snapshot: SceneSnapshot,
    name: str,
    obj: bpy.types.Object,
    view_layer: bpy.types.ViewLayer,
    lesson_names: Mapping[str, str],
) -> None:
    world = scene_objects.world_matrix(obj, view_layer)
    corners = local_corners(obj.evaluated_get(view_layer.depsgraph))
    parent = obj.parent.name if obj.parent else ""
    snapshot.add_object(
        name,
        str(obj.get(keys.UUID, "")),
        obj.type,
        [value for row in world for value in row],
        [value for corner in corners for value in world @ corner],
        half_size(corners),
        obj.visible_get(view_layer=view_layer),
        lesson_names.get(parent, parent),
        [slot.material.name for slot in obj.material_slots if slot.material],
        scalar_properties(obj),
    )


def _mode() -> str:
    return getattr(bpy.context, "mode", None) or "OBJECT"


def _active_tool() -> str:
    workspace: Any = getattr(bpy.context, "workspace", None)
    if workspace is None:
        return ""
    tool = workspace.tools.from_space_view3d_mode(_mode(), create=False)
    return tool.idname if tool else ""
