"""Record: whether what learners do is kept, and where."""

import bpy

from .. import runtime
from ..core.said import joined
from ..translation import counted, translated
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
            paragraph(
                layout,
                context,
                translated("Opens when the file has a lesson or the server starts."),
            )
        elif record.state == "open" and not record.trouble:
            text = counted(
                record.events,
                "1 event, sealed on this computer",
                "{count} events, sealed on this computer",
            )
            layout.label(text=text, icon="CHECKMARK")
        for notice in record.notices:
            paragraph(layout, context, joined((notice.text, notice.remedy)), icon="INFO")
        if record.is_settled:
            row = layout.row(align=True)
            row.operator("malloc_vr.folder_open", icon="FILE_FOLDER")
            row.operator("malloc_vr.log_open", icon="TEXT")


CLASSES = (MALLOC_VR_PT_record,)
