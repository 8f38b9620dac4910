"""Why the last wish was rejected, or what came of it; there only while something is to be said."""

import bpy

from .. import runtime
from . import marks
from .notice_frame import Above, BelowTask, Framed, draw_said, draw_way_out


class _Notice(Framed):
    bl_label = "Notice"

    @classmethod
    def has_something(cls) -> bool:
        return bool(runtime.view().problem)

    def draw(self, context: bpy.types.Context) -> None:
        draw_notice(self.layout, context, runtime.view())


class MALLOC_VR_PT_notice(_Notice, BelowTask, bpy.types.Panel):
    pass


class MALLOC_VR_PT_notice_above(_Notice, Above, bpy.types.Panel):
    pass


def draw_notice(layout: bpy.types.UILayout, context: bpy.types.Context, view: runtime.View) -> None:
    """Draw it in its box."""
    box = layout.box()
    icon = marks.DONE if view.went_well else marks.WARNING
    draw_said(box, context, view.problem, icon, "malloc_vr.notice_dismiss")
    if view.remedy:
        draw_way_out(box, context, view.remedy)


CLASSES = (MALLOC_VR_PT_notice, MALLOC_VR_PT_notice_above)
