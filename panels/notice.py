"""Why the last wish was rejected; there only while something is to be said.

For a learner it stands below the task: nothing that is pressed may move when it comes. It has a
header there, for Blender puts panels without one above all others. Authors and instructors, whose
panels are long, would not see it there, and have it above.
"""

import bpy

from .. import modes, runtime
from ..modes import Mode
from .sidebar import Sidebar
from .text import paragraph


class _Notice(Sidebar):
    bl_label = "Notice"
    layout: bpy.types.UILayout

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(runtime.view().problem)

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        box = self.layout.box()
        row = box.row()
        paragraph(row, context, view.problem, icon="ERROR", right=" ")
        row.operator("malloc_vr.notice_dismiss", text="", icon="X", emboss=False)
        if view.remedy:
            paragraph(box, context, view.remedy, icon="BLANK1")


class MALLOC_VR_PT_notice(_Notice, bpy.types.Panel):
    bl_order = 3

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return super().poll(context) and modes.current() is Mode.LEARN


class MALLOC_VR_PT_notice_above(_Notice, bpy.types.Panel):
    bl_options = {"HIDE_HEADER"}
    bl_order = 0

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return super().poll(context) and modes.current() is not Mode.LEARN


CLASSES = (MALLOC_VR_PT_notice, MALLOC_VR_PT_notice_above)
