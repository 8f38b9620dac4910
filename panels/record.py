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
        if not record.is_settled:
            paragraph(layout, context, "Opens when a unit or the server is started.")
            return
        if record.problem:
            box = layout.box()
            paragraph(box, context, record.problem, icon="ERROR")
            paragraph(box, context, "Learners can go on; nothing that was recorded is lost.")
        else:
            events = "1 event" if record.events == 1 else f"{record.events} events"
            layout.label(text=f"{events}, sealed on this computer", icon="CHECKMARK")
        if record.recovered:
            paragraph(layout, context, record.recovered, icon="INFO")
        layout.operator("malloc_vr.folder_open", icon="FILE_FOLDER")


CLASSES = (MALLOC_VR_PT_record,)
