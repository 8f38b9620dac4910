"""Text in a narrow sidebar: Blender's labels do not wrap, and cut what is too long."""

import textwrap

import bpy

_CHARACTER_PIXELS = 6.6  # mean width in the interface font at scale 1
_MARGIN_PIXELS = 58.0  # panel edge, tab strip, box and scroll bar
_ICON_PIXELS = 20.0
_SHORTEST_LINE_CHARS = 16
_ELLIPSIS = "…"
_END_ICONS = 2


def width_chars(context: bpy.types.Context, indent_icons: int = 0) -> int:
    """How many characters of the interface font fit into a line of this region."""
    scale = context.preferences.system.ui_scale if context.preferences else 1.0
    pixels = context.region.width / scale - _MARGIN_PIXELS - indent_icons * _ICON_PIXELS
    return max(_SHORTEST_LINE_CHARS, int(pixels / _CHARACTER_PIXELS))


def wrapped(
    context: bpy.types.Context, text: str, *, taken_icons: int = 0, most_lines: int = 0
) -> list[str]:
    """The lines of `text`; what is over `most_lines` is left out, with … in its place.

    Args:
        taken_icons: Width that something else takes of a line, in icons.
    """
    width = width_chars(context, taken_icons)
    if most_lines:
        return textwrap.wrap(
            text, width, max_lines=most_lines, placeholder=_ELLIPSIS, break_long_words=True
        )
    return textwrap.wrap(text, width)


def paragraph(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    text: str,
    icon: str = "NONE",
    most_lines: int = 0,
    right: str = "",
) -> int:
    """Draw `text` over as many lines as it needs; `icon` stands before the first.

    Args:
        most_lines: What is over so many is left out; 0 for all of it.
        right: What stands at the end of the line, for which space is left.

    Returns:
        How many lines it took.
    """
    has_icon = icon != "NONE"
    column = layout.column(align=True)
    column.scale_y = 0.8  # lines of one paragraph stand closer than items do
    taken = int(has_icon) + (_END_ICONS if right else 0)
    lines = wrapped(context, text, taken_icons=taken, most_lines=most_lines)
    for number, line in enumerate(lines):
        if has_icon:
            column.label(text=line, icon="BLANK1" if number else icon)
        else:
            column.label(text=line)
    return len(lines)
