"""How long each object was in the learner's picture, as colours over the objects.

In the picture is not looked at: where the eyes rested is not known, and no text says so.

Thread: main.
"""

from typing import Any

import bpy
from bpy_extras.view3d_utils import location_3d_to_region_2d
from mathutils import Vector

from ..core.review import duration_text
from ..translation import shown
from . import parts_in_scene
from .overlay_text import size_pixels, write
from .review_drawing import BOX_FACES, Colour, Handlers, KeptDrawing, box_lines, review_of, standing

_FILL_ALPHA = 0.28
_LINE_ALPHA = 0.9
_TEXT: Colour = (1.0, 1.0, 1.0, 1.0)

_faces = KeptDrawing("TRIS", "FLAT_COLOR")
_lines = KeptDrawing("LINES", "POLYLINE_FLAT_COLOR")

_Share = tuple[bpy.types.Object, float, float]
_Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in pixels of the region."""


def shares(scene: bpy.types.Scene) -> list[_Share]:
    """The objects that have a colour in `scene` now: seconds, and their share of the longest."""
    review = review_of(scene)
    if review is None or not review.shows_attention:
        return []
    attention = review.attention
    longest = max((seconds for _, seconds in attention), default=0.0)
    if longest <= 0:
        return []
    objects = parts_in_scene.find(scene, {name: "" for name, _ in attention})
    return [
        (objects[name], seconds, seconds / longest)
        for name, seconds in attention
        if name in objects
    ]


def heat(share: float) -> tuple[float, float, float]:
    """From blue over yellow to red, which differ in lightness too."""
    if share < 0.5:
        return (2 * share, 0.25 + 1.1 * share, 1.0 - 2 * share)
    return (1.0, 0.8 - 1.3 * (share - 0.5), 0.0)


def _draw_boxes() -> None:
    drawn = shares(bpy.context.scene)
    if not drawn:
        return
    made_of = tuple((*standing(obj), share) for obj, _, share in drawn)
    _faces.draw(made_of, lambda: _colored_faces(drawn))
    _lines.draw(made_of, lambda: _colored_lines(drawn))


def _colored_faces(drawn: list[_Share]) -> dict[str, list[Any]]:
    points: list[Any] = []
    colours: list[Any] = []
    for obj, _, share in drawn:
        corners = [obj.matrix_world @ Vector(corner) for corner in obj.bound_box]
        points += [corners[index] for face in BOX_FACES for index in face]
        colours += [(*heat(share), _FILL_ALPHA)] * (3 * len(BOX_FACES))
    return {"pos": points, "color": colours}


def _colored_lines(drawn: list[_Share]) -> dict[str, list[Any]]:
    points: list[Any] = []
    colours: list[Any] = []
    for obj, _, share in drawn:
        ends = list(box_lines(obj, obj.matrix_world))
        points += ends
        colours += [(*heat(share), _LINE_ALPHA)] * len(ends)
    return {"pos": points, "color": colours}


def _draw_texts() -> None:
    """The longest first: a name that would lie over another one is left to the panel's list."""
    context = bpy.context
    scale = context.preferences.system.ui_scale
    written: list[_Box] = []
    for obj, seconds, _ in shares(context.scene):
        centre = obj.matrix_world @ (sum((Vector(c) for c in obj.bound_box), Vector()) / 8)
        place = location_3d_to_region_2d(context.region, context.region_data, centre)
        if place is None:
            continue
        text = f"{obj.name}  {shown(duration_text(seconds))}"
        width, height = size_pixels(text, scale)
        box = (place.x, place.y, place.x + width, place.y + height)
        if not any(_overlap(box, other) for other in written):
            written.append(box)
            write(text, place.x, place.y, scale, _TEXT)


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


_handlers = Handlers((_draw_boxes, "POST_VIEW"), (_draw_texts, "POST_PIXEL"), kept=(_faces, _lines))
start, stop = _handlers.start, _handlers.stop
