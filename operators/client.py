"""What the person does about a client's change beside them."""

import bpy

from .. import modes, runtime, unit_following
from ..authoring import goals
from ..core.client_changes import ClientChange
from ..scene import framing, unit_reading, window_scene
from ..serving import client_strip
from . import calling


class MALLOC_VR_OT_client_show(bpy.types.Operator):
    """Show what the client changed: its scene in this window, and its goal"""

    bl_idname = "malloc_vr.client_show"
    bl_label = "Show"
    bl_options: set[str] = set()  # which scene a window shows is no edit of the file

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().client_change is not None and not calling.is_at_work(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        change = runtime.view().client_change
        assert change is not None  # poll
        scene = _scene_of(change)
        modes.choose(modes.Mode.AUTHOR)
        if scene is not None:
            window_scene.show(scene)
            framing.stand_at_camera(scene)
        trigger = goals.find(scene, change.goal_id) if scene and change.goal_id else None
        if scene is not None and trigger is not None:
            goals.select(scene, trigger)
        client_strip.shown()
        return calling.finish()


def _scene_of(change: ClientChange) -> bpy.types.Scene | None:
    """Where it is to be seen; None where it concerns the list of units alone."""
    carrying = unit_reading.scenes_of_unit(change.unit_id)
    return carrying[0] if len(carrying) == 1 else bpy.data.scenes.get(change.scene_name)


class MALLOC_VR_OT_client_dismiss(bpy.types.Operator):
    """Put this away; the change stays"""

    bl_idname = "malloc_vr.client_dismiss"
    bl_label = "Dismiss"
    bl_options = {"INTERNAL"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        client_strip.clear()
        return {"FINISHED"}


class MALLOC_VR_OT_client_allow(bpy.types.Operator):
    """Let clients change the lesson now, though you are at work in it"""

    bl_idname = "malloc_vr.client_allow"
    bl_label = "Allow Now"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().session is not None

    def execute(self, context: bpy.types.Context) -> set[str]:
        unit_following.allow_authoring()
        return calling.finish()


CLASSES = (MALLOC_VR_OT_client_show, MALLOC_VR_OT_client_dismiss, MALLOC_VR_OT_client_allow)
