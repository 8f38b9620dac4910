"""Selecting a goal with what it is about, so that its author sees where it is.

Thread: main.
"""

import bpy

from ..core import keys
from ..core.file_values import FileValues
from ..scene import named_objects


def select(scene: bpy.types.Scene, goal_name: str) -> None:
    """Select the goal of this name, or what else has it, and the objects that it names.

    The goal becomes the active object. "" leaves the selection as it is.
    """
    goal = scene.objects.get(goal_name)
    if goal is None:
        return
    if bpy.context.object is not None and bpy.context.object.mode != "OBJECT":
        bpy.ops.object.mode_set(mode="OBJECT")
    layer = named_objects.view_layer_of(scene)
    wanted = FileValues("", goal, []).text_mapping(keys.NAMED_OBJECTS)
    chosen = [goal, *named_objects.find_all(scene, wanted).values()]
    for obj in layer.objects:
        obj.select_set(obj in chosen, view_layer=layer)
    layer.objects.active = goal
