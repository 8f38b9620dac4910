"""What a client did beside the person, and what of it waits for the running unit.

It stands where a notice does (`notice.py`), and for the same reasons.
"""

import bpy

from .. import modes, runtime
from ..core.client_changes import waiting_sentence
from ..core.said import say
from ..modes import Mode
from .sidebar import Sidebar
from .text import paragraph

UNDO_YOURS_FIRST = say("Something was done since. Undo takes that back first, then this.")


class _Strip(Sidebar):
    bl_label = "Client"
    layout: bpy.types.UILayout

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
        if change.is_last and view.session is None:
            row.operator("ed.undo", text="Undo", icon="LOOP_BACK")
        elif not change.is_last:
            paragraph(box, context, UNDO_YOURS_FIRST, icon="BLANK1")


class MALLOC_VR_PT_client(_Strip, bpy.types.Panel):
    bl_order = 3

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return super().poll(context) and modes.current() is Mode.LEARN


class MALLOC_VR_PT_client_above(_Strip, bpy.types.Panel):
    bl_options = {"HIDE_HEADER"}
    bl_order = 0

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return super().poll(context) and modes.current() is not Mode.LEARN


CLASSES = (MALLOC_VR_PT_client, MALLOC_VR_PT_client_above)
