"""Judging a scene as it is, without what led there.

Thread: main.
"""

import bpy

from ..core.lesson import Trigger
from ..core.scene_types import Condition, SessionRun
from ..scene import named_objects
from .scene_feed import SceneFeed


def run_of(scene: bpy.types.Scene, trigger: Trigger, condition: Condition) -> SessionRun:
    """A run of one checkpoint, begun at this moment and not worked in."""
    named_objects.view_layer_of(scene).update()
    wanted = {name: trigger.named_objects.get(name, "") for name in condition.object_names}
    run = SessionRun({trigger.checkpoint_id: condition})
    SceneFeed(run, wanted, condition.surface_names, condition.mesh_names).tell_all(scene)
    run.start(0.0)
    return run
