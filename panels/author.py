"""Author: the lesson in this file and the unit of this scene."""

import bpy

from .. import modes, runtime
from ..modes import Mode
from .sidebar import Sidebar, big_button
from .text import paragraph


class MALLOC_VR_PT_author(Sidebar, bpy.types.Panel):
    bl_label = "Author"
    bl_order = 1

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.AUTHOR

    def draw(self, context: bpy.types.Context) -> None:
        lesson = runtime.view().lesson
        layout = self.layout
        if not lesson.units:
            _draw_empty(layout, context)
        for problem in lesson.problems:
            paragraph(layout.box(), context, problem, icon="ERROR")
        if lesson.units:
            _draw_units(layout, context, lesson)


class MALLOC_VR_PT_author_unit(Sidebar, bpy.types.Panel):
    bl_label = "This Scene's Unit"
    bl_parent_id = "MALLOC_VR_PT_author"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _unit_of(context) is not None

    def draw(self, context: bpy.types.Context) -> None:
        unit = _unit_of(context)
        if unit is None:
            return
        layout = self.layout
        for objective in unit.objectives:
            paragraph(layout, context, objective, icon="DOT")
        layout.label(text=f"{_checkpoints(unit).capitalize()}, {unit.duration}", icon="TIME")
        column = layout.column(align=True)
        column.operator("malloc_vr.trigger_add", icon="ADD")
        column.operator("malloc_vr.unit_capture_start", icon="PINNED")


def _draw_empty(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    paragraph(
        layout, context, "This file holds no lesson yet. Add a unit, or begin with the example."
    )
    column = layout.column(align=True)
    big_button(column, "malloc_vr.unit_add", icon="ADD")
    column.operator("malloc_vr.lesson_add_example", icon="IMPORT")


def _checkpoints(unit: runtime.UnitView) -> str:
    if not unit.checkpoints:
        return "no checkpoint yet"
    return "1 checkpoint" if unit.checkpoints == 1 else f"{unit.checkpoints} checkpoints"


def _draw_units(
    layout: bpy.types.UILayout, context: bpy.types.Context, lesson: runtime.LessonView
) -> None:
    open_unit = _unit_of(context)
    column = layout.column(align=True)
    for number, unit in enumerate(lesson.units, start=1):
        is_open = open_unit is not None and unit.unit_id == open_unit.unit_id
        row = column.row()
        if is_open:
            row.label(text=f"{number}. {unit.title}", icon="SCENE_DATA")
        else:
            show = row.operator(
                "malloc_vr.unit_show", text=f"{number}. {unit.title}", icon="BLANK1", emboss=False
            )
            show.unit_id = unit.unit_id
        count = row.row()
        count.alignment = "RIGHT"
        count.label(text=_checkpoints(unit))
    column = layout.column(align=True)
    column.operator("malloc_vr.unit_add", icon="ADD")
    column.operator("malloc_vr.lesson_save", icon="FILE_TICK")


def _unit_of(context: bpy.types.Context) -> runtime.UnitView | None:
    name = context.scene.name
    return next((u for u in runtime.view().lesson.units if u.scene_name == name), None)


CLASSES = (MALLOC_VR_PT_author, MALLOC_VR_PT_author_unit)
