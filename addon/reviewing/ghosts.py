"""Where things were at the step that Review shows: wire boxes, drawn into the viewport.

No object is made, so the file does not change and there is nothing to undo. Only in the unit's own
scene. Where movements were kept, `replay_ghosts` draws instead.

Thread: main.
"""

from collections.abc import Iterator

import bpy
from bpy_extras.view3d_utils import location_3d_to_region_2d
from mathutils import Vector

from ..core.replay import GAPS
from ..core.review import Corners, StepKind, StepView, duration_text
from ..translation import shown, translated
from .overlay_text import write
from .review_drawing import BOX_EDGES, Colour, Handlers, KeptDrawing, review_of

# Where the corners count through z, y, x, as the box of an empty does.
_COUNTED_EDGES = (
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
_COLOUR: Colour = (0.85, 0.85, 0.85, 1.0)
_lines = KeptDrawing("LINES", "POLYLINE_UNIFORM_COLOR")
_MARGIN_PIXELS = 14
_BOTTOM_PIXELS = 64
"""Above the panel in which Blender offers to adjust the last operation."""


def shown_step(scene: bpy.types.Scene) -> StepView | None:
    """The step whose ghosts belong into `scene` now."""
    review = review_of(scene)
    return review.shown_step if review is not None and review.shows_ghosts else None


def edges(corners: Corners) -> Iterator[tuple[float, float, float]]:
    """The ends of a box's edges, two by two."""
    if len(corners) != 8:
        return
    first_four = [Vector(corner) for corner in corners[:4]]
    is_round = (
        first_four[0] - first_four[1] + first_four[2] - first_four[3]
    ).length < _SAME_PLACE_M
    for first, second in BOX_EDGES if is_round else _COUNTED_EDGES:
        yield corners[first]
        yield corners[second]


def _draw_boxes() -> None:
    step, review = shown_step(bpy.context.scene), review_of(bpy.context.scene)
    if step is None or (review is not None and review.replay is not None):
        return
    boxes = step.boxes
    _lines.draw(
        boxes,
        lambda: {"pos": [end for _, corners in boxes for end in edges(corners)]},
        _COLOURS.get(step.kind, _COLOUR),
    )


def _draw_texts() -> None:
    step, review = shown_step(bpy.context.scene), review_of(bpy.context.scene)
    if step is None or review is None:
        return
    context = bpy.context
    scale = context.preferences.system.ui_scale
    colour = _COLOURS.get(step.kind, _COLOUR)
    left = _MARGIN_PIXELS * scale + _tools_width(context.area)
    bottom = _BOTTOM_PIXELS * scale
    if review.frame is not None:
        after = translated("After {time}", time=duration_text(review.moment_seconds))
        gap = GAPS.get(review.frame.sight, "")
        said = "   ".join(filter(None, (after, shown(step.text), gap and translated(gap))))
        write(said, left, bottom, scale, _COLOUR, has_ground=True)
        return
    for name, corners in step.boxes:
        centre = sum((Vector(corner) for corner in corners), Vector()) / max(len(corners), 1)
        place = location_3d_to_region_2d(context.region, context.region_data, centre)
        if place is not None:
            write(name, place.x, place.y, scale, colour)
    write(f"{step.when}   {shown(step.text)}", left, bottom, scale, colour, has_ground=True)


def _tools_width(area: bpy.types.Area) -> float:
    """What the toolbar covers of the viewport, where regions overlap."""
    return next((float(one.width) for one in area.regions if one.type == "TOOLS"), 0.0)


_handlers = Handlers((_draw_boxes, "POST_VIEW"), (_draw_texts, "POST_PIXEL"), kept=(_lines,))
start, stop = _handlers.start, _handlers.stop
