"""Putting objects where a unit starts.

Thread: main.
"""

import bpy
from mathutils import Quaternion

from . import scene_objects
from .core import keys, lesson
from .core.errors import BadArgument, refusal
from .core.fields import Fields
from .core.poses import Pose, read_poses


def start_poses(scene: bpy.types.Scene) -> list[tuple[bpy.types.Object, Pose]]:
    """Find the objects of a unit's start poses.

    Raises:
        Conflict: An object is gone, or the poses were broken by hand.
    """
    problems: list[str] = []
    values = lesson.read_object(scene, keys.START_POSES, scene.name, problems)
    try:
        poses = read_poses(Fields(values, keys.START_POSES))
    except BadArgument as error:
        problems.append(error.message)
    if problems:
        raise refusal(
            "CONFLICT",
            f"The unit cannot start. {problems[0]}",
            remedy="Author the unit again with its start_poses.",
        )
    found = []
    for name, pose in poses.items():
        obj = scene_objects.find(scene, name, pose.uuid)
        if obj is None:
            raise refusal(
                "CONFLICT",
                f"The unit cannot start: the scene {scene.name} has no object {name} any more.",
                remedy="Undo its removal, open the lesson's file again, or author the unit again.",
            )
        found.append((obj, pose))
    return found


def apply(scene: bpy.types.Scene, poses: list[tuple[bpy.types.Object, Pose]]) -> None:
    """Put objects into their poses, each in its own rotation mode."""
    view_layer = scene_objects.view_layer_of(scene)
    for obj, pose in poses:
        if not obj.is_editable:
            continue
        if pose.location is not None:
            obj.location = pose.location
        if pose.rotation is not None:
            _turn(obj, Quaternion(pose.rotation))
        obj.hide_viewport = obj.hide_render = pose.hidden
        if not pose.hidden and obj.hide_get(view_layer=view_layer):
            obj.hide_set(False, view_layer=view_layer)  # what the learner hid comes back


def _turn(obj: bpy.types.Object, rotation: Quaternion) -> None:
    if obj.rotation_mode == "QUATERNION":
        obj.rotation_quaternion = rotation
    elif obj.rotation_mode == "AXIS_ANGLE":
        axis, angle_rad = rotation.to_axis_angle()
        obj.rotation_axis_angle = (angle_rad, *axis)
    else:
        obj.rotation_euler = rotation.to_euler(obj.rotation_mode)
