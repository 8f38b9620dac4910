"""Where in a 3D viewport there is space for lines: beside its toolbar, below its headers."""

from dataclasses import dataclass

import bpy

from .. import region_space

_TEXT_LINE = 0.9  # VIEW3D_OVERLAY_LINEHEIGHT of Blender, in widget units
_FIRST_TEXT_LINE = 1.3  # down to the upper edge of Blender's own texts and one line, likewise
_STATISTICS_LINES = 6
_WIDGET_UNIT_PIXELS = 20.0  # at scale 1, as all below
_NAVIGATION_MARGIN_PIXELS = 30
_NARROW_PIXELS = 260  # less than that is worse than lying under the navigation gizmos


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
    free = region_space.free_space(context.area, context.region)
    scale = context.preferences.system.ui_scale
    own = round(_own_text_units(context) * _WIDGET_UNIT_PIXELS * scale)
    right = free.right - _navigation_pixels(context, free.right - free.left)
    return Place(free.left, right, free.top - own, scale)


def _navigation_pixels(context: bpy.types.Context, width: int) -> int:
    """What Blender's navigation gizmos take at the right, where so much can be spared."""
    if not (context.space_data.show_gizmo and context.space_data.show_gizmo_navigate):
        return 0
    view, scale = context.preferences.view, context.preferences.system.ui_scale
    is_large = view.mini_axis_type == "GIZMO"
    size = (view.gizmo_size_navigate_v3d if is_large else 0) + _NAVIGATION_MARGIN_PIXELS
    return round(size * scale) if width - size * scale >= _NARROW_PIXELS * scale else 0


def is_drawn_here(context: bpy.types.Context) -> bool:
    """Whether this is the viewport's one region for lines: of four views the upper left one."""
    if context.region_data is None:
        return False
    if not context.space_data.region_quadviews:
        return True
    windows = [region for region in context.area.regions if region.type == "WINDOW"]
    first = max(windows, key=lambda region: (region.y, -region.x))
    return bool(first == context.region)


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
