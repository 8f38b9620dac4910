"""Text in a narrow sidebar: Blender's labels do not wrap, and cut what is too long."""

import re
from functools import lru_cache

import blf
import bpy

from ..translation import shown

_MARGIN_PIXELS = 60.0  # panel edge, tab strip and scroll bar, at scale 1
_ICON_PIXELS = 22.0
_BOX_PIXELS = 24.0  # both edges of a box, with the space beside them
_SHORTEST_LINE_PIXELS = 80.0
_CHARACTER_PIXELS = 6.6  # mean width in the interface font at scale 1
_FEWEST_CHARS = 16
_CHARS_FOR_WORDS = 28
_ELLIPSIS = "…"
_END_ICONS = 2
_FONT = 0
_DEFAULT_POINTS = 11.0


def _scale(context: bpy.types.Context) -> float:
    """The interface's; a Blender that never drew a window has 0."""
    return float(context.preferences.system.ui_scale) or 1.0


def font_points(context: bpy.types.Context) -> float:
    """Size of the interface's font, its scale included."""
    preferences = context.preferences
    styles = getattr(preferences, "ui_styles", None)
    points = float(styles[0].widget.points) if styles else _DEFAULT_POINTS
    return points * _scale(context)


def width_chars(context: bpy.types.Context, taken_icons: int = 0) -> int:
    """How many characters of mean width fit into a line of this region, for columns of a table."""
    scale = _scale(context)
    return max(_FEWEST_CHARS, int(_width_pixels(context, taken_icons) / scale / _CHARACTER_PIXELS))


def has_space_for_words(context: bpy.types.Context) -> bool:
    """Whether a line has space for words before a name; in a narrow sidebar Blender would cut them."""
    return width_chars(context) >= _CHARS_FOR_WORDS


def wrapped(
    context: bpy.types.Context,
    text: str,
    *,
    taken_icons: int = 0,
    most_lines: int = 0,
    share: float = 1.0,
    in_box: bool = False,
) -> tuple[str, ...]:
    """The lines of `text`; what is over `most_lines` is left out, with … in its place.

    Args:
        taken_icons: Width that something else takes of a line, in icons.
        share: How much of the region's width the layout has, where it is indented.
        in_box: Whether it is in a box.
    """
    pixels = int(_width_pixels(context, taken_icons, share, in_box=in_box))
    return wrapped_to(text, pixels, font_points(context), most_lines)


def _width_pixels(
    context: bpy.types.Context, taken_icons: int, share: float = 1.0, *, in_box: bool = False
) -> float:
    scale = _scale(context)
    beside = _MARGIN_PIXELS + (_BOX_PIXELS if in_box else 0.0)
    whole = (context.region.width - beside * scale) * share
    pixels = whole - taken_icons * _ICON_PIXELS * scale
    return max(float(pixels), _SHORTEST_LINE_PIXELS * scale)


@lru_cache(maxsize=512)
def wrapped_to(text: str, pixels: int, points: float, most_lines: int) -> tuple[str, ...]:
    """The lines of `text` in a font of `points`, each at most `pixels` wide; 0 lines are as many as needed."""
    blf.size(_FONT, points)
    lines: list[str] = []
    for word in re.split(r"[ \n]+", text.strip()):  # a no-break space parts no words
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer) <= pixels:
            lines[-1] = longer
        else:
            lines.append(word)
    if most_lines and len(lines) > most_lines:
        rest = " ".join(lines[most_lines - 1 :])
        return (*lines[: most_lines - 1], cut_to(rest, pixels))
    return tuple(lines)


def cut_to(text: str, pixels: int) -> str:
    """As much of a text as fits in the size set last, with … where some is left out; "" where none does."""
    if _width(text) <= pixels:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if _width(text[:middle].rstrip() + _ELLIPSIS) <= pixels:
            fits = middle
        else:
            too_long = middle
    return text[:fits].rstrip() + _ELLIPSIS if fits else ""


def _width(text: str) -> float:
    return float(blf.dimensions(_FONT, text)[0])


def capital(text: str) -> str:
    """The text with a capital at its beginning; nouns inside it keep theirs."""
    return text[:1].upper() + text[1:]


def paragraph(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    text: str,
    icon: str = "NONE",
    most_lines: int = 0,
    right: str = "",
    share: float = 1.0,
    in_box: bool = False,
) -> int:
    """Draw `text`, in the language of the interface, over as many lines as it needs; `icon` stands before the first.

    Args:
        most_lines: What is over so many is left out; 0 for all of it.
        right: What stands at the end of the line, for which space is left.
        share: How much of the region's width `layout` has, where it is indented.
        in_box: Whether it is in a box.

    Returns:
        How many lines it took.
    """
    has_icon = icon != "NONE"
    column = layout.column(align=True)
    column.scale_y = 0.8  # lines of one paragraph stand closer than items do
    taken = int(has_icon) + (_END_ICONS if right else 0)
    lines = wrapped(
        context,
        shown(text),
        taken_icons=taken,
        most_lines=most_lines,
        share=share,
        in_box=in_box,
    )
    for number, line in enumerate(lines):
        if has_icon:
            column.label(text=line, icon="BLANK1" if number else icon)
        else:
            column.label(text=line)
    return len(lines)
