"""Taking the picture of a unit that is done, where no button was pressed at its end."""

import bpy

from .. import work_pictures

_SOON_SECONDS = 0.02


class MALLOC_VR_OT_work_picture(bpy.types.Operator):
    """Take a small picture of the work that is done"""

    bl_idname = "malloc_vr.work_picture"
    bl_label = "Take Picture of Work"
    bl_options = {"INTERNAL"}  # nothing in the file changes

    _timer: bpy.types.Timer | None = None

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return work_pictures.is_due() and context.window is not None

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Wait for the window's next event: only then can Blender draw safely."""
        manager = context.window_manager
        self._timer = manager.event_timer_add(_SOON_SECONDS, window=context.window)
        manager.modal_handler_add(self)
        return {"RUNNING_MODAL"}

    def modal(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Take it, and let the event through to whomever it is for."""
        self.cancel(context)
        work_pictures.end()
        return {"FINISHED", "PASS_THROUGH"}

    def cancel(self, context: bpy.types.Context) -> None:
        """Blender ends it, or it ends."""
        if self._timer is not None:
            context.window_manager.event_timer_remove(self._timer)
            self._timer = None


CLASSES = (MALLOC_VR_OT_work_picture,)
