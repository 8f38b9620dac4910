"""Keeping the lesson: the file that other people open."""

import bpy

from . import calling


class MALLOC_VR_OT_lesson_save(bpy.types.Operator):
    """Save the lesson to its own file; one never saved goes into the lessons folder by name"""

    bl_idname = "malloc_vr.lesson_save"
    bl_label = "Save Lesson"
    bl_options: set[str] = set()  # a saved file is not Blender's to undo

    file_name: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Name",
        description="Name in the lessons folder, without ending. Empty: the open file's own path",
        maxlen=100,
    )

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        if bpy.data.filepath:
            return self.execute(context)
        return context.window_manager.invoke_props_dialog(self)

    def execute(self, context: bpy.types.Context) -> set[str]:
        name = self.file_name.strip()
        result = calling.call(self, "save_lesson", {"file_name": name} if name else {})
        if result is None:
            return {"CANCELLED"}
        self.report({"INFO"}, f"Saved {result['path']}")
        return calling.finish()


CLASSES = (MALLOC_VR_OT_lesson_save,)
