"""Hint objects made from a goal: a cage around what to work on, an arrow to where it goes, a ghost.

Thread: main.
"""

import bpy
from mathutils import Matrix, Vector

from ..core import keys
from ..core.file_values import value_of
from ..core.goal_hints import judged_object
from ..core.hint_shapes import Surface, arrow, cage
from ..core.said import template
from ..scene import named_objects, start_poses, unit_reading
from . import conditions, goals

WHERE, WHAT, HOW = 1, 2, 3

_MATERIAL = "Malloc VR Hint"
_COLOUR = (1.0, 0.45, 0.0, 0.35)
_BAR_OF_SIZE = 0.02
"""Thickness of a bar, as a share of the object's size."""


def make(scene: bpy.types.Scene, trigger: bpy.types.Object) -> list[bpy.types.Object]:
    """Make the hint objects of a goal anew; none where its condition names no object.

    The goal's pose is where the condition says, if that can be worked out, else where the object is.
    """
    remove_of(scene, trigger)
    condition = conditions.read(trigger)
    obj = conditions.named(trigger, judged_object(condition))
    if obj is None:
        return []
    now = obj.matrix_world.copy()
    goal = _goal_pose(trigger, condition, obj)
    begin = _start_pose(scene, obj) if goal == now else now
    low, high = _bounds(obj, begin)
    thickness = max((high - low).length * _BAR_OF_SIZE, 0.002)
    made = [
        _shape(scene, trigger, template("Where"), WHERE, cage(tuple(low), tuple(high), thickness))
    ]
    way = goal.translation - begin.translation
    start = (low + high) / 2
    shape = arrow(tuple(start), tuple(start + way), thickness)
    if shape.vertices:
        made.append(_shape(scene, trigger, template("What"), WHAT, shape))
    if obj.type == "MESH" and goal != begin:
        made.append(_ghost(scene, trigger, obj, goal))
    return made


def remove_of(scene: bpy.types.Scene, trigger: bpy.types.Object) -> None:
    """Take away the hint objects that were made of a goal."""
    goal_id = goals.id_of(trigger)
    for obj in [one for one in scene.objects if value_of(one, keys.HINT_OF_GOAL) == goal_id]:
        bpy.data.objects.remove(obj, do_unlink=True)


def _goal_pose(
    trigger: bpy.types.Object, condition: dict[str, object], obj: bpy.types.Object
) -> Matrix:
    """Where the object belongs: worked out for what stands, lies in or is at another."""
    now = obj.matrix_world.copy()
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


def _shape(
    scene: bpy.types.Scene, trigger: bpy.types.Object, word: str, level: int, shape: Surface
) -> bpy.types.Object:
    mesh = bpy.data.meshes.new(f"Hint {word}")
    mesh.from_pydata(shape.vertices, [], shape.faces)
    return _hint(scene, trigger, word, level, mesh)


def _ghost(
    scene: bpy.types.Scene, trigger: bpy.types.Object, obj: bpy.types.Object, goal: Matrix
) -> bpy.types.Object:
    view_layer = named_objects.view_layer_of(scene)
    mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(view_layer.depsgraph))
    mesh.materials.clear()
    ghost = _hint(scene, trigger, template("How"), HOW, mesh)
    ghost.matrix_world = goal
    return ghost


def _hint(
    scene: bpy.types.Scene, trigger: bpy.types.Object, word: str, level: int, mesh: bpy.types.Mesh
) -> bpy.types.Object:
    mesh.materials.append(_material())
    hint = bpy.data.objects.new(f"Hint {word}", mesh)
    scene.collection.objects.link(hint)
    hint.hide_viewport = hint.hide_render = hint.hide_select = True
    hint.color = _COLOUR
    hint[keys.HINT_FOR] = unit_reading.unit_id_of(scene)
    hint[keys.HINT_LEVEL] = level
    hint[keys.HINT_OF_GOAL] = goals.id_of(trigger)
    return hint


def _material() -> bpy.types.Material:
    """The translucent colour of all hints in a file."""
    found = bpy.data.materials.get(_MATERIAL)
    if found is not None and found.library is None:
        return found
    made = bpy.data.materials.new(_MATERIAL)
    made.diffuse_color = _COLOUR
    return made
