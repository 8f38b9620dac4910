"""Trying a unit as a learner, and stopping."""

import bpy

from .. import runtime, trying
from ..core.errors import MallocVrError
from ..scene import unit_reading
from ..translation import translated
from . import calling


class MALLOC_VR_OT_unit_try(bpy.types.Operator):
    """Do this unit as a learner would: nothing is recorded, and all comes back as it is now"""

    bl_idname = "malloc_vr.unit_try"
    bl_label = "Try as Learner"
    bl_options: set[str] = set()  # it makes its own steps for Undo

    unit_id: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Unit", description="Empty: the unit of the open scene", options={"SKIP_SAVE"}
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not any(calling.has_unit(scene) for scene in bpy.data.scenes):
            cls.poll_message_set(translated("This file holds no learning unit"))
            return False
        units = runtime.view().lesson.units
        if any(one.scene_name == context.scene.name and not one.checkpoints for one in units):
            cls.poll_message_set(translated("This unit has no goal yet: add one first"))
            return False
        if context.mode != "OBJECT":
            cls.poll_message_set(translated("Return to Object Mode first"))
            return False
        return not calling.is_at_work(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            trying.begin(self.unit_id or unit_reading.unit_id_of(context.scene))
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        runtime.show_problem("")
        return calling.finish()


class MALLOC_VR_OT_try_stop(bpy.types.Operator):
    """End this try: everything is as it was before"""

    bl_idname = "malloc_vr.try_stop"
    bl_label = "Stop Trying"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        if running is None or not running.is_trial:
            cls.poll_message_set(translated("Nothing is being tried"))
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        trying.stop()
        return calling.finish()


CLASSES = (MALLOC_VR_OT_unit_try, MALLOC_VR_OT_try_stop)
