"""The tolerances of the goal that is edited, shown in the viewport and dragged there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import bpy
from mathutils import Matrix, Vector

from .. import modes
from ..core.condition_form import Field, FieldKind, fields, row_property
from ..core.condition_verbs import words_of
from ..core.tolerance_shapes import AXES, UNITS_SI, Shape, Tolerance, tolerances_of
from ..modes import Mode
from ..translation import shown
from .author_unit import unit_of
from .goals import edited_goal


@dataclass(frozen=True)
class _Seen:
    """A tolerance that can be seen now.

    Attributes:
        trigger: Name of the goal's object.
        row: Of the goal's rows.
    """

    trigger: str
    row: int
    tolerance: Tolerance
    number: Field
    unit: Field | None


class MALLOC_VR_GGT_tolerances(bpy.types.GizmoGroup):
    bl_idname = "MALLOC_VR_GGT_tolerances"
    bl_label = "Tolerances of a Goal"
    bl_space_type = "VIEW_3D"
    bl_region_type = "WINDOW"
    bl_options = {"3D", "PERSISTENT", "SHOW_MODAL_ALL"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.AUTHOR and unit_of(context) is not None

    def setup(self, context: bpy.types.Context) -> None:
        self.shown: tuple[_Seen, ...] = ()

    def draw_prepare(self, context: bpy.types.Context) -> None:
        seen = tuple(_seen(context))
        if seen != self.shown:
            self._make(seen)
        for gizmo, one in zip(self.gizmos, seen, strict=True):
            _place(gizmo, one, context.scene)

    def _make(self, seen: tuple[_Seen, ...]) -> None:
        self.gizmos.clear()
        for one in seen:
            gizmo = self.gizmos.new("MALLOC_VR_GT_tolerance")
            gizmo.color = (0.2, 0.7, 1.0)
            gizmo.color_highlight = (1.0, 1.0, 1.0)
            gizmo.alpha = gizmo.alpha_highlight = 0.9
            gizmo.target_set_handler("value", get=_getter(one), set=_setter(one, gizmo))
        self.shown = seen


def _seen(context: bpy.types.Context) -> Iterator[_Seen]:
    unit = unit_of(context)
    goal = edited_goal(context, unit) if unit is not None else None
    trigger = context.scene.objects.get(goal.object_name) if goal is not None else None
    if trigger is None:
        return
    for index, row in enumerate(trigger.malloc_vr.rows):
        by_member = {one.member: one for one in fields(row.predicate)}
        asked = row.asked.split()
        for tolerance in tolerances_of(row.predicate):
            number = by_member.get(tolerance.member)
            if number is None or tolerance.member not in asked:
                continue
            if not getattr(row, row_property(by_member[tolerance.around])):
                continue  # a point of the world, or nothing picked yet
            unit_field = by_member.get(number.unit_member)
            yield _Seen(trigger.name, index, tolerance, number, unit_field)


def _row(one: _Seen) -> Any:
    """Its row; None where the goal is another one by now."""
    trigger = bpy.data.objects.get(one.trigger)
    rows = trigger.malloc_vr.rows if trigger is not None else ()
    row = rows[one.row] if one.row < len(rows) else None
    return row if row is not None and one.tolerance in tolerances_of(row.predicate) else None


def _si_per_unit(row: Any, one: _Seen) -> float:
    return UNITS_SI.get(getattr(row, row_property(one.unit)), 1.0) if one.unit else 1.0


def _getter(one: _Seen) -> Callable[[], float]:
    def get() -> float:
        row = _row(one)
        if row is None:
            return 0.0
        return float(getattr(row, row_property(one.number)) * _si_per_unit(row, one))

    return get


def _setter(one: _Seen, gizmo: Any) -> Callable[[float], None]:
    def set_value(value: float) -> None:
        row = _row(one)
        if row is None:
            return
        number = float(f"{value / _si_per_unit(row, one):.3g}")  # no hand is more exact
        setattr(row, row_property(one.number), number)
        unit = getattr(row, row_property(one.unit)) if one.unit else ""
        gizmo.reads = f"{shown(words_of(one.tolerance.member))} {number:g} {unit}".strip()

    return set_value


def _place(gizmo: Any, one: _Seen, scene: bpy.types.Scene) -> None:
    row = _row(one)
    around = _field(row.predicate, one.tolerance.around) if row is not None else None
    obj = scene.objects.get(getattr(row, row_property(around))) if around is not None else None
    gizmo.hide = True
    if obj is None:
        return
    gizmo.hide = False
    corners = [Vector(corner) for corner in obj.bound_box]
    low = Vector(map(min, *corners))
    high = Vector(map(max, *corners))
    scale = obj.matrix_world.to_scale()
    gizmo.shape = one.tolerance.shape
    gizmo.half = tuple(abs(s) * (b - a) / 2 for s, a, b in zip(scale, low, high, strict=True))
    centre = obj.matrix_world @ ((low + high) / 2)
    gizmo.frame = Matrix.Translation(centre) @ _turn(row, one, obj)


def _turn(row: Any, one: _Seen, obj: bpy.types.Object) -> Matrix:
    if one.tolerance.shape is Shape.RING:
        return Matrix()
    turn = obj.matrix_world.to_quaternion()
    if one.tolerance.shape is Shape.CONE:
        axis = _field(row.predicate, one.tolerance.axis_member)
        name = getattr(row, row_property(axis)) if axis is not None else "z"
        turn = turn @ Vector(AXES[name]).to_track_quat("Z", "Y")
    return turn.to_matrix().to_4x4()


def _field(predicate: str, member: str) -> Field | None:
    found = (one for one in fields(predicate) if one.member == member)
    return next((one for one in found if one.kind is not FieldKind.JSON), None)


CLASSES = (MALLOC_VR_GGT_tolerances,)
