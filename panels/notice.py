"""Why the last wish was rejected; there only while something is to be said.

It stands below the mode's own panels: nothing that is pressed may move when it comes.
"""

import bpy

from .. import runtime
from .sidebar import Sidebar
from .text import paragraph


class MALLOC_VR_PT_notice(Sidebar, bpy.types.Panel):
    bl_label = "Notice"
    bl_options = {"HIDE_HEADER"}
    bl_order = 3

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


CLASSES = (MALLOC_VR_PT_notice,)
