"""What every scene of a lesson has: a collection of its own, a camera, a sky and hints.

Metres and degrees. The same call always gives the same objects; main thread only.
"""

from __future__ import annotations

from math import radians
from typing import TYPE_CHECKING

import bpy
from mathutils import Vector

from .shape import Shape, at

if TYPE_CHECKING:
    from collections.abc import Sequence

HINT_INK = "Hint"
LENS_MM = 50.0


class Scenery:
    """One scene's collection in the making."""

    def __init__(self, name: str, scene: bpy.types.Scene) -> None:
        self.collection = bpy.data.collections.new(name)
        scene.collection.children.link(self.collection)

    def add(
        self,
        name: str,
        data: bpy.types.ID | None,
        location: Sequence[float] = (0.0, 0.0, 0.0),
        turn_deg: float = 0.0,
        *,
        still: bool = False,
    ) -> bpy.types.Object:
        """One object, turned about Z; a still one is part of no task and cannot be selected."""
        made = bpy.data.objects.new(name, data)
        self.collection.objects.link(made)
        made.location, made.rotation_euler.z = location, radians(turn_deg)
        made.hide_select = still
        return made

    def camera(self, name: str, eye: Sequence[float], target: Sequence[float]) -> None:
        """Where a learner stands when the unit begins. There are no lamps: Solid has its own light."""
        data = bpy.data.cameras.new(name)
        data.lens = LENS_MM
        made = self.add(name, data, eye, still=True)
        aim(made, target)

    def target(self, name: str, location: Sequence[float], size_m: float) -> bpy.types.Object:
        """An empty that marks where something belongs; conditions measure to it."""
        made = self.add(name, None, location, still=True)
        made.empty_display_type, made.empty_display_size = "PLAIN_AXES", size_m
        return made

    def hint_arrow(self, unit_id: str, name: str, tip: Sequence[float], size_m: float) -> None:
        """A bright arrow that points down at `tip`, hidden until the first hint is asked for."""
        shape = Shape()
        x, y, z = tip
        head = [(1e-7, 0.0), (size_m * 0.28, size_m * 0.45), (1e-7, size_m * 0.45)]
        shape.lathe(head, HINT_INK, segments=32, frame=at(x, y, z))
        bar = [(1e-7, size_m * 0.45), (size_m * 0.1, size_m * 0.45), (size_m * 0.1, size_m)]
        shape.lathe([*bar, (1e-7, size_m)], HINT_INK, segments=32, frame=at(x, y, z))
        made = self.add(name, shape.mesh(name), still=True)
        made.hide_viewport = made.hide_render = True
        made["malloc_vr_hint_for"], made["malloc_vr_hint_level"] = unit_id, 1


def aim(thing: bpy.types.Object, target: Sequence[float]) -> None:
    """Turn a camera to look at `target`, its top up."""
    view = Vector(target) - thing.location
    thing.rotation_mode = "QUATERNION"
    thing.rotation_quaternion = view.to_track_quat("-Z", "Y")


def sky(name: str) -> bpy.types.World:
    """A plain bright world, the same for all scenes of a lesson."""
    made = bpy.data.worlds.get(name) or bpy.data.worlds.new(name)
    made.color = (0.45, 0.62, 0.78)
    return made


def plain_mesh(
    name: str,
    corners: Sequence[Sequence[float]],
    faces: Sequence[Sequence[int]],
) -> bpy.types.Mesh:
    """A mesh for learners to edit: without custom normals, which editing would leave behind."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(corners, [], faces)
    mesh.update()
    return mesh


def block(name: str, size: Sequence[float]) -> bpy.types.Mesh:
    """A block of eight corners and six faces that stands on its origin."""
    x, y, z = size[0] / 2, size[1] / 2, size[2]
    low = [(-x, -y, 0.0), (x, -y, 0.0), (x, y, 0.0), (-x, y, 0.0)]
    corners = [*low, *((a, b, z) for a, b, _ in low)]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    return plain_mesh(name, corners, faces)
