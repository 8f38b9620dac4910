"""Putting objects where a unit's author wants them at its start.

Thread: main.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import bpy
from mathutils import Quaternion

from ..core import keys
from ..core.errors import BadArgument, MallocVrError, rejection
from ..core.file_json import FileObject, json_text
from ..core.file_values import FileValues, parse
from ..core.poses import Pose, poses_to_json, read_poses
from ..core.said import say
from ..core.start_state import StartState, read_start_states, start_states_to_json
from . import named_objects, object_state


@dataclass(frozen=True)
class AuthoredStart:
    """How a unit starts, by object name.

    Attributes:
        poses: Where objects stand and whether they are hidden.
        states: Their size, visibility and collections, where the author captured them.
    """

    poses: Mapping[str, Pose]
    states: Mapping[str, StartState]


def read(scene: bpy.types.Scene, problems: list[str]) -> AuthoredStart:
    """Read what a unit's scene says of its start; what was broken by hand is reported."""
    poses = _read_key(scene, keys.START_POSES, read_poses, problems)
    return AuthoredStart(poses, _read_key(scene, keys.START_STATES, read_start_states, problems))


def write(scene: bpy.types.Scene, start: AuthoredStart) -> None:
    """Keep in the file how a unit starts."""
    scene[keys.START_POSES] = json_text(poses_to_json(start.poses), keys.START_POSES)
    scene.pop(keys.START_STATES, None)  # that of an earlier start says nothing of this one
    if start.states:
        states = start_states_to_json(start.states)
        scene[keys.START_STATES] = json_text(states, keys.START_STATES)


def start_of(scene: bpy.types.Scene) -> AuthoredStart:
    """How a unit starts.

    Raises:
        Conflict: It was broken by hand.
    """
    problems: list[str] = []
    start = read(scene, problems)
    if problems:
        raise rejection(
            "CONFLICT",
            say("The unit cannot start. {problem}", problem=problems[0]),
            remedy="Author the unit again with its start_poses.",
        )
    return start


def gone(scene: bpy.types.Scene, name: str) -> MallocVrError:
    """The rejection where a unit's object is missing."""
    return rejection(
        "CONFLICT",
        say(
            "The unit cannot start: the scene {scene} has no object {name} any more.",
            scene=scene.name,
            name=name,
        ),
        remedy="Undo its removal, open the lesson's file again, or author the unit again.",
    )


def apply(scene: bpy.types.Scene, start: AuthoredStart) -> None:
    """Put objects into their poses, each in its own rotation mode."""
    for name, pose in start.poses.items():
        obj = named_objects.find(scene, name, pose.uuid)
        if obj is None or not obj.is_editable:
            continue
        if pose.location is not None:
            obj.location = pose.location
        if pose.rotation is not None:
            _turn(obj, Quaternion(pose.rotation))
        if name in start.states:
            object_state.write(scene, obj, start.states[name])
        else:
            object_state.set_hidden(scene, obj, pose.hidden)


def _read_key(scene: bpy.types.Scene, key: str, reader: Any, problems: list[str]) -> Any:
    if not FileValues(scene.name, scene, problems).mapping(key):
        return {}
    try:
        return _read_text(scene[key], key, reader)
    except BadArgument as error:
        problems.append(f"{scene.name}: {error.message}")
        return {}


@lru_cache(maxsize=32)
def _read_text(text: str, key: str, reader: Any) -> Any:
    """Read a text that is known to hold a JSON object; a lesson is read at each change of its file."""
    return reader(FileObject(cast("dict[str, Any]", parse(text)), key))


def _turn(obj: bpy.types.Object, rotation: Quaternion) -> None:
    if obj.rotation_mode == "QUATERNION":
        obj.rotation_quaternion = rotation
    elif obj.rotation_mode == "AXIS_ANGLE":
        axis, angle_rad = rotation.to_axis_angle()
        obj.rotation_axis_angle = (angle_rad, *axis)
    else:
        obj.rotation_euler = rotation.to_euler(obj.rotation_mode)
