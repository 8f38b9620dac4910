"""One object as it was when its unit began: read, compared, and made so again.

Thread: main.
"""

import hashlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import bmesh
import bpy
from mathutils import Matrix

from ..core.start_state import StartState
from . import named_objects, object_copies, object_setup, object_state

_GEOMETRY = (
    ("position", "vector", "f", 3),
    (".edge_verts", "value", "i", 2),
    (".corner_vert", "value", "i", 1),
    ("material_index", "value", "i", 1),
)
"""Attributes of a mesh, read as they lie in memory: a hundred times faster than by its vertices."""

_ROTATION_CHANNELS = ("rotation_euler", "rotation_quaternion", "rotation_axis_angle")


@dataclass(frozen=True)
class ObjectStart:
    """What is compared and brought back.

    Attributes:
        name: In Blender, at that moment.
        uuid: Its own; "" where the lesson gave it none.
        rotations: The values of all rotation channels.
        parent_inverse: Row by row.
        data: Name of the object's data; "" without any.
        geometry: Digest of a mesh; "" without one.
        setup: Digest of what else it carries, see `object_setup`.
    """

    name: str
    uuid: str
    state: StartState
    location: tuple[float, ...]
    rotation_mode: str
    rotations: tuple[tuple[float, ...], ...]
    parent: str
    parent_inverse: tuple[float, ...]
    data: str
    geometry: str
    setup: str

    def is_complete_as(self, start: "ObjectStart") -> bool:
        """Whether it is the same object with all that `write` does not put back."""
        kept = ("uuid", "data", "geometry", "setup")
        return all(getattr(self, name) == getattr(start, name) for name in kept)


def read(scene: bpy.types.Scene, name: str, uuid: str) -> ObjectStart | None:
    """What an object of a scene is now; None if the scene has it no more.

    Args:
        name: In the lesson.
    """
    obj = named_objects.find(scene, name, uuid)
    return read_object(obj, object_state.read(scene, obj)) if obj is not None else None


def read_all(scene: bpy.types.Scene, wanted: Mapping[str, str]) -> dict[str, ObjectStart | None]:
    """The same of many objects, by their names in the lesson, given with their UUIDs."""
    found = named_objects.find_all(scene, wanted)
    states = object_state.read_all(scene, found.values())
    objects = ((name, found.get(name)) for name in wanted)
    return {
        name: read_object(obj, states[obj.name]) if obj is not None else None
        for name, obj in objects
    }


def read_object(obj: bpy.types.Object, state: StartState) -> ObjectStart:
    """What an object is now, of which the state is known."""
    if obj.mode == "EDIT":
        obj.update_from_editmode()
    return ObjectStart(
        name=obj.name,
        uuid=named_objects.uuid_of(obj),
        state=state,
        location=tuple(obj.location),
        rotation_mode=obj.rotation_mode,
        rotations=tuple(tuple(getattr(obj, channel)) for channel in _ROTATION_CHANNELS),
        parent=obj.parent.name if obj.parent else "",
        parent_inverse=tuple(value for row in obj.matrix_parent_inverse for value in row),
        data=obj.data.name if obj.data else "",
        geometry=_digest(obj.data) if obj.type == "MESH" else "",
        setup=object_setup.digest(obj),
    )


def write(scene: bpy.types.Scene, obj: bpy.types.Object, start: ObjectStart) -> None:
    """Put an object back into its place, size, visibility and collections."""
    parent = None
    if start.parent:
        parent = scene.objects.get(start.parent) or bpy.data.objects.get(start.parent)
    if obj.parent != parent:
        obj.parent = parent
    obj.matrix_parent_inverse = Matrix([start.parent_inverse[i : i + 4] for i in range(0, 16, 4)])
    obj.location = start.location
    obj.rotation_mode = start.rotation_mode
    for channel, value in zip(_ROTATION_CHANNELS, start.rotations, strict=True):
        setattr(obj, channel, value)
    object_state.write(scene, obj, start.state)


def mend_geometry(obj: bpy.types.Object, kept: bpy.types.Object) -> None:
    """Give an object the mesh of a kept copy: the same data, with vertices and materials as then."""
    if obj.type != "MESH" or kept.type != "MESH" or not obj.is_editable:
        return
    own = bpy.data.meshes.get((kept.data.name, None))
    if own is None:
        obj.data = kept.data.copy()
        obj.data.name = kept.data.name
        return
    obj.data = own
    if [item and item.name for item in own.materials] != [
        m and m.name for m in kept.data.materials
    ]:
        own.materials.clear()  # and with them what each face has, which is geometry
        for item in kept.data.materials:
            own.materials.append(object_copies.own_material(item))
    if _digest(own) != _digest(kept.data):
        geometry = bmesh.new()
        geometry.from_mesh(kept.data)
        geometry.to_mesh(own)
        geometry.free()
        own.update()


def _digest(mesh: bpy.types.Mesh) -> str:
    """Of where vertices are and what they are joined to."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(repr([len(items) for items in (mesh.vertices, mesh.polygons)]).encode())
    for name, member, kind, width in _GEOMETRY:
        layer = mesh.attributes.get(name)
        if layer is not None:
            values: array[Any] = array(kind, bytes(4 * width * len(layer.data)))
            layer.data.foreach_get(member, values)
            digest.update(values.tobytes())
    return digest.hexdigest()
