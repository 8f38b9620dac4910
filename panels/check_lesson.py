"""Check Lesson: what would stop a learner, each with a way to it."""

import bpy

from .. import modes, runtime
from ..modes import Mode
from ..translation import counted
from . import marks
from .sidebar import Sidebar
from .text import paragraph

SHOWN_MAX = 12
"""More at once nobody mends; the list grows shorter with each that is mended."""

_ICONS = {"obstacle": marks.WARNING, "advice": marks.HINT}


class MALLOC_VR_PT_check_lesson(Sidebar, bpy.types.Panel):
    bl_label = "Check Lesson"
    bl_order = 2
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.AUTHOR and bool(runtime.view().lesson.units)

    def draw(self, context: bpy.types.Context) -> None:
        layout = self.layout
        layout.operator("malloc_vr.lesson_check", icon="VIEWZOOM")
        checked = runtime.view().checked
        if checked is None:
            return
        if not checked.findings:
            paragraph(layout, context, _all_well(checked), icon="CHECKMARK")
        for index, finding in enumerate(checked.findings[:SHOWN_MAX]):
            _draw_finding(layout, context, index, finding)
        more = len(checked.findings) - SHOWN_MAX
        if more > 0:
            text = counted(more, "There is one more.", "There are {count} more.")
            paragraph(layout, context, text, icon="BLANK1")


def _draw_finding(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    index: int,
    finding: runtime.LessonFinding,
) -> None:
    box = layout.box().column()
    paragraph(box, context, finding.sentence, icon=_ICONS[finding.weight], in_box=True)
    paragraph(box, context, finding.remedy, icon="BLANK1", in_box=True)
    row = box.row(align=True)
    if finding.fix:
        row.operator("malloc_vr.finding_fix", icon="TOOL_SETTINGS").index = index
    if finding.scene_name:
        row.operator("malloc_vr.finding_go_to", icon="HIDE_OFF").index = index


def _all_well(checked: runtime.LessonChecked) -> str:
    return counted(
        checked.units,
        "Nothing was found to mend in this unit.",
        "Nothing was found to mend in {count} units.",
    )


CLASSES = (MALLOC_VR_PT_check_lesson,)
