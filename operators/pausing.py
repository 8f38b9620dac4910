"""Pausing a running unit, and going on."""

from collections.abc import Callable

import bpy

from .. import runtime
from ..core.errors import MallocVrError
from ..live import pause
from ..translation import translated
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
            cls.poll_message_set(translated("No unit runs: start one"))
            return False
        return not running.is_paused

    def execute(self, context: bpy.types.Context) -> set[str]:
        return _done(self, pause.pause)


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
        return _done(self, pause.resume)


def _done(operator: bpy.types.Operator, work: Callable[[], None]) -> set[str]:
    try:
        work()
    except MallocVrError as error:  # the unit's scene is gone, and the unit with it
        runtime.refresh_if_stale()
        calling.reject(operator, error)
        return {"CANCELLED"}
    return calling.finish()


CLASSES = (MALLOC_VR_OT_unit_pause, MALLOC_VR_OT_unit_resume)
