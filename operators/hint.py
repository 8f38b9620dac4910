"""Hints made from goals by one press."""

import bpy

from .. import runtime
from ..authoring import goals, made_hints
from ..core.errors import MallocVrError
from ..core.said import template
from ..translation import translated
from . import calling


class MALLOC_VR_OT_hints_make(bpy.types.Operator):
    """Make hints for each goal: words where it has none, a frame, an arrow and a ghost in the scene"""

    bl_idname = "malloc_vr.hints_make"
    bl_label = "Make Hints from Goals"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return calling.can_edit_unit(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            made = made_hints.make_or_reject(context.scene, goals.goals_of(context.scene))
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        sentences = sum(one.sentences for one in made.values())
        shapes = template("Made {shapes} shapes, hidden until a learner asks")
        both = template(
            "Made {sentences} sentences and {shapes} shapes, hidden until a learner asks"
        )
        made_text = translated(
            both if sentences else shapes,
            sentences=sentences,
            shapes=sum(one.shapes for one in made.values()),
        )
        self.report({"INFO"}, made_text)
        runtime.mark_authored()
        return calling.finish()


CLASSES = (MALLOC_VR_OT_hints_make,)
