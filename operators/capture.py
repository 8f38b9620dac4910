"""Keeping the present arrangement of a unit's scene as the one that learners start from."""

import bpy

from .. import runtime
from ..authoring import unit_edits
from ..core import keys
from ..scene import unit_reading
from ..translation import translated
from . import calling


class MALLOC_VR_OT_unit_capture_start(bpy.types.Operator):
    """Keep how the objects of this scene are now: every learner starts the unit from here"""

    bl_idname = "malloc_vr.unit_capture_start"
    bl_label = "Capture Start"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not calling.has_unit(context.scene):
            cls.poll_message_set(translated("This scene is no learning unit yet: add a unit first"))
            return False
        return not calling.is_at_work(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask before another start is replaced: a learner's half-done work is no start."""
        if keys.START_POSES not in context.scene:
            return self.execute(context)
        return context.window_manager.invoke_confirm(
            self,
            event,
            title=translated("Replace the start of this unit?"),
            message=translated("Every learner will find the objects as they are now."),
            confirm_text=translated("Replace"),
        )

    def execute(self, context: bpy.types.Context) -> set[str]:
        scene = context.scene
        captured = unit_edits.capture(scene)
        self.report(
            {"INFO"},
            translated(
                "{unit} starts with {count} objects as now",
                unit=unit_reading.unit_id_of(scene),
                count=len(captured),
            ),
        )
        runtime.mark_authored()
        return calling.finish()


CLASSES = (MALLOC_VR_OT_unit_capture_start,)
