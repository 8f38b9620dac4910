"""The lessons that ship with the add-on."""

import bpy

from .. import runtime
from ..core.arguments import AddExampleLessonArguments
from ..scene import framing
from ..scene.shipped import LESSONS
from ..translation import translated
from . import calling

_ITEMS = [(one.name, one.title, one.description) for one in LESSONS.values()]
_FLANGE = "bolted_flange"


class MALLOC_VR_OT_lesson_add_example(bpy.types.Operator):
    """Author a lesson that ships with the add-on in this file"""

    bl_idname = "malloc_vr.lesson_add_example"
    bl_label = "Add Example Lesson"
    bl_options = {"UNDO"}

    lesson: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Lesson", items=_ITEMS, default=_FLANGE, options={"SKIP_SAVE"}
    )

    @classmethod
    def description(
        cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties
    ) -> str:
        """Say what the lesson is about that this button adds."""
        return LESSONS[properties.lesson].description

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if any(calling.has_unit(scene) for scene in bpy.data.scenes):
            cls.poll_message_set(translated("This file holds a lesson already: open a new file"))
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        if calling.must_wait(self, "lesson_add_example"):
            return {"CANCELLED"}
        lesson = LESSONS[self.lesson]
        if calling.call(self, AddExampleLessonArguments(lesson=self.lesson)) is None:
            return {"CANCELLED"}
        calling.finish()
        first = runtime.view().lesson.units[0]
        scene = bpy.data.scenes[first.scene_name]
        context.window.scene = scene
        framing.stand_at_camera(scene)
        self.report(
            {"INFO"},
            translated("{title}: {count} units", title=lesson.title, count=len(lesson.units)),
        )
        return {"FINISHED"}


CLASSES = (MALLOC_VR_OT_lesson_add_example,)
