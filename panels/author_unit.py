"""The unit of this scene: what the learner reads, and what is seldom changed."""

import bpy

from .. import modes, runtime
from ..modes import Mode
from ..translation import translated
from .sidebar import Sidebar
from .text import has_space_for_words, paragraph


def unit_of(context: bpy.types.Context) -> runtime.UnitView | None:
    """The unit that the window's scene carries."""
    name = context.scene.name
    return next((unit for unit in runtime.view().lesson.units if unit.scene_name == name), None)


def is_showing(context: bpy.types.Context) -> bool:
    """Whether the author shows the task, or chooses among what it offered: then that has the space."""
    return runtime.view().demonstration.is_recording or bool(context.scene.malloc_vr_show_me.offers)


class UnitPanel(Sidebar):
    """A panel on the unit of this scene, there while somebody authors."""

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.AUTHOR and unit_of(context) is not None


class MALLOC_VR_PT_author_unit(UnitPanel, bpy.types.Panel):
    bl_label = "Unit"
    bl_order = 1

    def draw(self, context: bpy.types.Context) -> None:
        unit = context.scene.malloc_vr
        column = self.layout.column()
        column.enabled = context.scene.is_editable
        column.prop(unit, "title")
        column.prop(unit, "instructions")
        row = (column.row if has_space_for_words(context) else column.column)(align=True)
        row.operator("malloc_vr.unit_capture_start", icon="PINNED")
        row.operator("malloc_vr.unit_try", icon="PLAY")
        if not context.scene.is_editable:
            paragraph(
                self.layout,
                context,
                translated("This scene is linked from another file: edit it there."),
                icon="LINKED",
            )


def draw_hints(column: bpy.types.UILayout, owner: object) -> None:
    """A field for each hint of a unit or a goal."""
    for name in ("hint_1", "hint_2", "hint_3"):
        column.prop(owner, name)
        if not getattr(owner, name):
            break  # the next one has its place once this one is there


class MALLOC_VR_PT_author_hints(UnitPanel, bpy.types.Panel):
    bl_label = "Hints"
    bl_order = 1
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return super().poll(context) and not is_showing(context)

    def draw(self, context: bpy.types.Context) -> None:
        layout, unit = self.layout, unit_of(context)
        layout.enabled = context.scene.is_editable
        goals = unit.goals if unit is not None else ()
        own = 0
        for goal in goals:
            trigger = context.scene.objects.get(goal.object_name)
            is_edited = len(goals) > 1 and goal.goal_id == context.scene.malloc_vr.goal
            if trigger is None or not (is_edited or trigger.malloc_vr.hint_1):
                continue
            box = layout.box().column()
            paragraph(box, context, goal.objective, icon="DOT", most_lines=1)
            draw_hints(box, trigger.malloc_vr)
            own += 1
        layout.operator("malloc_vr.hints_make", icon="LIGHT")
        if own == len(goals) and own:
            return
        if own:
            layout.label(text="For the Other Goals:")
        draw_hints(layout.column(), context.scene.malloc_vr)


class MALLOC_VR_PT_author_advanced(UnitPanel, bpy.types.Panel):
    bl_label = "Advanced"
    bl_order = 1
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return super().poll(context) and not is_showing(context)

    def draw(self, context: bpy.types.Context) -> None:
        unit, shown = context.scene.malloc_vr, unit_of(context)
        layout = self.layout
        layout.enabled = context.scene.is_editable
        layout.prop(unit, "minutes")
        layout.prop(unit, "learning_event", text="Event")
        layout.prop(unit, "adaptation_optional")
        if shown is None:
            return
        layout.label(text=translated("Id: {unit_id}", unit_id=shown.unit_id))
        others = [one for one in runtime.view().lesson.units if one.unit_id != shown.unit_id]
        if others:
            layout.label(text="Comes after:")
        column = layout.column(align=True)
        for other in others:
            is_needed = other.unit_id in shown.prerequisites
            icon = "CHECKBOX_HLT" if is_needed else "CHECKBOX_DEHLT"
            row = column.operator("malloc_vr.unit_need", text=other.title, icon=icon, emboss=False)
            row.other = other.unit_id


CLASSES = (MALLOC_VR_PT_author_unit, MALLOC_VR_PT_author_hints, MALLOC_VR_PT_author_advanced)
