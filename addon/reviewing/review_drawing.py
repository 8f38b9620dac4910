"""What the drawings of Review share: where they belong, boxes of objects, and lines.

Thread: main; in draws alone.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

import bpy
import gpu
from gpu_extras.batch import batch_for_shader
from mathutils import Matrix, Quaternion, Vector

from .. import modes, view_state
from ..core.kept import Kept
from ..core.replay import Pose
from ..core.review import ReviewView
from ..modes import Mode

Colour = tuple[float, float, float, float]

_LINE_PIXELS = 2.0


class Handlers:
    """Draw handlers of the 3D viewport that come and go together."""

    def __init__(
        self, *draws: tuple[Callable[[], None], str], kept: Sequence["KeptDrawing"] = ()
    ) -> None:
        """Nothing is drawn yet.

        Args:
            draws: Each with Blender's name for when it is drawn, such as POST_VIEW.
            kept: What they draw with, dropped with them.
        """
        self._draws = draws
        self._kept = kept
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
        for drawing in self._kept:
            drawing.drop()


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


class KeptDrawing:
    """Lines or faces in the world, sent to the graphics card only when they change."""

    def __init__(self, kind: str, shader: str) -> None:
        """Nothing is drawn yet.

        Args:
            kind: Blender's name of it: LINES or TRIS.
            shader: Name of a shader of Blender's own.
        """
        self._kind = kind
        self._shader_name = shader
        self._kept: Kept[tuple[Any, Any]] = Kept()

    @property
    def times_built(self) -> int:
        """How often it was sent."""
        return self._kept.times_made

    def draw(
        self,
        made_of: Hashable,
        make: Callable[[], Mapping[str, Sequence[Any]]],
        colour: Colour | None = None,
    ) -> None:
        """Draw what `make` gave for the same `made_of` before, or what it gives now.

        Args:
            make: The attributes of the shader; none of "pos" draws nothing.
            colour: Of all of it, for a shader of one colour.
        """
        shader, batch = self._kept.of(made_of, lambda: self._built(make()))
        if batch is None:
            return
        shader.bind()
        if self._kind == "LINES":
            shader.uniform_float("viewportSize", gpu.state.viewport_get()[2:])
            scale = bpy.context.preferences.system.ui_scale
            shader.uniform_float("lineWidth", _LINE_PIXELS * scale)
        if colour is not None:
            shader.uniform_float("color", colour)
        gpu.state.blend_set("ALPHA")
        batch.draw(shader)
        gpu.state.blend_set("NONE")

    def _built(self, attributes: Mapping[str, Sequence[Any]]) -> tuple[Any, Any]:
        shader = gpu.shader.from_builtin(self._shader_name)
        is_empty = not attributes["pos"]
        return shader, None if is_empty else batch_for_shader(shader, self._kind, attributes)

    def drop(self) -> None:
        """Give back what the graphics card holds of it."""
        self._kept.drop()


def standing(obj: bpy.types.Object) -> tuple[Hashable, Hashable]:
    """Where an object's box stands: what its drawing is made of."""
    corners = tuple(tuple(corner) for corner in obj.bound_box)
    return tuple(tuple(row) for row in obj.matrix_world), corners
