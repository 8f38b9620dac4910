"""The place of units among the others, what they need before, and taking one away."""

from collections.abc import Callable
from functools import partial
from typing import Any

import bpy

from .. import runtime
from ..authoring import unit_places
from ..core import unit_order
from ..core.errors import MallocVrError
from ..scene import unit_reading
from ..translation import translated
from . import calling


class _OfUnit:
    """Mixed into an operator on the unit of the open scene."""

    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return calling.can_edit_unit(cls, context)


class MALLOC_VR_OT_unit_move(_OfUnit, bpy.types.Operator):
    """Move this scene's unit among the others. No unit comes before one that it needs"""

    bl_idname = "malloc_vr.unit_move"
    bl_label = "Move Unit"

    places: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Places", description="Negative: up", default=-1, options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        before = [unit.unit_id for unit in unit_reading.read_lesson().units]
        after = unit_order.moved(before, unit_reading.unit_id_of(context.scene), self.places)
        return _done(self, partial(unit_places.order, after))


class MALLOC_VR_OT_unit_remove(_OfUnit, bpy.types.Operator):
    """Take the unit off this scene, with its goals and hints. The scene and its objects stay"""

    bl_idname = "malloc_vr.unit_remove"
    bl_label = "Remove Unit"

    def execute(self, context: bpy.types.Context) -> set[str]:
        done = _done(self, partial(unit_places.remove, context.scene))
        if done == {"FINISHED"}:
            self.report(
                {"INFO"},
                translated("The unit was removed; its scene stays. Undo brings it back"),
            )
        return done


class MALLOC_VR_OT_unit_need(_OfUnit, bpy.types.Operator):
    """Say whether the other unit must be passed before this one"""

    bl_idname = "malloc_vr.unit_need"
    bl_label = "Needs Unit"

    other: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Other unit", options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        own = unit_reading.unit_id_of(context.scene)
        return _done(self, partial(unit_places.toggle_need, own, self.other))


def _done(operator: Any, change: Callable[[], None]) -> set[str]:
    try:
        change()
    except MallocVrError as error:
        calling.reject(operator, error)
        return {"CANCELLED"}
    runtime.mark_authored()
    return calling.finish()


CLASSES = (MALLOC_VR_OT_unit_move, MALLOC_VR_OT_unit_remove, MALLOC_VR_OT_unit_need)
