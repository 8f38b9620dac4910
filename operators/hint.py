"""Hints made from a goal by one press."""

import bpy

from .. import runtime
from ..authoring import conditions, goals, hint_objects, texts
from ..core import keys
from ..core.errors import rejection
from ..core.goal_hints import hints_for
from ..core.said import template
from ..translation import shown, translated
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
        said = hints_for(conditions.read(trigger)) if trigger is not None else ()
        if trigger is None or not said:
            error = rejection(
                "VALIDATION_ERROR",
                "No goal of this unit is about an object yet.",
                remedy="Add a goal, or pick its object, then make the hints.",
            )
            calling.reject(self, error)
            return {"CANCELLED"}
        had = texts.read(scene, keys.HINTS)
        if not had:  # what the author wrote is better
            texts.write(scene, keys.HINTS, tuple(map(shown, said)))
        made = hint_objects.make(scene, trigger)
        shapes = template("Made {shapes} shapes, hidden until a learner asks")
        both = template(
            "Made {sentences} sentences and {shapes} shapes, hidden until a learner asks"
        )
        made_text = translated(shapes if had else both, sentences=len(said), shapes=len(made))
        self.report({"INFO"}, made_text)
        runtime.mark_stale()
        return calling.finish()


CLASSES = (MALLOC_VR_OT_hints_make,)
