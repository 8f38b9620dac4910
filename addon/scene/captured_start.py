"""What a unit starts from when the present arrangement of its scene is kept as its start.

Thread: main.
"""

from collections.abc import Iterator

import bpy

from ..core import keys
from ..core.file_values import value_of
from ..core.poses import Pose, unit_quaternion
from . import named_objects, object_state
from .start_poses import AuthoredStart


def movable_objects(scene: bpy.types.Scene) -> Iterator[bpy.types.Object]:
    """What a learner may be asked to move: no lamp, no camera, nothing that the lesson itself adds."""
    for item in scene.objects:
        if item.type in {"MESH", "EMPTY"} and not is_furniture(item):
            yield item


def is_furniture(item: bpy.types.Object) -> bool:
    """Whether the object is ours: a trigger, or a hint that is shown and hidden by itself."""
    return bool(value_of(item, keys.IS_TRIGGER) or value_of(item, keys.HINT_FOR))


def read(scene: bpy.types.Scene) -> AuthoredStart:
    """How the movable objects of a scene are now; each gets an identity if it has none."""
    movable = list(movable_objects(scene))
    identities = named_objects.identify_all(movable)
    layer = named_objects.view_layer_of(scene)
    poses = {
        item.name: Pose(
            location=item.location[:],
            rotation=unit_quaternion(item.matrix_basis.to_quaternion(), item.name),
            hidden=object_state.is_hidden_in(layer, item),
            uuid=identities.get(item.name, ""),
        )
        for item in movable
    }
    return AuthoredStart(poses, object_state.read_all(scene, movable))
