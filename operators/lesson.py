"""Keeping the lesson: the file that other people open."""

import bpy

from .. import runtime
from ..core.arguments import SaveLessonArguments
from ..scene import lesson_files
from ..translation import shown, translated
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
        _say_unfinished(self)
        bpy.ops.wm.save_as_mainfile("INVOKE_DEFAULT", **_proposed())
        return {"FINISHED"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        result = calling.call(self, SaveLessonArguments())
        if result is None:
            return {"CANCELLED"}
        self.report({"INFO"}, translated("Saved {path}", path=result.path))
        _say_unfinished(self)
        return calling.finish()


def _say_unfinished(operator: bpy.types.Operator) -> None:
    """Give word of a goal that is kept as it is, though its unit cannot start with it."""
    for unit in runtime.view().lesson.units:
        for goal in unit.goals:
            if goal.next_step:
                said = translated(
                    "In “{title}”, “{goal}” is not finished. {step}",
                    title=unit.title,
                    goal=goal.objective,
                    step=shown(goal.next_step),
                )
                operator.report({"WARNING"}, said)
                return


def _proposed() -> dict[str, str]:
    """The lesson's title as a name for a file that has none yet, beside which others can lie."""
    title = runtime.view().lesson.title
    name = bpy.path.clean_name(title).strip("_") if title and not bpy.data.filepath else ""
    return {"filepath": f"{name}.blend"} if name else {}


CLASSES = (MALLOC_VR_OT_lesson_save,)
