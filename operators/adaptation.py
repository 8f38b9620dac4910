"""Saying no to what is different for oneself."""

import bpy

from .. import runtime
from ..core.errors import MallocVrError
from ..live import unit_adaptation
from . import calling


class MALLOC_VR_OT_adaptation_decline(bpy.types.Operator):
    """Work as everybody does in this unit; it stays so until you leave it"""

    bl_idname = "malloc_vr.adaptation_decline"
    bl_label = "Work Without This"
    bl_options: set[str] = set()  # adaptation is no part of the file

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().session is not None and runtime.view().may_decline

    def execute(self, context: bpy.types.Context) -> set[str]:
        running = runtime.view().session
        assert running is not None  # poll
        try:
            unit_adaptation.decline(running.unit_id)
        except MallocVrError as error:  # the unit's scene is gone, and the unit with it
            calling.reject(self, error)
            return {"CANCELLED"}
        runtime.show_session(runtime.view().session)
        return calling.finish()


CLASSES = (MALLOC_VR_OT_adaptation_decline,)
