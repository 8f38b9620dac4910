"""What a client did beside the person, and what of it waits for the running unit."""

import bpy

from .. import runtime
from ..core.client_changes import waiting_sentence
from ..core.said import say
from .notice_frame import Above, BelowTask, Framed, draw_said, draw_way_out
from .text import paragraph

UNDO_YOURS_FIRST = say("Something was done since. Undo takes that back first, then this.")


class _Strip(Framed):
    bl_label = "Client"

    @classmethod
    def has_something(cls) -> bool:
        view = runtime.view()
        return bool(view.client_change or view.client_deed or view.waiting_changes)

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        box = self.layout.box()
        if view.waiting_changes:
            waiting = waiting_sentence(view.waiting_changes)
            paragraph(box, context, waiting, icon="TIME", in_box=True)
            box.operator("malloc_vr.client_allow", icon="CHECKMARK")
        if view.client_deed:
            draw_said(box, context, view.client_deed, "LINKED", "malloc_vr.client_dismiss")
        change = view.client_change
        if change is None:
            return
        draw_said(box, context, change.sentence, "LINKED", "malloc_vr.client_dismiss")
        row = box.row(align=True)
        row.operator("malloc_vr.client_show", icon="HIDE_OFF")
        if change.is_last and view.session is None:
            row.operator("ed.undo", text="Undo", icon="LOOP_BACK")
        elif not change.is_last:
            draw_way_out(box, context, UNDO_YOURS_FIRST)


class MALLOC_VR_PT_client(_Strip, BelowTask, bpy.types.Panel):
    pass


class MALLOC_VR_PT_client_above(_Strip, Above, bpy.types.Panel):
    pass


CLASSES = (MALLOC_VR_PT_client, MALLOC_VR_PT_client_above)
