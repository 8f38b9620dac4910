"""Reading what an object is at one moment of a demonstration.

Thread: main. Nothing here writes.
"""

from collections.abc import Mapping

import bmesh
import bpy
from mathutils import Vector

from ..core import keys
from ..core.demonstration import Channels, MeshCounts, Modifier, ShownState
from ..live.object_reading import local_corners, scalar_properties
from ..scene import named_objects, object_state

_EULER_MODES = frozenset(("XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX"))

_MODES: Mapping[str, str] = {
    "VERTEX_PAINT": "PAINT_VERTEX",
    "WEIGHT_PAINT": "PAINT_WEIGHT",
    "TEXTURE_PAINT": "PAINT_TEXTURE",
}
"""Blender's names of modes in its context, where they are not those of its objects."""

_EDIT_MODES: Mapping[str, str] = {"FONT": "EDIT_TEXT", "META": "EDIT_METABALL"}
"""The same of Edit Mode, by the type of the object."""


def read(obj: bpy.types.Object, view_layer: bpy.types.ViewLayer) -> ShownState:
    """What an object is now. The dependency graph must be up to date."""
    evaluated = obj.evaluated_get(view_layer.depsgraph)
    world = named_objects.world_matrix(obj, view_layer)
    location, rotation, scale = world.decompose()
    values = local_corners(evaluated)
    own = [Vector(values[at : at + 3]) for at in range(0, len(values), 3)]
    corners = [world @ corner for corner in own]
    return ShownState(
        channels=_channels(obj),
        location=location[:],
        rotation=rotation[:],
        low=tuple(min(axis) for axis in zip(*corners, strict=True)),
        high=tuple(max(axis) for axis in zip(*corners, strict=True)),
        size_m=tuple(
            (max(axis) - min(axis)) * abs(factor)
            for axis, factor in zip(zip(*own, strict=True), scale, strict=True)
        ),
        hidden=object_state.is_hidden_in(view_layer, obj),
        parent=obj.parent.name if obj.parent else "",
        materials=tuple(slot.material.name for slot in obj.material_slots if slot.material),
        modifiers=tuple(Modifier(one.type, one.name) for one in obj.modifiers),
        mesh=_counts(obj),
        properties={
            name: value for name, value in scalar_properties(obj).items() if name != keys.UUID
        },
        mode=_mode(obj),
    )


def _channels(obj: bpy.types.Object) -> Channels:
    has_angles = obj.rotation_mode in _EULER_MODES
    return Channels(
        location=obj.location[:],
        rotation=obj.matrix_basis.to_quaternion()[:],
        euler_rad=tuple(obj.rotation_euler) if has_angles else None,
        scale=obj.scale[:],
    )


def _counts(obj: bpy.types.Object) -> MeshCounts | None:
    mesh = obj.data
    if not isinstance(mesh, bpy.types.Mesh):
        return None
    if obj.mode == "EDIT":  # the mesh itself is that of before
        edited = bmesh.from_edit_mesh(mesh)
        return MeshCounts(len(edited.verts), len(edited.edges), len(edited.faces))
    return MeshCounts(len(mesh.vertices), len(mesh.edges), len(mesh.polygons))


def _mode(obj: bpy.types.Object) -> str:
    if obj.mode == "EDIT":
        return _EDIT_MODES.get(obj.type, f"EDIT_{obj.type}")
    return _MODES.get(obj.mode, obj.mode)
