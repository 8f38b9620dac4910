"""How long each object was in the learner's picture, as colours over the objects.

In the picture is not looked at: where the eyes rested is not known, and no text says so.

Thread: main.
"""

import bpy
import gpu
from bpy_extras.view3d_utils import location_3d_to_region_2d
from gpu_extras.batch import batch_for_shader
from mathutils import Vector

from ..core.review import duration_text
from ..translation import shown
from .overlay_text import write
from .review_drawing import BOX_FACES, Colour, Handlers, box_lines, draw_lines, review_of

_FILL_ALPHA = 0.28
_TEXT: Colour = (1.0, 1.0, 1.0, 1.0)


def shares(scene: bpy.types.Scene) -> list[tuple[bpy.types.Object, float, float]]:
    """The objects that have a colour in `scene` now: seconds, and their share of the longest."""
    review = review_of(scene)
    if review is None or not review.shows_attention:
        return []
    longest = max((seconds for _, seconds in review.attention), default=0.0)
    found = []
    for name, seconds in review.attention:
        obj = scene.objects.get(name)
        if obj is not None and longest > 0:
            found.append((obj, seconds, seconds / longest))
    return found


def heat(share: float) -> tuple[float, float, float]:
    """From blue over yellow to red, which differ in lightness too."""
    if share < 0.5:
        return (2 * share, 0.25 + 1.1 * share, 1.0 - 2 * share)
    return (1.0, 0.8 - 1.3 * (share - 0.5), 0.0)


def _draw_boxes() -> None:
    for obj, _, share in shares(bpy.context.scene):
        corners = [obj.matrix_world @ Vector(corner) for corner in obj.bound_box]
        shader = gpu.shader.from_builtin("UNIFORM_COLOR")
        batch = batch_for_shader(shader, "TRIS", {"pos": corners}, indices=BOX_FACES)
        shader.bind()
        shader.uniform_float("color", (*heat(share), _FILL_ALPHA))
        gpu.state.blend_set("ALPHA")
        batch.draw(shader)
        gpu.state.blend_set("NONE")
        draw_lines(list(box_lines(obj, obj.matrix_world)), (*heat(share), 0.9))


def _draw_texts() -> None:
    context = bpy.context
    for obj, seconds, _ in shares(context.scene):
        centre = obj.matrix_world @ (sum((Vector(c) for c in obj.bound_box), Vector()) / 8)
        place = location_3d_to_region_2d(context.region, context.region_data, centre)
        if place is not None:
            scale = context.preferences.system.ui_scale
            write(f"{obj.name}  {shown(duration_text(seconds))}", place.x, place.y, scale, _TEXT)


_handlers = Handlers((_draw_boxes, "POST_VIEW"), (_draw_texts, "POST_PIXEL"))
start, stop = _handlers.start, _handlers.stop
