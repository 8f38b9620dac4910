"""Which goal is edited, where it stands, and taking it away."""

import bpy

from .. import runtime
from ..authoring import goals
from . import calling


class _OfGoal:
    """Mixed into an operator on one goal of the open scene."""

    goal: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Goal", description="Its id; empty: the selected one", options={"SKIP_SAVE"}
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return calling.can_edit_unit(cls, context)


class MALLOC_VR_OT_goal_select(_OfGoal, bpy.types.Operator):
    """Edit this goal"""

    bl_idname = "malloc_vr.goal_select"
    bl_label = "Edit Goal"
    bl_options = {"INTERNAL"}  # which goal is looked at is no edit

    def execute(self, context: bpy.types.Context) -> set[str]:
        trigger = goals.find(context.scene, self.goal)
        if trigger is not None:
            goals.select(context.scene, trigger)
        return calling.finish()


class MALLOC_VR_OT_goal_move(_OfGoal, bpy.types.Operator):
    """Move this goal among the others: learners see them in this order"""

    bl_idname = "malloc_vr.goal_move"
    bl_label = "Move Goal"
    bl_options = {"UNDO"}

    places: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Places", description="Negative: up", default=-1, options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        trigger = goals.find(context.scene, self.goal)
        if trigger is not None:
            goals.move(context.scene, trigger, self.places)
        runtime.mark_authored()
        return calling.finish()


class MALLOC_VR_OT_goal_remove(_OfGoal, bpy.types.Operator):
    """Take this goal away, with its conditions. Undo brings it back"""

    bl_idname = "malloc_vr.goal_remove"
    bl_label = "Remove Goal"
    bl_options = {"UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        trigger = goals.find(context.scene, self.goal)
        if trigger is not None:
            goals.remove(context.scene, trigger)
        runtime.mark_authored()
        return calling.finish()


CLASSES = (MALLOC_VR_OT_goal_select, MALLOC_VR_OT_goal_move, MALLOC_VR_OT_goal_remove)
