"""What the person does about a client's change beside them."""

import bpy

from .. import modes, runtime, unit_following
from ..authoring import goals
from ..core.errors import MallocVrError
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
        try:
            scene = unit_reading.scene_of_unit(change.unit_id)
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        window_scene.show(scene)
        framing.stand_at_camera(scene)
        modes.choose(modes.Mode.AUTHOR)
        trigger = goals.find(scene, change.goal_id) if change.goal_id else None
        if trigger is not None:
            goals.select(scene, trigger)
        client_strip.shown()
        return calling.finish()


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
