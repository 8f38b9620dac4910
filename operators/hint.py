"""Hints made from a goal by one press."""

import bpy

from .. import runtime
from ..authoring import goals, made_hints
from ..core.errors import rejection
from ..core.said import template
from ..translation import translated
from . import calling


class MALLOC_VR_OT_hints_make(bpy.types.Operator):
    """Make hints from the goal: words where none are, a frame, an arrow and a ghost in the scene"""

    bl_idname = "malloc_vr.hints_make"
    bl_label = "Make Hints from Goal"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return calling.can_edit_unit(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        scene = context.scene
        trigger = goals.selected(scene)
        made = made_hints.make(scene, trigger) if trigger is not None else None
        if made is None:
            error = rejection(
                "VALIDATION_ERROR",
                "No goal of this unit is about an object yet.",
                remedy="Add a goal, or pick its object, then make the hints.",
            )
            calling.reject(self, error)
            return {"CANCELLED"}
        shapes = template("Made {shapes} shapes, hidden until a learner asks")
        both = template(
            "Made {sentences} sentences and {shapes} shapes, hidden until a learner asks"
        )
        made_text = translated(
            both if made.sentences else shapes, sentences=made.sentences, shapes=made.shapes
        )
        self.report({"INFO"}, made_text)
        runtime.mark_stale()
        return calling.finish()


CLASSES = (MALLOC_VR_OT_hints_make,)
