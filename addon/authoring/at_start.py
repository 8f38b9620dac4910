"""A scene as its unit's learners find it, for as long as something is measured in it.

Thread: main. What is moved for that is put back before anybody could see it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import bpy

from ..core.errors import MallocVrError
from ..core.start_state import StartState
from ..scene import named_objects, object_state, start_poses

_CHANNELS = ("location", "rotation_euler", "rotation_quaternion", "rotation_axis_angle", "scale")


@dataclass(frozen=True)
class _Place:
    channels: tuple[tuple[float, ...], ...]
    state: StartState


@contextmanager
def unit_at_start(scene: bpy.types.Scene) -> Iterator[None]:
    """Have a unit's objects where its author captured them; where nothing was captured, as they are.

    A start that was broken by hand counts as none: that it is broken is one of the lesson's problems.
    """
    try:
        start = start_poses.start_of(scene)
    except MallocVrError:
        start = start_poses.AuthoredStart({}, {})
    wanted = {name: pose.uuid for name, pose in start.poses.items()}
    moved = [obj for obj in named_objects.find_all(scene, wanted).values() if obj.is_editable]
    before = [_Place(_channels(obj), object_state.read(scene, obj)) for obj in moved]
    try:
        start_poses.apply(scene, start)
        yield
    finally:
        for obj, place in zip(moved, before, strict=True):
            for name, values in zip(_CHANNELS, place.channels, strict=True):
                setattr(obj, name, values)
            object_state.write(scene, obj, place.state)
        if moved:
            named_objects.view_layer_of(scene).update()


def _channels(obj: bpy.types.Object) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(getattr(obj, name)) for name in _CHANNELS)
