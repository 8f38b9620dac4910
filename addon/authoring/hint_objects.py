"""Hint objects: a frame around what to work on, an arrow to where it goes, a ghost of it there.

Each says what it was made from, so that it can be made again in another file.

Thread: main.
"""

from collections.abc import Sequence
from typing import Any

import bpy
from mathutils import Matrix, Quaternion, Vector

from ..core import keys
from ..core.errors import rejection
from ..core.file_json import json_text
from ..core.goal_hints import judged_object
from ..core.hint_shapes import Point, arrow, cage
from ..core.said import say, template
from ..core.window_shapes import HintShape
from ..scene import (
    hint_shape_reading,
    named_objects,
    object_removal,
    start_poses,
    unit_reading,
)
from . import conditions, goals

WHERE, WHAT, HOW = 1, 2, 3

_MATERIAL = "Malloc VR Hint"
_COLOUR = (1.0, 0.45, 0.0, 0.35)
_BAR_OF_SIZE = 0.02
"""Thickness of a bar, as a share of the object's size."""
_THINNEST_BAR_M = 0.002
_AXES = {"x": Vector((1, 0, 0)), "y": Vector((0, 1, 0)), "z": Vector((0, 0, 1))}
_WORDS = {"frame": template("Where"), "arrow": template("What"), "ghost": template("How")}
_MEMBERS = {"frame": ("begin_m", "end_m"), "arrow": ("begin_m", "end_m"), "ghost": ("object",)}
"""What a shape of each kind cannot do without."""


def make(scene: bpy.types.Scene, trigger: bpy.types.Object) -> list[bpy.types.Object]:
    """Make the hint objects of a goal anew; none where its condition names no object.

    The goal's pose is where the condition says, if that can be worked out, else where the object is.
    """
    condition = conditions.read(trigger)
    obj = conditions.named(trigger, judged_object(condition))
    if obj is None:
        remove_of(scene, trigger)
        return []
    now = obj.matrix_world.copy()
    goal = _goal_pose(trigger, condition, obj)
    begin = _start_pose(scene, obj) if goal == now else now
    low, high = _bounds(obj, begin)
    thickness_m = max((high - low).length * _BAR_OF_SIZE, _THINNEST_BAR_M)
    frame = HintShape(
        kind="frame", level=WHERE, begin_m=tuple(low), end_m=tuple(high), thickness_m=thickness_m
    )
    start = (low + high) / 2
    way = HintShape(
        kind="arrow",
        level=WHAT,
        begin_m=tuple(start),
        end_m=tuple(start + goal.translation - begin.translation),
        thickness_m=thickness_m,
    )
    shapes = [frame, way]
    if obj.type == "MESH" and goal != begin:
        location, rotation, scale = goal.decompose()
        ghost = HintShape(
            kind="ghost",
            level=HOW,
            object=obj.name,
            location_m=tuple(location),
            rotation=tuple(rotation),
            scale=tuple(scale),
        )
        shapes.append(ghost)
    return place(scene, trigger, shapes)


def place(
    scene: bpy.types.Scene, trigger: bpy.types.Object, shapes: Sequence[HintShape]
) -> list[bpy.types.Object]:
    """Give a goal these shapes in place of those that it has; an arrow without a way is none."""
    remove_of(scene, trigger)
    made = []
    for shape in shapes:
        mesh = _mesh(scene, shape)
        if mesh is not None:
            made.append(_hint(scene, trigger, shape, mesh))
    return made


def require_whole(scene: bpy.types.Scene, shape: HintShape, path: str) -> None:
    """Check that a shape can be made.

    Args:
        path: Of the shape in the call's arguments.

    Raises:
        BadArgument: It lacks something, or names an object that is no mesh of the scene.
    """
    for member in _MEMBERS[shape.kind]:
        if getattr(shape, member) is None:
            raise rejection(
                "VALIDATION_ERROR",
                say("{path} is missing.", path=f"{path}.{member}"),
                f"{path}.{member}",
            )
    obj = named_objects.find(scene, shape.object) if shape.object else None
    if shape.kind == "ghost" and (obj is None or obj.type != "MESH"):
        raise rejection(
            "VALIDATION_ERROR",
            say("The scene {scene} has no mesh {name}.", scene=scene.name, name=shape.object or ""),
            f"{path}.object",
        )


def remove_of(scene: bpy.types.Scene, trigger: bpy.types.Object) -> None:
    """Take away the hint objects that were made of a goal."""
    for obj in hint_shape_reading.objects_of(scene, trigger):
        object_removal.take_out(scene, obj)


def _goal_pose(
    trigger: bpy.types.Object, condition: dict[str, object], obj: bpy.types.Object
) -> Matrix:
    """Where the object belongs: worked out for what stands, lies in or is at another."""
    now = obj.matrix_world.copy()
    turned = condition.get("angle")
    if isinstance(turned, dict) and isinstance(turned.get("to"), list):
        return _turned(now, turned)
    asked = condition.get("stands_on") or condition.get("inside") or condition.get("distance")
    if not isinstance(asked, dict):
        return now
    other = asked.get("on") or asked.get("region") or asked.get("to")
    target = conditions.named(trigger, other) if isinstance(other, str) else None
    if target is None:
        return now
    low, high = _bounds(obj, now)
    other_low, other_high = _bounds(target, target.matrix_world)
    if "stands_on" in condition:
        here = Vector(((low.x + high.x) / 2, (low.y + high.y) / 2, low.z))
        there = (other_low + other_high) / 2
        there.z = other_high.z
    elif "inside" in condition:
        here, there = (low + high) / 2, (other_low + other_high) / 2
    else:
        here, there = now.translation, target.matrix_world.translation
    return Matrix.Translation(there - here) @ now


def _turned(now: Matrix, asked: dict[str, Any]) -> Matrix:
    """The same place, with its own axis along the direction that is asked for."""
    place, rotation, scale = now.decompose()
    own = _AXES.get(str(asked.get("axis")))
    if own is None:
        return now
    way = (rotation @ own).rotation_difference(Vector(asked["to"]))
    return Matrix.LocRotScale(place, way @ rotation, scale)


def _start_pose(scene: bpy.types.Scene, obj: bpy.types.Object) -> Matrix:
    """Where the unit begins with the object, if its author captured that."""
    poses = start_poses.read(scene, []).poses
    pose = poses.get(obj.name)
    now: Matrix = obj.matrix_world.copy()
    if pose is None or pose.location is None:
        return now
    base = obj.matrix_world @ obj.matrix_basis.inverted_safe()
    return Matrix.Translation(base @ Vector(pose.location) - now.translation) @ now


def _bounds(obj: bpy.types.Object, place: Matrix) -> tuple[Vector, Vector]:
    """The corners of its box in the world, if it stood at `place`."""
    corners = [place @ Vector(corner) for corner in obj.bound_box]
    return Vector(map(min, *corners)), Vector(map(max, *corners))


def _mesh(scene: bpy.types.Scene, shape: HintShape) -> bpy.types.Mesh | None:
    """What a shape looks like; None where there is nothing to see."""
    if shape.kind == "ghost":
        obj = named_objects.find(scene, shape.object or "")
        if obj is None:
            return None
        depsgraph = named_objects.view_layer_of(scene).depsgraph
        mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(depsgraph))
        mesh.materials.clear()
        return mesh
    begin, end = _point(shape.begin_m), _point(shape.end_m)
    thickness_m = shape.thickness_m or _THINNEST_BAR_M
    surface = (cage if shape.kind == "frame" else arrow)(begin, end, thickness_m)
    if not surface.vertices:
        return None
    mesh = bpy.data.meshes.new(f"Hint {_WORDS[shape.kind]}")
    mesh.from_pydata(surface.vertices, [], surface.faces)
    return mesh


def _point(values: Sequence[float] | None) -> Point:
    x, y, z = values or (0.0, 0.0, 0.0)
    return (x, y, z)


def _hint(
    scene: bpy.types.Scene, trigger: bpy.types.Object, shape: HintShape, mesh: bpy.types.Mesh
) -> bpy.types.Object:
    mesh.materials.append(_material())
    hint = bpy.data.objects.new(f"Hint {_WORDS[shape.kind]}", mesh)
    scene.collection.objects.link(hint)
    hint.hide_viewport = hint.hide_render = hint.hide_select = True
    hint.color = _COLOUR
    if shape.kind == "ghost":
        rotation = Quaternion(shape.rotation or (1, 0, 0, 0)).normalized()
        hint.matrix_world = Matrix.LocRotScale(
            Vector(shape.location_m or (0, 0, 0)), rotation, Vector(shape.scale or (1, 1, 1))
        )
    hint[keys.HINT_FOR] = unit_reading.unit_id_of(scene)
    hint[keys.HINT_LEVEL] = shape.level
    hint[keys.HINT_OF_GOAL] = goals.id_of(trigger)
    hint[keys.HINT_SHAPE] = json_text(shape.to_json(), keys.HINT_SHAPE)
    return hint


def _material() -> bpy.types.Material:
    """The translucent colour of all hints in a file."""
    found = bpy.data.materials.get(_MATERIAL)
    if found is not None and found.library is None:
        return found
    made = bpy.data.materials.new(_MATERIAL)
    made.diffuse_color = _COLOUR
    return made
