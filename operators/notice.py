"""Putting a notice away."""

import bpy

from .. import runtime


class MALLOC_VR_OT_notice_dismiss(bpy.types.Operator):
    """Put this notice away"""

    bl_idname = "malloc_vr.notice_dismiss"
    bl_label = "Dismiss"
    bl_options = {"INTERNAL"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        runtime.show_problem("")
        return {"FINISHED"}


CLASSES = (MALLOC_VR_OT_notice_dismiss,)
