"""Author: the units of the lesson in this file, in their order."""

import bpy

from .. import modes, runtime
from ..core.said import template
from ..modes import Mode
from ..translation import counted, shown, translated
from . import marks
from .sidebar import Sidebar, big_button
from .text import has_space_for_words, paragraph

_MOST_UNFINISHED = 2
"""More at once nobody finishes."""


class AuthorPanel(Sidebar):
    """A panel that is there while somebody authors."""

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.AUTHOR


class MALLOC_VR_UL_units(bpy.types.UIList):
    """The scenes that carry a unit, in the order of the lesson."""

    def draw_item(
        self,
        context: bpy.types.Context,
        layout: bpy.types.UILayout,
        data: bpy.types.AnyType,
        item: bpy.types.Scene,
        icon: int,
        active_data: bpy.types.AnyType,
        active_property: str,
        index: int = 0,
        flt_flag: int = 0,
    ) -> None:
        units = runtime.view().lesson.units
        number = next((n for n, unit in enumerate(units, 1) if unit.scene_name == item.name), 0)
        row = layout.row(align=True)
        place = row.row()
        place.ui_units_x = 1.2 if number < 10 else 1.8
        place.label(text=f"{number}.")
        row.prop(item.malloc_vr, "title", text="", emboss=False, placeholder="No Title")
        if number and has_space_for_words(context):
            count = row.row()
            count.ui_units_x = 3
            count.label(text=_goals(units[number - 1].checkpoints))

    def draw_filter(self, context: bpy.types.Context, layout: bpy.types.UILayout) -> None:
        """Nothing: the order is that of the lesson."""

    def filter_items(
        self, context: bpy.types.Context, data: bpy.types.BlendData, property_name: str
    ) -> tuple[list[int], list[int]]:
        places = {unit.scene_name: n for n, unit in enumerate(runtime.view().lesson.units)}
        names = [scene.name for scene in data.scenes]
        flags = [self.bitflag_filter_item if name in places else 0 for name in names]
        last = len(places)
        by_place = sorted(range(len(names)), key=lambda n: places.get(names[n], last))
        order = [0] * len(names)
        for place, index in enumerate(by_place):
            order[index] = place
        return flags, order


class MALLOC_VR_PT_author(AuthorPanel, bpy.types.Panel):
    bl_label = "Lesson"
    bl_order = 1

    def draw(self, context: bpy.types.Context) -> None:
        lesson = runtime.view().lesson
        layout = self.layout
        if lesson.units:
            _draw_units(layout, context)
        else:
            _draw_empty(layout, context)
        for problem in lesson.problems:
            paragraph(layout.box(), context, problem, icon=marks.WARNING, in_box=True)
        _draw_unfinished(layout, context)


class MALLOC_VR_MT_unit_add(bpy.types.Menu):
    bl_label = "Add Unit"

    def draw(self, context: bpy.types.Context) -> None:
        is_unit = _is_unit(context)
        for source, text, icon in (
            ("SCENE", template("From This Scene"), "SCENE_DATA"),
            ("COPY_OWN", template("Copy with Own Objects"), "DUPLICATE"),
            ("COPY_LINKED", template("Copy with Linked Objects"), "LINKED"),
            ("EMPTY", template("Empty"), "ADD"),
        ):
            if source != "SCENE" or not is_unit:
                add = self.layout.operator("malloc_vr.unit_add", text=translated(text), icon=icon)
                add.source, add.follows = source, True


def _draw_empty(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    paragraph(
        layout,
        context,
        translated(
            "This file holds no lesson yet. Make this scene its first unit, or begin with the example."
        ),
    )
    column = layout.column(align=True)
    big_button(
        column, "malloc_vr.unit_add", text="Unit from This Scene", icon="ADD"
    ).source = "SCENE"
    column.menu("MALLOC_VR_MT_unit_add", text="Another Way", icon="DOWNARROW_HLT")
    column.menu("MALLOC_VR_MT_examples", icon="IMPORT")


def _draw_units(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    row = layout.row()
    row.template_list(
        "MALLOC_VR_UL_units",
        "",
        bpy.data,
        "scenes",
        context.window_manager,
        "malloc_vr_scene",
        rows=4,
    )
    side = row.column(align=True)
    add = side.operator("malloc_vr.unit_add", text="", icon="ADD")
    add.source, add.follows = (
        "COPY_OWN",
        True,
    )  # what comes next mostly goes on with the same things
    side.operator("malloc_vr.unit_remove", text="", icon="REMOVE")
    side.menu("MALLOC_VR_MT_unit_add", text="", icon="DOWNARROW_HLT")
    side.separator()
    side.operator("malloc_vr.unit_move", text="", icon="TRIA_UP").places = -1
    side.operator("malloc_vr.unit_move", text="", icon="TRIA_DOWN").places = 1
    column = layout.column(align=True)
    if not _is_unit(context):
        add = column.operator("malloc_vr.unit_add", text="Unit from This Scene", icon="ADD")
        add.source, add.follows = "SCENE", True
    column.operator("malloc_vr.lesson_save", icon="FILE_TICK")


def _draw_unfinished(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    """What has still to be said in other scenes: of this one its goals say it themselves."""
    units = [one for one in runtime.view().lesson.units if one.scene_name != context.scene.name]
    said = [
        translated(
            "In “{title}”, “{goal}” is not finished. {step}",
            title=unit.title,
            goal=goal.objective,
            step=shown(goal.next_step),
        )
        for unit in units
        for goal in unit.goals
        if goal.next_step
    ]
    for text in said[:_MOST_UNFINISHED]:
        paragraph(layout.box(), context, text, icon=marks.HINT, in_box=True)


def _goals(count: int) -> str:
    return counted(count, "1 goal", "{count} goals") if count else translated("no goal")


def _is_unit(context: bpy.types.Context) -> bool:
    name = context.scene.name
    return any(unit.scene_name == name for unit in runtime.view().lesson.units)


CLASSES = (MALLOC_VR_UL_units, MALLOC_VR_MT_unit_add, MALLOC_VR_PT_author)
