"""Pausing a running unit, and going on."""

import bpy

from .. import runtime
from ..core.errors import MallocVrError
from ..live import pause
from . import calling


class MALLOC_VR_OT_unit_pause(bpy.types.Operator):
    """Stop the clock of this unit; it goes on when you continue or touch the work"""

    bl_idname = "malloc_vr.unit_pause"
    bl_label = "Pause"
    bl_options: set[str] = set()  # nothing in the file changes

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        if running is None:
            cls.poll_message_set("No unit runs: start one")
            return False
        return not running.is_paused

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            pause.pause()
        except MallocVrError as error:
            calling.refuse(self, error)
        return calling.finish()


class MALLOC_VR_OT_unit_resume(bpy.types.Operator):
    """Go on with this unit"""

    bl_idname = "malloc_vr.unit_resume"
    bl_label = "Continue"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        return running is not None and running.is_paused

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            pause.resume()
        except MallocVrError as error:
            calling.refuse(self, error)
        return calling.finish()


CLASSES = (MALLOC_VR_OT_unit_pause, MALLOC_VR_OT_unit_resume)
