"""What a client did beside the person, and what of it waits for the running unit."""

import bpy

from .. import runtime
from ..core.client_changes import waiting_sentence
from .sidebar import Sidebar
from .text import paragraph


class MALLOC_VR_PT_client(Sidebar, bpy.types.Panel):
    bl_label = "Client"
    bl_options = {"HIDE_HEADER"}
    bl_order = 3

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        view = runtime.view()
        return view.client_change is not None or view.waiting_changes > 0

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        box = self.layout.box()
        if view.waiting_changes:
            paragraph(box, context, waiting_sentence(view.waiting_changes), icon="TIME")
            box.operator("malloc_vr.client_allow", icon="CHECKMARK")
        change = view.client_change
        if change is None:
            return
        row = box.row()
        paragraph(row, context, change.sentence, icon="LINKED", right=" ")
        row.operator("malloc_vr.client_dismiss", text="", icon="X", emboss=False)
        row = box.row(align=True)
        row.operator("malloc_vr.client_show", icon="HIDE_OFF")
        undo = row.row(align=True)
        undo.enabled = change.is_last and view.session is None
        undo.operator("ed.undo", text="Undo", icon="LOOP_BACK")


CLASSES = (MALLOC_VR_PT_client,)
