"""What the drawings of Review share: where they belong, boxes of objects, and lines.

Thread: main; in draws alone.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import bpy
import gpu
from gpu_extras.batch import batch_for_shader
from mathutils import Matrix, Quaternion, Vector

from .. import modes, view_state
from ..core.replay import Pose
from ..core.review import ReviewView
from ..modes import Mode

Colour = tuple[float, float, float, float]

_LINE_PIXELS = 2.0


class Handlers:
    """Draw handlers of the 3D viewport that come and go together."""

    def __init__(self, *draws: tuple[Callable[[], None], str]) -> None:
        """Nothing is drawn yet.

        Args:
            draws: Each with Blender's name for when it is drawn, such as POST_VIEW.
        """
        self._draws = draws
        self._handles: list[Any] = []

    def start(self) -> None:
        """Draw from now on; without a window there is nothing to draw into."""
        if bpy.app.background or self._handles:
            return
        add = bpy.types.SpaceView3D.draw_handler_add
        self._handles += [add(draw, (), "WINDOW", when) for draw, when in self._draws]

    def stop(self) -> None:
        """Draw nothing any more."""
        while self._handles:
            bpy.types.SpaceView3D.draw_handler_remove(self._handles.pop(), "WINDOW")


def review_of(scene: bpy.types.Scene) -> ReviewView | None:
    """What is reviewed, where `scene` is the one that it belongs into."""
    view = view_state.view()
    if modes.current() is not Mode.REVIEW:
        return None
    unit = view.lesson.unit(view.review.unit)
    is_here = unit is not None and unit.scene_name == scene.name
    return view.review if is_here else None


def matrix_of(pose: Pose, scale: Sequence[float]) -> Matrix:
    """Local to world of something that stood so."""
    place, rotation = pose
    return Matrix.LocRotScale(Vector(place), Quaternion(rotation), Vector(scale))


def box_lines(obj: bpy.types.Object, matrix: Matrix) -> Iterable[Vector]:
    """The ends of the edges of an object's bounding box, two by two."""
    corners = [matrix @ Vector(corner) for corner in obj.bound_box]
    for first, second in BOX_EDGES:
        yield corners[first]
        yield corners[second]


BOX_EDGES = (
    (0, 1), (1, 2), (2, 3), (3, 0),
    (4, 5), (5, 6), (6, 7), (7, 4),
    (0, 4), (1, 5), (2, 6), (3, 7),
)  # fmt: skip
"""Where an object's `bound_box` counts its corners round a face."""

BOX_FACES = (
    (0, 1, 2), (0, 2, 3), (4, 6, 5), (4, 7, 6), (0, 4, 5), (0, 5, 1),
    (1, 5, 6), (1, 6, 2), (2, 6, 7), (2, 7, 3), (3, 7, 4), (3, 4, 0),
)  # fmt: skip


def draw_lines(lines: Sequence[Vector], colour: Colour) -> None:
    """Draw lines between each two of `lines`, in the world."""
    if not lines:
        return
    shader = gpu.shader.from_builtin("POLYLINE_UNIFORM_COLOR")
    batch = batch_for_shader(shader, "LINES", {"pos": lines})
    shader.uniform_float("viewportSize", gpu.state.viewport_get()[2:])
    shader.uniform_float("lineWidth", _LINE_PIXELS * bpy.context.preferences.system.ui_scale)
    shader.uniform_float("color", colour)
    gpu.state.blend_set("ALPHA")
    batch.draw(shader)
    gpu.state.blend_set("NONE")
