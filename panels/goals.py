"""The goals of this scene's unit, and the condition of the one that is edited."""

import bpy

from .. import runtime
from ..core.author_view import GoalView
from ..translation import translated
from . import marks
from .author_unit import UnitPanel, is_showing, unit_of
from .condition import draw_condition
from .text import has_space_for_words, paragraph


class MALLOC_VR_PT_author_goals(UnitPanel, bpy.types.Panel):
    bl_label = "Goals"
    bl_order = 1

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return super().poll(context) and not is_showing(context)

    def draw(self, context: bpy.types.Context) -> None:
        unit = unit_of(context)
        if unit is None:
            return
        layout = self.layout
        layout.enabled = context.scene.is_editable
        edited = edited_goal(context, unit)
        for goal in unit.goals:
            _draw_goal(layout, context, goal, is_edited=goal is edited)
        if unit.goals:
            layout.menu("MALLOC_VR_MT_goal_add", icon="ADD")
            return
        text = translated(
            "What must be so in this scene? Select what it is about, then add a goal."
        )
        paragraph(layout, context, text)
        row = layout.row()
        row.scale_y = 1.4
        row.menu("MALLOC_VR_MT_goal_add", icon="ADD")


class MALLOC_VR_PT_author_goal_advanced(UnitPanel, bpy.types.Panel):
    bl_label = "Advanced"
    bl_parent_id = "MALLOC_VR_PT_author_goals"
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        unit = unit_of(context)
        return super().poll(context) and unit is not None and bool(unit.goals)

    def draw(self, context: bpy.types.Context) -> None:
        unit = unit_of(context)
        goal = edited_goal(context, unit) if unit is not None else None
        trigger = context.scene.objects.get(goal.object_name) if goal is not None else None
        if trigger is None:
            return
        layout = self.layout
        layout.enabled = trigger.is_editable
        layout.prop(trigger.malloc_vr, "assessment_type")
        layout.prop(trigger.malloc_vr, "skill")
        layout.prop(trigger.malloc_vr, "difficulty")
        layout.prop(trigger.malloc_vr, "json")


def edited_goal(context: bpy.types.Context, unit: runtime.UnitView) -> GoalView | None:
    """The goal whose condition is shown: the selected one, else the first."""
    wanted = context.scene.malloc_vr.goal
    first = unit.goals[0] if unit.goals else None
    return next((goal for goal in unit.goals if goal.goal_id == wanted), first)


def _draw_goal(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    goal: GoalView,
    *,
    is_edited: bool,
) -> None:
    trigger = context.scene.objects.get(goal.object_name)
    if trigger is None:
        return  # it is gone since the lesson was read, and the next reading says so
    truths = runtime.view().truth.get(goal.goal_id, ())
    column = layout.box().column() if is_edited else layout.column()
    row = column.row(align=True)
    gone = runtime.view().gone.get(goal.goal_id, ())
    icon = marks.truth_icon(truths[0] if truths else None)
    if goal.next_step or gone:
        icon = marks.WARNING if gone else marks.HINT
    if not is_edited:
        row.alignment = "LEFT"
        select = row.operator("malloc_vr.goal_select", text=goal.objective, icon=icon, emboss=False)
        select.goal = goal.goal_id
        return
    row.label(text="", icon=icon)
    row.prop(trigger.malloc_vr, "objective", text="")
    if not has_space_for_words(context):
        row = column.row(align=True)
        row.alignment = "RIGHT"
    for places, arrow in ((-1, "TRIA_UP"), (1, "TRIA_DOWN")):
        row.operator("malloc_vr.goal_move", text="", icon=arrow).places = places
    row.operator("malloc_vr.goal_remove", text="", icon="TRASH")
    if goal.next_step:
        paragraph(column, context, goal.next_step, icon="BLANK1", in_box=True)
    for name in gone:
        said = translated(
            "“{name}” is gone. If you deleted it just now, Ctrl Z brings it back. Else choose another object.",
            name=name,
        )
        paragraph(column, context, said, icon="BLANK1", in_box=True)
    draw_condition(column, context, trigger, truths)


CLASSES = (MALLOC_VR_PT_author_goals, MALLOC_VR_PT_author_goal_advanced)
