"""How the record stands, where a person meets it: what is opening, and what is not kept."""

import bpy

from .. import runtime
from .text import paragraph


def draw_state(
    layout: bpy.types.UILayout, context: bpy.types.Context, record: runtime.RecordStatus
) -> None:
    """Say that the record is opening, or what is not kept and what to do; nothing while all is well."""
    if record.state == "opening":
        layout.label(text="Opening the record…", icon="TIME")
    elif record.trouble:
        box = layout.box()
        first, *others = record.trouble
        paragraph(box, context, first, icon="ERROR")
        for text in others:
            paragraph(box, context, text, icon="BLANK1")
