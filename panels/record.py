"""Record: whether what learners do is kept, and where."""

import bpy

from .. import session
from .sidebar import Sidebar
from .text import paragraph


class MALLOC_VR_PT_record(Sidebar, bpy.types.Panel):
    bl_label = "Record"
    bl_parent_id = "MALLOC_VR_PT_server"

    def draw(self, context: bpy.types.Context) -> None:
        record = session.view().record
        layout = self.layout
        _draw_state(layout, context, record)
        for notice in record.notices:
            paragraph(layout, context, f"{notice.text} {notice.remedy}".strip(), icon="INFO")
        if record.is_settled:
            layout.operator("malloc_vr.folder_open", icon="FILE_FOLDER")


def _draw_state(
    layout: bpy.types.UILayout, context: bpy.types.Context, record: session.RecordStatus
) -> None:
    state = session.RecordState
    if record.state is state.CLOSED:
        paragraph(layout, context, "Opens when the file has a lesson or the server starts.")
    elif record.state is state.OPENING:
        layout.label(text="Opening the record…", icon="TIME")
    elif record.state is state.OPEN and not record.problem:
        events = "1 event" if record.events == 1 else f"{record.events} events"
        layout.label(text=f"{events}, sealed on this computer", icon="CHECKMARK")
    else:
        box = layout.box()
        for text in record.trouble:
            paragraph(box, context, text, icon="ERROR" if text == record.trouble[0] else "BLANK1")
        row = box.row()
        row.operator("malloc_vr.log_open", icon="TEXT")


CLASSES = (MALLOC_VR_PT_record,)
