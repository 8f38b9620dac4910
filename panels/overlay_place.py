"""Where in a 3D viewport there is space for lines: beside its toolbar, below its headers."""

from dataclasses import dataclass

import bpy

_TEXT_LINE = 0.9  # VIEW3D_OVERLAY_LINEHEIGHT of Blender, in widget units
_FIRST_TEXT_LINE = 1.3  # down to the upper edge of Blender's own texts and one line, likewise
_STATISTICS_LINES = 6
_WIDGET_UNIT_PIXELS = 20.0  # at scale 1
_THINNEST_PIXELS = 2
"""A region that is hidden is one pixel wide or high."""


@dataclass(frozen=True)
class Place:
    """What is free of a viewport's main region, in its pixels, from its lower left.

    Attributes:
        scale: Of the interface.
    """

    left: int
    right: int
    top: int
    scale: float


def place_in(context: bpy.types.Context) -> Place:
    """Find what is free of the region that is drawn."""
    area, region = context.area, context.region
    scale = context.preferences.system.ui_scale
    left, right, top = region.x, region.x + region.width, region.y + region.height
    for other in area.regions:
        if other.type == "WINDOW" or min(other.width, other.height) < _THINNEST_PIXELS:
            continue
        if not _overlap(region, other):
            continue
        if other.type in {"HEADER", "TOOL_HEADER"}:
            if other.alignment == "TOP":
                top = min(top, other.y)
        elif other.type == "TOOLS" and other.alignment == "LEFT":
            left = max(left, other.x + other.width)
        elif other.type in {"UI", "TOOLS"}:
            is_right = other.x + other.width // 2 > region.x + region.width // 2
            left, right = (
                (left, min(right, other.x))
                if is_right
                else (
                    max(left, other.x + other.width),
                    right,
                )
            )
    top -= round(_own_text_units(context) * _WIDGET_UNIT_PIXELS * scale)
    return Place(left - region.x, right - region.x, top - region.y, scale)


def is_drawn_here(context: bpy.types.Context) -> bool:
    """Whether this is the viewport's one region for lines: of four views the upper left one."""
    if context.region_data is None:
        return False
    if not context.space_data.region_quadviews:
        return True
    windows = [region for region in context.area.regions if region.type == "WINDOW"]
    first = max(windows, key=lambda region: (region.y, -region.x))
    return bool(first == context.region)


def _overlap(one: bpy.types.Region, other: bpy.types.Region) -> bool:
    return (
        other.x < one.x + one.width
        and one.x < other.x + other.width
        and other.y < one.y + one.height
        and one.y < other.y + other.height
    )


def _own_text_units(context: bpy.types.Context) -> float:
    """How much of the top Blender's own texts take."""
    overlay, preferences = context.space_data.overlay, context.preferences.view
    lines = 0
    if overlay.show_overlays and overlay.show_text:
        lines = preferences.show_view_name + preferences.show_object_info
    if overlay.show_overlays and overlay.show_text and _names_its_grid(context):
        lines += 1
    if overlay.show_overlays and overlay.show_stats:
        lines += _STATISTICS_LINES
    return _FIRST_TEXT_LINE + max(0, lines - 1) * _TEXT_LINE if lines else 0.0


def _names_its_grid(context: bpy.types.Context) -> bool:
    """Whether Blender says how large the squares of the grid are: in views along an axis."""
    view = context.region_data
    return bool(
        view.is_orthographic_side_view
        and view.view_perspective == "ORTHO"
        and context.space_data.overlay.show_ortho_grid
    )
