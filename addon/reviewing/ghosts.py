"""Where things were at the step that Review shows: wire boxes, drawn into the viewport.

No object is made, so the file does not change and there is nothing to undo. Only in the unit's own
scene.

Thread: main.
"""

from collections.abc import Iterator
from typing import Any

import blf
import bpy
import gpu
from bpy_extras.view3d_utils import location_3d_to_region_2d
from gpu_extras.batch import batch_for_shader
from mathutils import Vector

from .. import modes, view_state
from ..core.review import Corners, StepKind, StepView
from ..modes import Mode
from ..translation import shown

# Those of the 8 corners that an edge joins: where the first four go round a face, as Blender's
# bounding box has them, and where they count through z, y, x, as the box of an empty does.
_ROUND = (
    (0, 1), (1, 2), (2, 3), (3, 0),
    (4, 5), (5, 6), (6, 7), (7, 4),
    (0, 4), (1, 5), (2, 6), (3, 7),
)  # fmt: skip
_COUNTED = (
    (0, 1), (2, 3), (4, 5), (6, 7),
    (0, 2), (1, 3), (4, 6), (5, 7),
    (0, 4), (1, 5), (2, 6), (3, 7),
)  # fmt: skip
_SAME_PLACE_M = 1e-3

_COLOURS = {
    StepKind.PASSED: (0.35, 0.85, 0.45, 1.0),
    StepKind.HELPED: (0.40, 0.65, 1.0, 1.0),
    StepKind.FAILED: (1.0, 0.45, 0.35, 1.0),
}
_COLOUR = (0.85, 0.85, 0.85, 1.0)
_LINE_PIXELS = 2.0
_FONT = 0
_TEXT_POINTS = 12
_MARGIN_PIXELS = 14
_GROUND = (0.0, 0.0, 0.0, 0.65)
_GROUND_EDGE_PIXELS = 6

_handlers: list[Any] = []


def start() -> None:
    """Draw from now on; without a window there is nothing to draw into."""
    if bpy.app.background or _handlers:
        return
    add = bpy.types.SpaceView3D.draw_handler_add
    _handlers.append(add(_draw_boxes, (), "WINDOW", "POST_VIEW"))
    _handlers.append(add(_draw_texts, (), "WINDOW", "POST_PIXEL"))


def stop() -> None:
    """Draw nothing any more."""
    while _handlers:
        bpy.types.SpaceView3D.draw_handler_remove(_handlers.pop(), "WINDOW")


def shown_step(scene: bpy.types.Scene) -> StepView | None:
    """The step whose ghosts belong into `scene` now."""
    view = view_state.view()
    if not view.review.shows_ghosts or modes.current() is not Mode.REVIEW:
        return None
    unit = view.lesson.unit(view.review.unit)
    is_here = unit is not None and unit.scene_name == scene.name
    return view.review.shown_step if is_here else None


def edges(corners: Corners) -> Iterator[tuple[float, float, float]]:
    """The ends of a box's edges, two by two."""
    if len(corners) != 8:
        return
    first_four = [Vector(corner) for corner in corners[:4]]
    is_round = (
        first_four[0] - first_four[1] + first_four[2] - first_four[3]
    ).length < _SAME_PLACE_M
    for first, second in _ROUND if is_round else _COUNTED:
        yield corners[first]
        yield corners[second]


def _draw_boxes() -> None:
    step = shown_step(bpy.context.scene)
    if step is None or not step.boxes:
        return
    lines = [end for _, corners in step.boxes for end in edges(corners)]
    shader = gpu.shader.from_builtin("POLYLINE_UNIFORM_COLOR")
    batch = batch_for_shader(shader, "LINES", {"pos": lines})
    shader.uniform_float("viewportSize", gpu.state.viewport_get()[2:])
    shader.uniform_float("lineWidth", _LINE_PIXELS * bpy.context.preferences.system.ui_scale)
    shader.uniform_float("color", _COLOURS.get(step.kind, _COLOUR))
    gpu.state.blend_set("ALPHA")
    batch.draw(shader)
    gpu.state.blend_set("NONE")


def _draw_texts() -> None:
    step = shown_step(bpy.context.scene)
    region = bpy.context.region
    if step is None:
        return
    scale = bpy.context.preferences.system.ui_scale
    colour = _COLOURS.get(step.kind, _COLOUR)
    for name, corners in step.boxes:
        centre = sum((Vector(corner) for corner in corners), Vector()) / max(len(corners), 1)
        place = location_3d_to_region_2d(region, bpy.context.region_data, centre)
        if place is not None:
            _write(name, place.x, place.y, scale, colour)
    left = _MARGIN_PIXELS * scale + _tools_width(bpy.context.area)
    text, bottom = f"{step.when}   {shown(step.text)}", 2 * _MARGIN_PIXELS * scale
    _draw_ground(text, left, bottom, scale)
    _write(text, left, bottom, scale, colour)


def _draw_ground(text: str, left: float, bottom: float, scale: float) -> None:
    """A dark ground, on which the step can be read whatever the scene behind it looks like."""
    blf.size(_FONT, _TEXT_POINTS * scale)
    width, height = blf.dimensions(_FONT, text)
    edge = _GROUND_EDGE_PIXELS * scale
    right, top = left + width + edge, bottom + height + edge
    corners = (
        (left - edge, bottom - edge),
        (right, bottom - edge),
        (right, top),
        (left - edge, top),
    )
    shader = gpu.shader.from_builtin("UNIFORM_COLOR")
    shader.bind()
    shader.uniform_float("color", _GROUND)
    gpu.state.blend_set("ALPHA")
    batch_for_shader(shader, "TRI_FAN", {"pos": corners}).draw(shader)
    gpu.state.blend_set("NONE")


def _tools_width(area: bpy.types.Area) -> float:
    """What the toolbar covers of the viewport, where regions overlap."""
    return next((float(one.width) for one in area.regions if one.type == "TOOLS"), 0.0)


def _write(
    text: str, x: float, y: float, scale: float, colour: tuple[float, float, float, float]
) -> None:
    blf.size(_FONT, _TEXT_POINTS * scale)
    blf.enable(_FONT, blf.SHADOW)
    blf.shadow(_FONT, 5, 0.0, 0.0, 0.0, 0.9)
    blf.position(_FONT, x, y, 0)
    blf.color(_FONT, *colour)
    blf.draw(_FONT, text)
    blf.disable(_FONT, blf.SHADOW)
