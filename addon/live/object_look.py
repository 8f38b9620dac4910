"""What is cheap to read of an object, to see whether it is as it was.

Thread: main.
"""

from collections.abc import Sequence
from typing import NamedTuple

import bpy
from mathutils import Matrix

from ..scene import named_objects
from .object_reading import local_corners, scalar_properties

_BENDING_PARENTS = frozenset(("ARMATURE", "LATTICE", "CURVE"))

_Properties = dict[str, bool | int | float | str]


class Place(NamedTuple):
    """What may change of an object though Blender says of no other data that it changed.

    Attributes:
        world: Local to world.
        corners: Of its box in its own space, 24 numbers; read again only where its data are not all
            that they follow.
    """

    world: Matrix
    visible: bool
    corners: Sequence[float]
    properties: _Properties
    rotation_mode: str
    euler_rad: tuple[float, ...]


class Build(NamedTuple):
    """What of an object changes only with its data, its materials or what its scene consists of.

    Its surface and its mesh, which are dear to read, are left out.

    Attributes:
        parent: Name in the file; "" without one.
        modifiers: Type, name and whether it is shown in viewports.
        shape: What its surface and mesh are made from: the number of its data; of an empty, how it
            is drawn.
        is_steady: Whether its box follows its data alone.
    """

    kind: str
    parent: str
    materials: list[str]
    modifiers: list[tuple[str, str, bool]]
    shape: int | str
    is_steady: bool


def place_of(
    obj: bpy.types.Object, view_layer: bpy.types.ViewLayer, corners: Sequence[float] | None = None
) -> Place:
    """Read where an object is. The dependency graph must be up to date.

    This is done for each object that a unit names, in each frame.

    Args:
        corners: Of its box, where they are known.
    """
    visible = obj.visible_get(view_layer=view_layer)
    evaluated = obj.evaluated_get(view_layer.depsgraph)
    world = evaluated.matrix_world if visible else named_objects.world_matrix(obj, view_layer)
    return Place(
        world.copy(),  # Blender's own changes with the object
        visible,
        local_corners(evaluated) if corners is None else corners,
        scalar_properties(obj),
        obj.rotation_mode,
        tuple(obj.rotation_euler),
    )


def build_of(obj: bpy.types.Object) -> Build:
    """Read what an object is made of."""
    parent, data = obj.parent, obj.data
    return Build(
        kind=obj.type,
        parent=parent.name if parent else "",
        materials=[slot.material.name for slot in obj.material_slots if slot.material],
        modifiers=[(one.type, one.name, one.show_viewport) for one in obj.modifiers],
        shape=data.session_uid if data else obj.empty_display_type,
        is_steady=obj.type == "MESH" and not is_bent(obj),
    )


def is_bent(obj: bpy.types.Object) -> bool:
    """Whether its surface may change with other data than its own."""
    return (
        bool(obj.modifiers)
        or obj.parent_type in _BENDING_PARENTS
        or getattr(obj.data, "shape_keys", None) is not None
    )
