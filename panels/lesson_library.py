"""Lessons to open, where this file holds none."""

import bpy

from .. import modes, runtime
from ..modes import Mode
from ..translation import translated
from .sidebar import Sidebar, big_button
from .text import paragraph

_PICTURE_SCALE = 4.0


class MALLOC_VR_PT_lesson_library(Sidebar, bpy.types.Panel):
    bl_label = "Lessons"
    bl_order = 2

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        view = runtime.view()
        return modes.current() is Mode.LEARN and not view.lesson.units

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        layout = self.layout
        big_button(layout, "malloc_vr.lesson_open", icon="FILE_FOLDER")
        layout.operator("malloc_vr.lessons_look", icon="FILE_REFRESH")
        if view.has_looked and not view.library:
            paragraph(
                layout, context, translated("There is no lesson in your folder for lessons yet.")
            )
        grid = layout.grid_flow(row_major=True, columns=2, even_columns=True)
        for lesson in view.library:
            _draw_lesson(grid, lesson)


def _draw_lesson(layout: bpy.types.UILayout, lesson: runtime.LibraryLesson) -> None:
    box = layout.box().column(align=True)
    if lesson.picture_id:
        box.template_icon(lesson.picture_id, scale=_PICTURE_SCALE)
    box.operator("malloc_vr.lesson_open", text=lesson.title).filepath = lesson.file


CLASSES = (MALLOC_VR_PT_lesson_library,)
