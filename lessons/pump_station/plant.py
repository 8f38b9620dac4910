"""The parts of the pump station. Metres; what a part stands on or turns about is its origin."""

from __future__ import annotations

from math import cos, pi, radians, sin

import bpy
from mathutils import Matrix, Vector
from workshop.shape import Shape, arc, at

TO_FRONT = Matrix.Rotation(pi / 2, 4, "X")
"""From a plate that faces up to one that faces -Y, its top up."""
TO_BACK = Matrix.Rotation(pi, 4, "Z") @ TO_FRONT
ALONG_X = Matrix.Rotation(pi / 2, 4, "Y")

PIPE_M = 0.12
GAUGE_BAR = 6
GAUGE_END_BAR = 10
SWEEP_DEG = 270.0
"""From the first mark of the gauge to its last, clockwise."""


def slab() -> bpy.types.Mesh:
    """The floor, its top a little below zero, so that the grid stays in sight."""
    shape = Shape()
    shape.box((0.2, 0.1, -0.12), (9.6, 5.4, 0.2), "Concrete", bevel=0.03)
    return shape.mesh("Slab")


def tank() -> bpy.types.Mesh:
    """A standing tank on feet."""
    shape = Shape()
    dome = [(1e-7, 0.3), (0.8, 0.36), (1.0, 0.55), (1.0, 2.5), (0.85, 2.75), (1e-7, 2.9)]
    shape.lathe(dome, "Tank Blue")
    for turn in (45, 135, 225, 315):
        x, y = 0.8 * cos(radians(turn)), 0.8 * sin(radians(turn))
        shape.box((x, y, 0.25), (0.16, 0.16, 0.5), "Support grey", bevel=0.02)
    return shape.mesh("Tank")


def sight_glass() -> bpy.types.Mesh:
    """A glass tube with water up to its middle, in a holder that faces -Y."""
    shape = Shape()
    shape.box((0, 0.08, 0), (0.24, 0.1, 1.5), "Support grey", bevel=0.02)
    for low, high, ink in ((-0.65, 0.1, "Water"), (0.1, 0.65, "Toy White")):
        tube = [(1e-7, low), (0.07, low), (0.07, high), (1e-7, high)]
        shape.lathe(tube, ink, segments=32)
    return shape.mesh("Sight glass")


def pump() -> bpy.types.Mesh:
    """A pump with its motor on one plinth, along X."""
    shape = Shape()
    shape.box((0.35, 0, 0.15), (2.1, 0.9, 0.3), "Concrete", bevel=0.02)
    body = [(1e-7, -0.2), (0.4, -0.2), (0.45, -0.1), (0.45, 0.1), (0.4, 0.2), (1e-7, 0.2)]
    shape.lathe(body, "Pump Green", frame=at(0, 0, 0.8) @ ALONG_X)
    shaft = [(1e-7, 0.2), (0.1, 0.2), (0.1, 0.5), (1e-7, 0.5)]
    shape.lathe(shaft, "Bolt steel", segments=32, frame=at(0, 0, 0.8) @ ALONG_X)
    motor = [(1e-7, 0.5), (0.34, 0.5), (0.36, 0.56), (0.36, 1.24), (0.3, 1.34), (1e-7, 1.34)]
    shape.lathe(motor, "Tank Blue", frame=at(0, 0, 0.8) @ ALONG_X)
    shape.box((0, 0, 0.4), (0.3, 0.6, 0.3), "Pump Green", bevel=0.02)
    shape.box((0.9, 0, 0.4), (0.6, 0.5, 0.3), "Tank Blue", bevel=0.02)
    return shape.mesh("Pump")


def plate(number: str, size: str) -> bpy.types.Mesh:
    """A steel plate with two lines, that faces +Y; its origin is its middle."""
    shape = Shape()
    shape.box((0, 0, 0), (0.56, 0.03, 0.34), "Plate steel", bevel=0.008)
    for words, height, up in ((number, 0.11, 0.06), (size, 0.07, -0.09)):
        frame = at(0, 0.016, up) @ TO_BACK
        shape.text(words, height, 0.006, "Plate ink", frame)
    return shape.mesh("Pump plate")


def pipes() -> bpy.types.Mesh:
    """From the tank to the pump, and up and out to the right."""
    shape = Shape()
    for path in (
        [Vector((-2.1, 0, 0.8)), Vector((-0.1, 0, 0.8))],
        [Vector((0, 0, 1.2)), Vector((0, 0, 1.9))],
        [Vector((-0.12, 0, 1.9)), Vector((4.6, 0, 1.9))],
    ):
        across = Vector((0, 1, 0))
        shape.bar(path, PIPE_M, across, "Pipe Grey")
    for x in (1.5, 4.2):
        shape.box((x, 0, 0.88), (0.14, 0.14, 1.8), "Support grey", bevel=0.02)
    return shape.mesh("Pipes")


def flange() -> bpy.types.Mesh:
    """A pair of flanges across X, with eight bolts; its origin is its middle."""
    shape = Shape()
    for low, high in ((-0.09, -0.01), (0.01, 0.09)):
        disc = [(1e-7, low), (0.27, low), (0.27, high), (1e-7, high)]
        shape.lathe(disc, "Machined steel", frame=ALONG_X)
    for i in range(8):
        turn = 2 * pi * (i + 0.5) / 8
        place = at(0, 0.2 * cos(turn), 0.2 * sin(turn)) @ ALONG_X
        bolt = [(1e-7, -0.14), (0.03, -0.14), (0.03, 0.14), (1e-7, 0.14)]
        shape.lathe(bolt, "Nut steel", segments=6, frame=place)
    return shape.mesh("Flange")


def drops() -> bpy.types.Mesh:
    """Water that falls from the origin to a puddle 1.9 m below."""
    shape = Shape()
    for fall in (0.34, 0.7, 1.15, 1.6):
        drop = [(1e-7, -fall - 0.09), (0.05, -fall - 0.05), (0.04, -fall), (1e-7, -fall + 0.1)]
        shape.lathe(drop, "Water", segments=24)
    edge = [(r * cos(t), 0.7 * r * sin(t)) for t, r in _wavy(0.62)]
    shape.face([Vector((x, y, -1.9)) for x, y in edge], "Water")
    return shape.mesh("Drops")


def _wavy(radius: float) -> list[tuple[float, float]]:
    turns = [2 * pi * i / 48 for i in range(48)]
    return [(t, radius * (1 + 0.12 * sin(3 * t) + 0.06 * sin(7 * t))) for t in turns]


def gauge() -> bpy.types.Mesh:
    """A pressure gauge from 0 to 10 bar that faces -Y and reads 6; its origin is its middle."""
    shape = Shape()
    case = [(1e-7, -0.08), (0.32, -0.08), (0.34, 0.04), (0.31, 0.05), (0.3, 0.02), (1e-7, 0.02)]
    shape.lathe(case, "Handle black", frame=TO_FRONT)
    shape.lathe([(1e-7, 0.021), (0.3, 0.021)], "Mark white", frame=TO_FRONT)
    for bar in range(0, GAUGE_END_BAR + 1, 2):
        turn = _of_bar(bar)
        mark = TO_FRONT @ Matrix.Rotation(turn, 4, "Z")
        shape.box((0.26, 0, 0.024), (0.06, 0.012, 0.004), "Plate ink", bevel=0.0, frame=mark)
        place = TO_FRONT @ at(0.19 * cos(turn), 0.19 * sin(turn), 0.022)
        shape.text(str(bar), 0.05, 0.004, "Plate ink", place)
    shape.text("bar", 0.04, 0.004, "Plate ink", TO_FRONT @ at(0, -0.2, 0.022))
    needle = TO_FRONT @ Matrix.Rotation(_of_bar(GAUGE_BAR), 4, "Z")
    shape.box((0.09, 0, 0.034), (0.26, 0.016, 0.006), "Mark red", bevel=0.0, frame=needle)
    shape.lathe(
        [(1e-7, 0.02), (0.03, 0.02), (0.03, 0.045), (1e-7, 0.045)],
        "Plate ink",
        segments=24,
        frame=TO_FRONT,
    )
    stem = arc((0.0, 0.0), 0.05, 0, 337.5, 15)
    shape.sweep(stem, [Vector((0, 0, -0.3)), Vector((0, 0, -0.7))], Vector((1, 0, 0)), "Pipe Grey")
    return shape.mesh("Pressure gauge")


def _of_bar(bar: float) -> float:
    """Where a pressure stands on the dial: radians from 3 o'clock, against the clock."""
    return radians(225.0 - SWEEP_DEG * bar / GAUGE_END_BAR)


def valve_body() -> bpy.types.Mesh:
    """A ball valve around the pipe; its origin is its middle."""
    shape = Shape()
    body = [(1e-7, -0.24), (0.2, -0.24), (0.26, 0.0), (0.2, 0.24), (1e-7, 0.24)]
    shape.lathe(body, "Pump Green", frame=ALONG_X)
    shape.lathe([(1e-7, 0.2), (0.06, 0.2), (0.06, 0.4), (1e-7, 0.4)], "Bolt steel", segments=24)
    return shape.mesh("Valve body")


def lever(length_m: float, ink: str) -> bpy.types.Mesh:
    """A lever along its own +X that turns about its origin."""
    shape = Shape()
    shape.box((length_m / 2 - 0.05, 0, 0.03), (length_m, 0.1, 0.05), ink, bevel=0.02)
    shape.lathe([(1e-7, 0), (0.1, 0), (0.1, 0.08), (1e-7, 0.08)], ink, segments=32)
    return shape.mesh("Lever")


def switch_post() -> bpy.types.Mesh:
    """A post with a box that faces -Y: ON at the top, OFF at the right."""
    shape = Shape()
    shape.box((0, 0.05, 0.45), (0.14, 0.1, 0.9), "Support grey", bevel=0.02)
    shape.box((0, 0, 1.15), (0.8, 0.24, 0.8), "Stripe yellow", bevel=0.03)
    for words, x, z in (("ON", 0.0, 1.46), ("OFF", 0.27, 1.15)):
        shape.text(words, 0.07, 0.006, "Plate ink", at(x, -0.121, z) @ TO_FRONT)
    return shape.mesh("Switch post")


def switch() -> bpy.types.Mesh:
    """A switch whose handle points along its own +Z and that turns about its own Y."""
    shape = Shape()
    knob = [(1e-7, 0.0), (0.13, 0.0), (0.13, 0.05), (1e-7, 0.05)]
    shape.lathe(knob, "Handle black", segments=48, frame=TO_FRONT)
    shape.box((0, -0.06, 0.08), (0.06, 0.06, 0.26), "Mark red", bevel=0.015)
    return shape.mesh("Motor switch")
