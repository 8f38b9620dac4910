"""Record: whether what learners do is kept, and where."""

import bpy

from .. import runtime
from .record_state import draw_state
from .sidebar import Sidebar
from .text import paragraph


class MALLOC_VR_PT_record(Sidebar, bpy.types.Panel):
    bl_label = "Record"
    bl_parent_id = "MALLOC_VR_PT_server"

    def draw(self, context: bpy.types.Context) -> None:
        record = runtime.view().record
        layout = self.layout
        draw_state(layout, context, record)
        if record.state == "closed":
            paragraph(layout, context, "Opens when the file has a lesson or the server starts.")
        elif record.state == "open" and not record.trouble:
            events = "1 event" if record.events == 1 else f"{record.events} events"
            layout.label(text=f"{events}, sealed on this computer", icon="CHECKMARK")
        for notice in record.notices:
            paragraph(layout, context, f"{notice.text} {notice.remedy}".strip(), icon="INFO")
        if record.is_settled:
            row = layout.row(align=True)
            row.operator("malloc_vr.folder_open", icon="FILE_FOLDER")
            row.operator("malloc_vr.log_open", icon="TEXT")


CLASSES = (MALLOC_VR_PT_record,)
