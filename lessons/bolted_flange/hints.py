"""Hint objects: bright shapes in the scene, hidden until a learner asks.

Each carries `malloc_vr_hint_for` (unit id) and `malloc_vr_hint_level` (1 where, 2 what, 3 how).
Meshes are modelled in world metres, so every hint stands at the origin.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, radians, sin

import bpy
from mathutils import Matrix, Vector
from workshop.shape import Shape, arc, at

from . import dimensions as d
from . import poses

INK = "Hint"
BAR = 0.005
HEAD_FRONT = d.GASKET_THICKNESS / 2 + d.FLANGE_THICKNESS + d.WASHER_THICKNESS + d.HEAD_HEIGHT
ALONG = at(0, 0, d.AXIS_HEIGHT) @ Matrix(((0, 0, 1, 0), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 0, 1)))
"""From the joint's own frame (right, up, towards the head) to the world."""


def build(home: bpy.types.Collection) -> None:
    """Adds all hints to the collection, hidden."""
    table: tuple[tuple[str, str, int, Callable[[Shape], None]], ...] = (
        ("Hint serial plate", "find_serial_plate", 1, _over_the_pipe),
        ("Hint serial plate frame", "find_serial_plate", 2, _plate_frame),
        ("Hint serial plate view", "find_serial_plate", 3, _plate_view),
        ("Hint trays", "remove_guard", 1, _tray_frames),
        ("Hint guard", "remove_guard", 2, _guard_to_tray),
        ("Hint bolts", "remove_guard", 3, _bolts_to_tray),
        ("Hint gasket", "seat_gasket", 1, _seat_ring),
        ("Hint gasket tab", "seat_gasket", 2, _tab_arrow),
        ("Hint gasket path", "seat_gasket", 3, _gasket_path),
        ("Hint star path", "tighten_star", 1, _star),
        ("Hint star order", "tighten_star", 2, _star_numbers),
        ("Hint star turn", "tighten_star", 3, _turn_arrow),
    )
    for name, unit_id, level, draw in table:
        shape = Shape()
        draw(shape)
        hint = bpy.data.objects.new(name, shape.mesh(name))
        home.objects.link(hint)
        hint.hide_viewport = hint.hide_render = hint.hide_select = True
        hint["malloc_vr_hint_for"] = unit_id
        hint["malloc_vr_hint_level"] = level


def _arrow(shape: Shape, path: list[Vector], across: Vector, size: float = BAR) -> None:
    """A bar along a plane path with a cone at its end; the cone adds five radii of length."""
    shape.bar(path, size, across, INK)
    ahead = (path[-1] - path[-2]).normalized()
    head = Matrix.Translation(path[-1]) @ ahead.to_track_quat("Z", "Y").to_matrix().to_4x4()
    cone = [(1e-7, 0.0), (size * 2.4, 0.0), (1e-7, size * 5)]
    shape.lathe(cone, INK, segments=24, frame=head)


def _hop(shape: Shape, start: Vector, end: Vector, height: float) -> None:
    """An arrow that rises from `start`, and comes down on `end`."""
    flat = Vector((end.x - start.x, end.y - start.y, 0.0))
    across = flat.cross(Vector((0, 0, 1))).normalized()
    steps = 32
    path = []
    for i in range(steps + 1):
        share = i / steps
        lift = Vector((0, 0, height * 4 * share * (1 - share)))
        path.append(start.lerp(end, share) + lift)
    _arrow(shape, path, across)


def _frame_of_bars(shape: Shape, centre: Vector, right: Vector, up: Vector) -> None:
    """A rectangle of bars with half sides `right` and `up`."""
    across = right.cross(up).normalized()
    corners = [centre + right * a + up * b for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    for i, corner in enumerate(corners):
        shape.bar([corner, corners[(i + 1) % 4]], BAR * 0.6, across, INK)


def _over_the_pipe(shape: Shape) -> None:
    """From the near side over the fixed pipe to the plate on its far side."""
    turns = [radians(200 - 170 * i / 32) for i in range(33)]
    reach = d.PIPE_RADIUS + 0.055
    path = [Vector((d.PLATE_AT_X, reach * cos(t), d.AXIS_HEIGHT + reach * sin(t))) for t in turns]
    _arrow(shape, path, Vector((1, 0, 0)))


def _plate_frame(shape: Shape) -> None:
    centre = Vector(poses.SERIAL_PLATE.location) + Vector((0, 0.002, 0))
    _frame_of_bars(shape, centre, Vector((0.068, 0, 0)), Vector((0, 0, 0.041)))


def _plate_view(shape: Shape) -> None:
    """The line of sight from where the plate can be read."""
    eye, plate = Vector(poses.SERIAL_PLATE_EYE), Vector(poses.SERIAL_PLATE.location)
    across = (plate - eye).cross(Vector((0, 0, 1))).normalized()
    _arrow(shape, [eye, eye.lerp(plate, 0.82)], across)


def _tray_frames(shape: Shape) -> None:
    """Around both marked places: either may be what is left to do."""
    trays = ((d.GUARD_TRAY_AT, d.GUARD_TRAY_SIZE), (d.BOLT_TRAY_AT, d.BOLT_TRAY_SIZE))
    for place, (width, depth) in trays:
        centre = Vector((*place, d.BENCH_TOP + 0.006))
        _frame_of_bars(shape, centre, Vector((width / 2, 0, 0)), Vector((0, depth / 2, 0)))


def _guard_to_tray(shape: Shape) -> None:
    top = d.AXIS_HEIGHT + d.GUARD_RADIUS
    x, y = d.GUARD_TRAY_AT
    _hop(shape, Vector((0, -0.01, top + 0.01)), Vector((x, y, d.BENCH_TOP + 0.05)), 0.22)


def _bolts_to_tray(shape: Shape) -> None:
    x, y = d.BOLT_TRAY_AT
    start = Vector((HEAD_FRONT + 0.01, -0.09, d.AXIS_HEIGHT))
    _hop(shape, start, Vector((x, y, d.BENCH_TOP + 0.10)), 0.10)


def _seat_ring(shape: Shape) -> None:
    """The gasket's outline at its seat, tab at the top."""
    side = d.TAB_WIDTH / 2 + 0.004
    outline = [*arc((0, 0), d.CENTRING_RING_RADIUS + 0.003, 84, -264, 72)]
    outline += [(-side, d.TAB_REACH), (side, d.TAB_REACH), outline[0]]
    path = [ALONG @ Vector((x, y, 0.0)) for x, y in outline]
    shape.bar(path, 0.0016, Vector((1, 0, 0)), INK)


def _tab_arrow(shape: Shape) -> None:
    """Down on the place of the tab, at twelve o'clock."""
    top = Vector((0, 0, d.AXIS_HEIGHT + d.TAB_REACH + 0.035))
    _arrow(shape, [top + Vector((0, 0, 0.12)), top], Vector((1, 0, 0)))


def _gasket_path(shape: Shape) -> None:
    start = Vector(poses.GASKET_ON_REST.location) + Vector((0, 0, 0.02))
    _hop(shape, start, Vector((0.03, -0.02, d.AXIS_HEIGHT + 0.16)), 0.20)


def _bolt_point(number: int, radius: float, forward: float) -> Vector:
    x, y = d.on_circle(radius, d.bolt_angle(number))
    return ALONG @ Vector((x, y, forward))


def _star(shape: Shape) -> None:
    """Four bars across the circle: each pair of opposite bolts. Stops short of the pipe."""
    for number in range(1, d.BOLT_COUNT + 1):
        outer = _bolt_point(number, d.BOLT_CIRCLE_RADIUS, HEAD_FRONT + 0.006)
        inner = _bolt_point(number, d.PIPE_RADIUS + 0.008, HEAD_FRONT + 0.006)
        across = (inner - outer).cross(Vector((1, 0, 0))).normalized()
        shape.bar([outer, inner], 0.0022, across, INK)


def _star_numbers(shape: Shape) -> None:
    """Beside each bolt, outside the flange: when it is its turn."""
    for turn, number in enumerate(poses.STAR_ORDER, start=1):
        x, y = d.on_circle(d.FLANGE_RADIUS + 0.026, d.bolt_angle(number))
        shape.text(str(turn), 0.026, 0.003, INK, ALONG @ at(x, y, d.FLANGE_THICKNESS))


def _turn_arrow(shape: Shape) -> None:
    """Clockwise about bolt 1, the way that tightens."""
    x, y = d.on_circle(d.BOLT_CIRCLE_RADIUS, d.bolt_angle(1))
    turns = [pi / 2 - radians(240) * i / 32 for i in range(33)]
    path = [
        ALONG @ Vector((x + 0.026 * cos(t), y + 0.026 * sin(t), HEAD_FRONT + 0.004)) for t in turns
    ]
    _arrow(shape, path, Vector((1, 0, 0)), 0.0026)
