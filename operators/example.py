"""The lesson that ships with the add-on."""

import json
from pathlib import Path

import bpy

from .. import runtime
from ..core import example
from ..scene import framing
from . import calling

_ASSET = "bolted_flange"
_LESSON = Path(__file__).parents[1] / "lessons" / f"{_ASSET}.json"


class MALLOC_VR_OT_lesson_add_example(bpy.types.Operator):
    """Author the example in this file: a pipe joint with gasket, guard and eight bolts, four units"""

    bl_idname = "malloc_vr.lesson_add_example"
    bl_label = "Add Example Lesson"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if any(calling.has_unit(scene) for scene in bpy.data.scenes):
            cls.poll_message_set("This file holds a lesson already: open a new file")
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        if calling.must_wait(self, "lesson_add_example"):
            return {"CANCELLED"}
        lesson = json.loads(_LESSON.read_text(encoding="utf-8"))
        for arguments in example.tool_calls(lesson, _ASSET):
            if calling.call(self, arguments) is None:
                return {"CANCELLED"}
        calling.finish()
        first = runtime.view().lesson.units[0]
        scene = bpy.data.scenes[first.scene_name]
        context.window.scene = scene
        framing.stand_at_camera(scene)
        self.report({"INFO"}, f"{lesson['title']}: {len(lesson['units'])} units")
        return {"FINISHED"}


CLASSES = (MALLOC_VR_OT_lesson_add_example,)
