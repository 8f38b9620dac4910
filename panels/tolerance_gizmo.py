"""One tolerance in the viewport: a ring, cone or box that is dragged to be wider or narrower.

While it is dragged its value stands in the header, in the author's own unit. Escape takes the drag
back; letting go makes one step for Undo.
"""

import math
from typing import Any

import bpy
from bpy_extras import view3d_utils
from mathutils import Matrix, Vector

from ..core.tolerance_shapes import Line, Shape, box, cone, ring
from ..scene import undo_steps

_CONE_LENGTH_M = 0.5  # of an object without a size
_LINE_WIDTH = 2.0
_LEVEL_LIMIT = 0.2  # below it a ring is seen from its side, and is dragged in the plane of the view


class MALLOC_VR_GT_tolerance(bpy.types.Gizmo):
    """A tolerance of the goal that is edited."""

    bl_idname = "MALLOC_VR_GT_tolerance"
    bl_target_properties = ({"id": "value", "type": "FLOAT", "array_length": 1},)

    def setup(self) -> None:
        self.shape = Shape.RING
        self.half = (0.0, 0.0, 0.0)
        self.frame = Matrix()
        self.reads = ""
        self._drawn: tuple[Any, ...] = ()
        self._lines: Any = None
        self._before = 0.0
        self.use_draw_modal = True
        self.use_draw_scale = False
        self.line_width = _LINE_WIDTH

    def draw(self, context: bpy.types.Context) -> None:
        self._prepare()
        self.draw_custom_shape(self._lines)

    def draw_select(self, context: bpy.types.Context, select_id: int) -> None:
        self._prepare()
        self.draw_custom_shape(self._lines, select_id=select_id)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        self._before = self._value()
        return {"RUNNING_MODAL"}

    def modal(
        self, context: bpy.types.Context, event: bpy.types.Event, tweak: set[str]
    ) -> set[str]:
        value = self._dragged(context, (event.mouse_region_x, event.mouse_region_y))
        if value is not None:
            self.target_set_value("value", (value,))
            context.area.header_text_set(self.reads)
        return {"RUNNING_MODAL"}

    def exit(self, context: bpy.types.Context, cancel: bool) -> None:
        context.area.header_text_set(None)
        if cancel:
            self.target_set_value("value", (self._before,))
        else:
            undo_steps.push("Tolerance")

    def _value(self) -> float:
        (value,) = self.target_get_value("value")  # an array of one
        return float(value)

    def _prepare(self) -> None:
        """Make the lines anew, where the value is another one."""
        value = self._value()
        wanted = (self.shape, self.half, value)
        if wanted != self._drawn:
            points = [point for line in self._shape_lines(value) for point in line]
            self._lines = self.new_custom_shape("LINES", points)
            self._drawn = wanted
        self.matrix_basis = self.frame

    def _shape_lines(self, value: float) -> list[Line]:
        if self.shape is Shape.BOX:
            return box(self.half, value)
        if self.shape is Shape.CONE:
            return [_scaled(line, self._length()) for line in cone(value)]
        return [_scaled(line, value) for line in ring()]

    def _length(self) -> float:
        return 2.0 * max(self.half) or _CONE_LENGTH_M

    def _dragged(self, context: bpy.types.Context, mouse: tuple[int, int]) -> float | None:
        """The value whose shape passes through the mouse; None where the mouse says none."""
        centre = self.frame.translation
        normal = self._plane_normal(context)
        point = _on_plane(context, mouse, centre, normal)
        if point is None:
            return None
        if self.shape is Shape.RING:
            return (point - centre).length
        if self.shape is Shape.CONE:
            way = point - centre
            return way.angle(self.frame.to_3x3().col[2], 0.0) if way.length else None
        local = self.frame.inverted_safe() @ point
        return max(0.0, *(abs(p) - h for p, h in zip(local, self.half, strict=True)))

    def _plane_normal(self, context: bpy.types.Context) -> Vector:
        sight = context.region_data.view_rotation @ Vector((0.0, 0.0, 1.0))
        if self.shape is Shape.RING and abs(sight.z) > _LEVEL_LIMIT:
            return Vector((0.0, 0.0, 1.0))
        return sight


def _on_plane(
    context: bpy.types.Context, mouse: tuple[int, int], centre: Vector, normal: Vector
) -> Vector | None:
    region, data = context.region, context.region_data
    origin = view3d_utils.region_2d_to_origin_3d(region, data, mouse)
    way = view3d_utils.region_2d_to_vector_3d(region, data, mouse)
    slope = way.dot(normal)
    if math.isclose(slope, 0.0, abs_tol=1e-6):
        return None
    distance = (centre - origin).dot(normal) / slope
    return origin + way * distance


def _scaled(line: Any, factor: float) -> Any:
    return tuple(tuple(part * factor for part in point) for point in line)


CLASSES = (MALLOC_VR_GT_tolerance,)
