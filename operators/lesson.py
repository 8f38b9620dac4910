"""Keeping the lesson: the file that other people open."""

import bpy

from ..core.arguments import SaveLessonArguments
from ..scene import lesson_files
from ..translation import translated
from . import calling


class MALLOC_VR_OT_lesson_save(bpy.types.Operator):
    """Save the lesson to its own file; one that was never saved, where you say"""

    bl_idname = "malloc_vr.lesson_save"
    bl_label = "Save Lesson"
    bl_options: set[str] = set()  # a saved file is not Blender's to undo

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask for a place by Blender's own dialog, unless the file has one that keeps."""
        own = lesson_files.own_path()
        if own is not None and lesson_files.is_well_kept(own):
            return self.execute(context)
        bpy.ops.wm.save_as_mainfile("INVOKE_DEFAULT")
        return {"FINISHED"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        result = calling.call(self, SaveLessonArguments())
        if result is None:
            return {"CANCELLED"}
        self.report({"INFO"}, translated("Saved {path}", path=result.path))
        return calling.finish()


CLASSES = (MALLOC_VR_OT_lesson_save,)
