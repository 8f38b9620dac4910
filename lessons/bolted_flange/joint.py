"""The pipe joint: two flanges with their pipes, the gasket, and the bolt that is there eight times.

Every mesh is modelled about its own Z, which is the pipe's axis: X is right and Y is up for
someone who looks at the bolt heads. Z = 0 is the part's sealing face (flanges), its middle
(gasket) or the middle of the closed joint (bolt). Lengths in metres.
"""

from __future__ import annotations

from math import cos, pi, sin

import bpy
from mathutils import Matrix, Vector
from workshop.shape import Point2, Shape, arc, at, chamfered

from . import dimensions as d

SECTOR_STEPS = 12
"""Edges of a turned part in the sector of one bolt."""
SIDE_STEPS = 4
EDGE_CUT = 0.0012
HOLE_CUT = 0.0007


def flange_mesh(name: str, pipe_length: float, *, capped: bool) -> bpy.types.Mesh:
    """A weld-neck flange and its pipe, the sealing face at Z = 0 and the pipe towards +Z.

    Args:
        name: of the mesh.
        pipe_length: from the sealing face to the end of the pipe.
        capped: True closes the pipe with a dished cap, False leaves it open.
    """
    shape = Shape()
    front, back = d.RAISED_FACE_HEIGHT, d.FLANGE_THICKNESS
    rim = d.FLANGE_RADIUS - EDGE_CUT
    inner = d.RAISED_FACE_RADIUS
    _sealing_face(shape)
    _holed_plate(shape, front, back, inner, rim)
    edge = [(rim, front), (d.FLANGE_RADIUS, front + EDGE_CUT)]
    edge += [(d.FLANGE_RADIUS, back - EDGE_CUT), (rim, back)]
    shape.lathe(edge, "Pipe paint")
    fillet = arc((d.HUB_RADIUS + 0.006, back + 0.006), 0.006, 270, 180, 4)
    outside = [(inner, back), *fillet, *_neck()]
    shape.lathe(outside + _pipe_end(pipe_length, capped), "Pipe paint")
    bore_end = pipe_length - (0.012 if capped else 0.0)
    bore = [(d.BORE_RADIUS, 0.0008), (d.BORE_RADIUS, bore_end)]
    if capped:
        bore.append((1e-7, bore_end))
    shape.lathe(bore, "Graphite")
    return shape.mesh(name)


def _sealing_face(shape: Shape) -> None:
    """The raised face with its step down to the flange."""
    face = [(d.BORE_RADIUS, 0.0008), (d.BORE_RADIUS + 0.0008, 0.0)]
    face += [(d.RAISED_FACE_RADIUS - 0.0004, 0.0), (d.RAISED_FACE_RADIUS, 0.0004)]
    shape.lathe([*face, (d.RAISED_FACE_RADIUS, d.RAISED_FACE_HEIGHT)], "Machined steel")


def _neck() -> list[Point2]:
    """Hub and the weld bead where it meets the pipe."""
    bead = arc((d.PIPE_RADIUS - 0.001, d.HUB_LENGTH), 0.0035, -70, 70, 6)
    return [(d.HUB_RADIUS, d.FLANGE_THICKNESS + 0.012), *bead]


def _pipe_end(length: float, capped: bool) -> list[Point2]:
    """From the weld to the pipe's end, or over a 2:1 dished cap to the axis."""
    start = (d.PIPE_RADIUS, d.HUB_LENGTH + 0.004)
    if not capped:
        return [
            start,
            (d.PIPE_RADIUS, length - 0.001),
            (d.PIPE_RADIUS - 0.001, length),
            (d.BORE_RADIUS + 0.001, length),
            (d.BORE_RADIUS, length - 0.001),
        ]
    weld = arc((d.PIPE_RADIUS - 0.001, length - 0.010), 0.0035, -70, 70, 6)
    dish = [
        (max(d.PIPE_RADIUS * cos(t), 1e-7), length + d.PIPE_RADIUS / 2 * sin(t))
        for t in (pi / 2 * i / 12 for i in range(13))
    ]
    return [start, *weld, *dish]


def _holed_plate(shape: Shape, z_front: float, z_back: float, inner: float, outer: float) -> None:
    """Two flat rings with the bolt holes through them."""
    for number in range(1, d.BOLT_COUNT + 1):
        border = _sector_border(number, inner, outer)
        wide = _hole(number, d.BOLT_HOLE_RADIUS + HOLE_CUT)
        bore = _hole(number, d.BOLT_HOLE_RADIUS)

        def level(ring: list[Point2], z: float) -> list[Vector]:
            return [Vector((x, y, z)) for x, y in ring]

        shape.skin([level(border, z_front), level(wide, z_front)], "Pipe paint")
        wall = [level(wide, z_front), level(bore, z_front + HOLE_CUT)]
        wall += [level(bore, z_back - HOLE_CUT), level(wide, z_back)]
        shape.skin(wall, "Machined steel")
        shape.skin([level(wide, z_back), level(border, z_back)], "Pipe paint")


def _sector_border(number: int, inner: float, outer: float) -> list[Point2]:
    """The outline of one bolt's sector, clockwise seen from +Z, from its first outer corner."""
    first = d.bolt_angle(number) - 180 / d.BOLT_COUNT
    span = 360 / d.BOLT_COUNT
    around = [i / SECTOR_STEPS for i in range(SECTOR_STEPS)]
    along = [i / SIDE_STEPS for i in range(SIDE_STEPS)]
    border = [d.on_circle(outer, first + span * u) for u in around]
    border += [d.on_circle(outer + (inner - outer) * v, first + span) for v in along]
    border += [d.on_circle(inner, first + span * (1 - u)) for u in around]
    border += [d.on_circle(inner + (outer - inner) * v, first) for v in along]
    return border


def _hole(number: int, radius: float) -> list[Point2]:
    """A circle about one bolt with as many points as its sector's border, in step with it."""
    count = 2 * (SECTOR_STEPS + SIDE_STEPS)
    x, y = d.on_circle(d.BOLT_CIRCLE_RADIUS, d.bolt_angle(number))
    corner = d.bolt_angle(number) - 180 / count * SECTOR_STEPS
    ring = [d.on_circle(radius, corner + 360 / count * i) for i in range(count)]
    return [(x + a, y + b) for a, b in ring]


def gasket_mesh() -> bpy.types.Mesh:
    """Spiral-wound gasket: inner ring, winding, centring ring with a tab towards +Y."""
    shape = Shape()
    half = d.CENTRING_RING_THICKNESS / 2
    _ring(shape, d.GASKET_BORE_RADIUS, d.WINDING_INNER_RADIUS, half, "Plate steel")
    _ring(shape, d.WINDING_OUTER_RADIUS, d.CENTRING_RING_RADIUS, half, "Gasket ring")
    turns = 9
    pitch = (d.WINDING_OUTER_RADIUS - d.WINDING_INNER_RADIUS) / turns
    for turn in range(turns):
        start = d.WINDING_INNER_RADIUS + turn * pitch
        _ring(shape, start, start + pitch * 0.55, d.GASKET_THICKNESS / 2, "Gasket winding")
        _ring(shape, start + pitch * 0.55, start + pitch, d.GASKET_THICKNESS * 0.44, "Graphite")
    root = d.CENTRING_RING_RADIUS - 0.001
    shape.box(
        (0.0, (root + d.TAB_REACH) / 2, 0.0),
        (d.TAB_WIDTH, d.TAB_REACH - root, d.CENTRING_RING_THICKNESS - 0.0004),
        "Gasket ring",
        bevel=0.0006,
    )
    for side in (Matrix.Identity(4), Matrix.Rotation(pi, 4, "Y")):
        frame = side @ at(0, d.TAB_REACH - 0.009, d.CENTRING_RING_THICKNESS / 2 - 0.0003)
        shape.text("TOP", 0.0055, 0.0004, "Mark white", frame)
    return shape.mesh("Gasket")


def _ring(shape: Shape, inner: float, outer: float, half: float, material: str) -> None:
    """A flat ring with softened edges, closed in itself."""
    corners = [(inner, 0.0), (inner, half), (outer, half), (outer, -half), (inner, -half)]
    cut = min(0.0004, half / 3, (outer - inner) / 4)
    shape.lathe([*chamfered([*corners, (inner, 0.0)], cut)], material)


def bolt_mesh() -> bpy.types.Mesh:
    """Hexagon bolt M16 x 80 with nut and washers, head towards +Z, red index towards +Y."""
    shape = Shape()
    seat = d.GASKET_THICKNESS / 2 + d.FLANGE_THICKNESS
    washer = seat + d.WASHER_THICKNESS
    top = washer + d.HEAD_HEIGHT
    shape.hexagon(washer, top, d.HEX_ACROSS_FLATS, "Bolt steel", both=False)
    shape.hexagon(-washer - d.NUT_HEIGHT, -washer, d.HEX_ACROSS_FLATS, "Nut steel", both=True)
    for z in (seat, -washer):
        shape.lathe(_washer(z), "Plate steel", segments=48)
    shape.lathe(_shank(washer), "Bolt steel", segments=32)
    shape.box((0.0, 0.0062, top), (0.0034, 0.0096, 0.0006), "Mark red", bevel=0.0)
    side = at(0.0, d.HEX_ACROSS_FLATS / 2 - 0.0001, (washer + top) / 2 - 0.0006)
    shape.box((0, 0, 0), (0.0034, 0.0006, 0.0070), "Mark red", bevel=0.0, frame=side)
    return shape.mesh("Bolt")


def _washer(z: float) -> list[Point2]:
    """Profile of a washer that lies on height `z`."""
    inner, high = d.SHANK_RADIUS - 0.0002, z + d.WASHER_THICKNESS
    corners = [(inner, z), (d.WASHER_RADIUS, z), (d.WASHER_RADIUS, high), (inner, high)]
    return chamfered(corners, 0.0004)


def _shank(head_seat: float) -> list[Point2]:
    """Profile from the head down over the thread to the chamfered end."""
    end = head_seat - d.SHANK_LENGTH
    start = end + d.THREAD_LENGTH
    depth = 0.61 * d.THREAD_PITCH / 2
    profile = [(d.SHANK_RADIUS, head_seat), (d.SHANK_RADIUS, start)]
    for turn in range(int(d.THREAD_LENGTH / d.THREAD_PITCH) - 1):
        z = start - turn * d.THREAD_PITCH
        root = (d.SHANK_RADIUS - depth, z - d.THREAD_PITCH / 2)
        profile += [root, (d.SHANK_RADIUS, z - d.THREAD_PITCH)]
    return [*profile, (d.SHANK_RADIUS - 0.0012, end), (1e-7, end)]
