"""The operator by which Blender joins a client's authoring calls to one step for Undo."""

import bpy

from ..scene import undo_steps


class MALLOC_VR_OT_authoring_step(bpy.types.Operator):
    """Keep what a client has authored, with what it authored just before, for Undo"""

    bl_idname = "malloc_vr.authoring_step"
    bl_label = "Author Lesson"
    bl_options = {"UNDO_GROUPED", "INTERNAL"}
    bl_undo_group = undo_steps.AUTHORING

    def execute(self, context: bpy.types.Context) -> set[str]:
        return {"FINISHED"}  # the step is made by the options


CLASSES = (MALLOC_VR_OT_authoring_step,)
