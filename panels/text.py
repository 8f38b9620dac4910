"""Text in a narrow sidebar: Blender's labels do not wrap, and cut what is too long."""

import textwrap

import bpy

_CHARACTER_PIXELS = 6.6  # mean width in the interface font at scale 1
_MARGIN_PIXELS = 58.0  # panel edge, tab strip, box and scroll bar
_ICON_PIXELS = 20.0
_SHORTEST_LINE_CHARS = 16


def width_chars(context: bpy.types.Context, indent_icons: int = 0) -> int:
    """How many characters of the interface font fit into a line of this region."""
    scale = context.preferences.system.ui_scale if context.preferences else 1.0
    pixels = context.region.width / scale - _MARGIN_PIXELS - indent_icons * _ICON_PIXELS
    return max(_SHORTEST_LINE_CHARS, int(pixels / _CHARACTER_PIXELS))


def paragraph(
    layout: bpy.types.UILayout, context: bpy.types.Context, text: str, icon: str = "NONE"
) -> None:
    """Draw `text` over as many lines as it needs; `icon` stands before the first."""
    has_icon = icon != "NONE"
    column = layout.column(align=True)
    column.scale_y = 0.8  # lines of one paragraph stand closer than items do
    first = True
    for line in textwrap.wrap(text, width_chars(context, int(has_icon))):
        if has_icon:
            column.label(text=line, icon=icon if first else "BLANK1")
        else:
            column.label(text=line)
        first = False
