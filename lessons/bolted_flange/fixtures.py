"""What the learner handles or looks for beside the joint: guard, serial plate, trays, gasket rest.

Lengths in metres. Guard, trays and rest stand on Z = 0; the plate's Z is its outward normal.
"""

from __future__ import annotations

from itertools import pairwise
from math import pi

import bpy
from mathutils import Matrix, Vector
from workshop.shape import IDENTITY, Shape, arc, at, chamfered

from . import dimensions as d

AXIS_ABOVE_BENCH = d.AXIS_HEIGHT - d.BENCH_TOP
SHEET = 0.002
LETTER = 0.020
PLATE_SIZE = (0.116, 0.052)
PLATE_BRACKETS = (-0.036, 0.036)
BAND_THICKNESS = 0.0014


def guard_mesh() -> bpy.types.Mesh:
    """Sheet-metal cover over the joint on four feet, with two bar handles. Spans the X axis."""
    shape = Shape()
    half, lip = d.GUARD_HALF_WIDTH, 0.014
    section = [(-half, 0.0), (half, 0.0), (half, -lip), (half - SHEET, -lip)]
    section += [(half - SHEET, -SHEET), (SHEET - half, -SHEET)]
    section += [(SHEET - half, -lip), (-half, -lip)]
    arch = arc((0.0, AXIS_ABOVE_BENCH), d.GUARD_RADIUS, 180, 0, 48)
    skirt = AXIS_ABOVE_BENCH - 0.055
    outline = [(-d.GUARD_RADIUS, skirt), *arch, (d.GUARD_RADIUS, skirt)]
    path = [Vector((0.0, y, z)) for y, z in outline]
    shape.sweep(section, path, Vector((1, 0, 0)), "Guard yellow")
    for side in (-1, 1):
        for end in (-1, 1):
            _leg(shape, side, end, skirt)
        _handle(shape, side)
    _warning(shape)
    return shape.mesh("Guard")


def _leg(shape: Shape, side: int, end: int, skirt: float) -> None:
    """One leg from the skirt to a foot on the bench."""
    x, y = end * (d.GUARD_HALF_WIDTH - 0.014), side * (d.GUARD_RADIUS + 0.0015)
    shape.box(
        (x, y, (skirt + 0.04) / 2), (0.026, 0.003, skirt + 0.04), "Guard yellow", bevel=0.0008
    )
    shape.box((x, y + side * 0.012, 0.0015), (0.026, 0.027, 0.003), "Guard yellow", bevel=0.0008)
    for z in (skirt + 0.012, skirt + 0.028):
        head = at(x, y + side * 0.0015, z) @ Matrix.Rotation(-side * pi / 2, 4, "X")
        shape.lathe(
            [(0.004, -0.001), (0.004, 0.0012), (0.0028, 0.0024), (1e-7, 0.0026)],
            "Bolt steel",
            segments=16,
            frame=head,
        )


def _handle(shape: Shape, side: int) -> None:
    """A bar handle at 42 degrees from the top, along the pipe."""
    frame = at(0, 0, AXIS_ABOVE_BENCH) @ Matrix.Rotation(side * -0.733, 4, "X")
    low, high, reach = d.GUARD_RADIUS, d.GUARD_RADIUS + 0.036, 0.044
    bend = 0.012
    path = [(-reach, low), *arc((bend - reach, high - bend), bend, 180, 90, 6)]
    path += [*arc((reach - bend, high - bend), bend, 90, 0, 6), (reach, low)]
    points = [frame @ Vector((x, 0.0, z)) for x, z in path]
    across = (frame.to_3x3() @ Vector((0, -1, 0))).normalized()
    shape.bar(points, 0.0055, across, "Handle black")
    for x in (-reach, reach):
        foot = [(1e-7, 0.0), (0.011, 0.0), (0.011, 0.003), (0.009, 0.004), (1e-7, 0.004)]
        shape.lathe(foot, "Handle black", segments=24, frame=frame @ at(x, 0, low - 0.0002))


def _warning(shape: Shape) -> None:
    """A black warning triangle on the front and on the back of the skirt."""
    for turn in (0.0, pi):
        frame = Matrix.Rotation(turn, 4, "Z") @ at(0, -d.GUARD_RADIUS, AXIS_ABOVE_BENCH - 0.024)
        frame = frame @ Matrix.Rotation(pi / 2, 4, "X")
        corners = [(-0.024, -0.018), (0.024, -0.018), (0.0, 0.024)]
        plate = [Vector((x, y, 0.0004)) for x, y in corners]
        shape.face([frame @ p for p in plate], "Stripe black")
        inner = [Vector((p.x * 0.74, p.y * 0.74 - 0.001, 0.0007)) for p in plate]
        shape.face([frame @ p for p in inner], "Guard yellow")
        shape.text("!", 0.017, 0.0004, "Stripe black", frame @ at(0, -0.004, 0.0008))


def serial_plate_mesh() -> bpy.types.Mesh:
    """Embossed plate on two brackets; the back of the plate is Z = 0."""
    shape = Shape()
    width, height = PLATE_SIZE
    thick = 0.0016
    shape.box((0, 0, thick / 2), (width, height, thick), "Plate steel", bevel=0.0005)
    lines = [("MVR-0441", 0.0135, 0.0100), ("DN100  PN20", 0.0080, -0.0055)]
    lines.append(("ASME B16.5  CL 150  RF", 0.0045, -0.0175))
    for words, size, y in lines:
        shape.text(words, size, 0.0007, "Plate ink", at(0, y, thick - 0.0001))
    for x in (-width / 2 + 0.006, width / 2 - 0.006):
        for y in (-height / 2 + 0.006, height / 2 - 0.006):
            rivet = [(0.0024, -0.0005), (0.0024, 0.0006), (0.0014, 0.0014), (1e-7, 0.0016)]
            shape.lathe(rivet, "Bolt steel", segments=16, frame=at(x, y, thick))
    for x in PLATE_BRACKETS:
        gap = d.PLATE_STANDOFF - BAND_THICKNESS
        shape.box((x, d.PLATE_DROP, -gap / 2), (0.014, 0.026, gap), "Plate steel", bevel=0.0008)
    return shape.mesh("Serial plate")


def plate_bands_mesh() -> bpy.types.Mesh:
    """The steel bands that hold the plate's brackets; in the same frame as the plate."""
    shape = Shape()
    turned = at(0, d.PLATE_DROP, -d.PLATE_STANDOFF - d.PIPE_RADIUS)
    turned = turned @ Matrix.Rotation(pi / 2, 4, "Y")
    low, high, half = d.PIPE_RADIUS + 0.0002, d.PIPE_RADIUS + BAND_THICKNESS, 0.007
    for x in PLATE_BRACKETS:
        corners = [(low, x - half), (high, x - half), (high, x + half), (low, x + half)]
        shape.lathe([*corners, corners[0]], "Plate steel", frame=turned)
    return shape.mesh("Serial plate bands")


def guard_tray_mesh() -> bpy.types.Mesh:
    """A marked place: thin plate with a striped border and its name."""
    shape = Shape()
    width, depth = d.GUARD_TRAY_SIZE
    shape.box((0, 0, d.TRAY_PLATE / 2), (width, depth, d.TRAY_PLATE), "Tray grey", bevel=0.0006)
    border = 0.026
    _stripes(shape, width - 0.008, border, at(0, -depth / 2 + 0.004 + border / 2))
    _stripes(shape, width - 0.008, border, at(0, depth / 2 - 0.004 - border / 2))
    for side in (-1, 1):
        frame = at(side * (width / 2 - 0.004 - border / 2)) @ Matrix.Rotation(pi / 2, 4, "Z")
        _stripes(shape, depth - 0.008 - 2 * border, border, frame)
    shape.text("GUARD", LETTER, 0.0006, "Stripe yellow", at(z=d.TRAY_PLATE - 0.0002))
    return shape.mesh("Guard tray")


def _stripes(shape: Shape, length: float, width: float, frame: Matrix) -> None:
    """Slanted yellow and black stripes along X, in one flat layer over the plate."""
    count = 2 * round(length / width / 2) + 1
    step, z = length / count, d.TRAY_PLATE + 0.0002
    cuts = [-length / 2 + step * i for i in range(count + 1)]
    for i, (left, right) in enumerate(pairwise(cuts)):
        slant = [0.0 if edge in (cuts[0], cuts[-1]) else step / 2 for edge in (left, right)]
        corners = [(left - slant[0], -1), (right - slant[1], -1)]
        corners += [(right + slant[1], 1), (left + slant[0], 1)]
        points = [frame @ Vector((x, side * width / 2, z)) for x, side in corners]
        shape.face(points, "Stripe black" if i % 2 else "Stripe yellow")


def bolt_tray_mesh() -> bpy.types.Mesh:
    """A shallow tray with eight sockets that hold the bolts upright."""
    shape = Shape()
    width, depth = d.BOLT_TRAY_SIZE
    floor, rim, wall = d.BOLT_TRAY_FLOOR, 0.020, 0.003
    shape.box((0, 0, floor / 2), (width, depth, floor), "Tray grey", bevel=0.0008)
    for side in (-1, 1):
        shape.box(
            (0, side * (depth - wall) / 2, rim / 2), (width, wall, rim), "Tray grey", bevel=0.0008
        )
        shape.box(
            (side * (width - wall) / 2, 0, rim / 2), (wall, depth, rim), "Tray grey", bevel=0.0008
        )
    cup = [
        (0.0150, floor - 0.0005),
        (0.0150, 0.0165),
        (0.0156, 0.0172),
        (0.0184, 0.0172),
        (0.0190, 0.0165),
        (0.0190, floor - 0.0005),
    ]
    for number in range(1, d.BOLT_COUNT + 1):
        x, y = d.socket_centre(number)
        here = at(x - d.BOLT_TRAY_AT[0], y - d.BOLT_TRAY_AT[1])
        shape.lathe(cup, "Rubber", segments=40, frame=here)
        label = here @ at(0.0, -0.0300, floor - 0.0002)
        shape.text(str(number), 0.0130, 0.0006, "Mark white", label)
    return shape.mesh("Bolt tray")


def gasket_rest_mesh() -> bpy.types.Mesh:
    """A round rubber pad in a steel rim; the gasket's tab hangs over it and is easy to take."""
    shape = Shape()
    top, radius = d.GASKET_REST_HEIGHT, d.GASKET_REST_RADIUS
    pad = [(1e-7, 0.0), (radius, 0.0), (radius, top), (1e-7, top)]
    shape.lathe(chamfered(pad, 0.002), "Rubber")
    rim = [(radius - 0.001, top - 0.002), (radius + 0.002, top - 0.002), (radius + 0.003, 0.0)]
    shape.lathe([*rim, (radius - 0.001, 0.0), rim[0]], "Plate steel")
    shape.text("GASKET", 0.012, 0.0006, "Mark white", at(z=top - 0.0002))
    return shape.mesh("Gasket rest")


def label_mesh(words: str, height: float) -> bpy.types.Mesh:
    """Flat white paint letters in the XY plane, centred."""
    shape = Shape()
    shape.text(words, height, 0.0005, "Mark white", IDENTITY)
    return shape.mesh(f"Label {words}")
