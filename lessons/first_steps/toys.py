"""The toys that the scenes are made of. Metres; each stands on its origin."""

from __future__ import annotations

from math import cos, pi, radians, sin

import bpy
from mathutils import Matrix, Vector
from workshop.shape import Shape, arc, at

ACROSS_X = Matrix.Rotation(pi / 2, 4, "X")
"""Turns something that was drawn upright so that it lies along Y."""


def island(radius_m: float = 4.5) -> bpy.types.Mesh:
    """A round piece of grass on soil, its top a little below zero, so that the grid stays in sight."""
    shape = Shape()
    top = [(1e-7, -0.02), (radius_m - 0.1, -0.02), (radius_m, -0.12), (radius_m, -0.25)]
    shape.lathe(top, "Grass")
    under = [(radius_m, -0.25), (radius_m * 0.9, -0.7), (radius_m * 0.45, -1.3), (1e-7, -1.5)]
    shape.lathe(under, "Soil")
    return shape.mesh("Island")


def ball_profile(radius_m: float, middle_m: float) -> list[tuple[float, float]]:
    """(radius, height) of a ball from its lowest point to its highest."""
    points = arc((0.0, middle_m), radius_m, -90, 90, 24)
    return [(1e-7, points[0][1]), *points[1:-1], (1e-7, points[-1][1])]


def ball(name: str, radius_m: float, material: str) -> bpy.types.Mesh:
    """A ball that lies on its origin."""
    shape = Shape()
    shape.lathe(ball_profile(radius_m, radius_m), material, segments=64)
    return shape.mesh(name)


def cone(name: str, radius_m: float, height_m: float, material: str) -> bpy.types.Mesh:
    """A cone that stands on its origin."""
    shape = Shape()
    shape.lathe([(1e-7, 0.0), (radius_m, 0.0), (1e-7, height_m)], material, segments=64)
    return shape.mesh(name)


def cube(name: str, side_m: float, material: str) -> bpy.types.Mesh:
    """A block with round edges that stands on its origin."""
    shape = Shape()
    shape.box((0, 0, side_m / 2), (side_m,) * 3, material, bevel=side_m * 0.06)
    return shape.mesh(name)


def tree(name: str, height_m: float) -> bpy.types.Mesh:
    """A fir of three skirts, exactly so tall."""
    shape = Shape()
    part = height_m / 10
    shape.lathe([(1e-7, 0.0), (part * 0.8, 0.0), (part * 0.8, part * 2.5)], "Timber", segments=32)
    for low, radius in ((2.0, 3.0), (4.2, 2.4), (6.4, 1.7)):
        top = height_m if low == 6.4 else part * (low + 3.4)
        skirt = [(1e-7, part * low), (part * radius, part * low), (1e-7, top)]
        shape.lathe(skirt, "Leaf Green", segments=48)
    return shape.mesh(name)


def house() -> bpy.types.Mesh:
    """Walls, roof, entrance and windows, its front towards -Y."""
    shape = Shape()
    shape.box((0, 0, 0.8), (2.4, 2.0, 1.6), "Wall Cream", bevel=0.03)
    gable = [(-1.25, 1.55), (1.25, 1.55), (0.0, 2.7)]
    shape.sweep(
        [(x, z) for x, z in gable],
        [Vector((0, -1.2, 0)), Vector((0, 1.2, 0))],
        Vector((1, 0, 0)),
        "Roof Red",
    )
    shape.box((0.0, -1.01, 0.5), (0.56, 0.06, 1.0), "Timber", bevel=0.02)
    for x in (-0.75, 0.75):
        shape.box((x, -1.01, 0.95), (0.5, 0.05, 0.5), "Window Glass", bevel=0.02)
    shape.box((0.75, 0.3, 2.35), (0.3, 0.3, 0.9), "Stone", bevel=0.03)
    return shape.mesh("House")


def letter_box() -> bpy.types.Mesh:
    """A blue box with a slot, its face towards its own +Y; its origin is its middle."""
    shape = Shape()
    shape.box((0, 0, 0), (0.7, 0.26, 0.5), "Letter Blue", bevel=0.04)
    shape.box((0, 0.13, 0.1), (0.46, 0.02, 0.06), "Toy White", bevel=0.0)
    return shape.mesh("Letter box")


def wagon() -> bpy.types.Mesh:
    """A toy wagon on four wheels."""
    shape = Shape()
    shape.box((0, 0, 0.62), (1.5, 0.9, 0.5), "Toy Red", bevel=0.06)
    shape.box((0, 0, 0.34), (1.3, 0.7, 0.1), "Timber", bevel=0.02)
    for x in (-0.45, 0.45):
        for y in (-0.42, 0.42):
            wheel = [(1e-7, -0.07), (0.25, -0.07), (0.25, 0.07), (1e-7, 0.07)]
            shape.lathe(wheel, "Stripe black", segments=48, frame=at(x, y, 0.25) @ ACROSS_X)
            hub = [(1e-7, -0.09), (0.09, -0.09), (0.09, 0.09), (1e-7, 0.09)]
            shape.lathe(hub, "Toy Yellow", segments=32, frame=at(x, y, 0.25) @ ACROSS_X)
    return shape.mesh("Wagon")


def rails(length_m: float) -> bpy.types.Mesh:
    """Two rails on sleepers along X."""
    shape = Shape()
    for y in (-0.42, 0.42):
        shape.box((0, y, 0.0), (length_m, 0.08, 0.04), "Pipe Grey", bevel=0.01)
    count = round(length_m / 0.5)
    for i in range(count):
        x = length_m * ((i + 0.5) / count - 0.5)
        shape.box((x, 0, -0.02), (0.18, 1.2, 0.04), "Timber", bevel=0.01)
    return shape.mesh("Rails")


def frame(width_m: float, depth_m: float) -> bpy.types.Mesh:
    """A striped frame on the ground, around its origin."""
    shape = Shape()
    thick, count = 0.1, 7
    for i in range(count):
        ink = "Stripe yellow" if i % 2 == 0 else "Stripe black"
        for side in (-1, 1):
            x = width_m * ((i + 0.5) / count - 0.5)
            long = (width_m / count, thick, 0.03)
            shape.box((x, side * depth_m / 2, 0.015), long, ink, bevel=0.0)
            y = depth_m * ((i + 0.5) / count - 0.5)
            wide = (thick, depth_m / count, 0.03)
            shape.box((side * width_m / 2, y, 0.015), wide, ink, bevel=0.0)
    return shape.mesh("Frame")


def post(height_m: float) -> bpy.types.Mesh:
    """A wooden post."""
    shape = Shape()
    shape.lathe([(1e-7, 0), (0.09, 0), (0.09, height_m), (1e-7, height_m)], "Timber", segments=32)
    return shape.mesh("Post")


def arrow() -> bpy.types.Mesh:
    """An arrow board that points along its own +X, 1.6 m long; its origin is its middle."""
    shape = Shape()
    outline = [(-0.8, -0.16), (0.3, -0.16), (0.3, -0.36), (0.8, 0.0)]
    outline += [(0.3, 0.36), (0.3, 0.16), (-0.8, 0.16)]
    path = [Vector((0, -0.06, 0)), Vector((0, 0.06, 0))]
    shape.sweep(outline, path, Vector((1, 0, 0)), "Toy Yellow")
    return shape.mesh("Arrow")


def flag() -> bpy.types.Mesh:
    """A red flag on a pole; the middle of its box is 1.5 m above its origin."""
    shape = Shape()
    shape.lathe([(1e-7, 0), (0.05, 0), (0.05, 3.0), (1e-7, 3.0)], "Toy White", segments=24)
    waves = [(0.0 + i * 0.1, 0.08 * sin(radians(i * 36))) for i in range(11)]
    low = [Vector((x + 0.05, y, 2.1)) for x, y in waves]
    shape.skin([low, [v + Vector((0, 0, 0.8)) for v in low]], "Toy Red", close_rows=False)
    return shape.mesh("Flag")


def striped_pole(height_m: float) -> bpy.types.Mesh:
    """A measuring pole, red and white every half metre, exactly so tall."""
    shape = Shape()
    count = round(height_m * 2)
    for i in range(count):
        z = i * 0.5
        ring = [(1e-7, z), (0.1, z), (0.1, z + 0.5), (1e-7, z + 0.5)]
        shape.lathe(ring, "Toy Red" if i % 2 == 0 else "Toy White", segments=32)
    return shape.mesh("Pole")


def wall_ring(radius_m: float) -> bpy.types.Mesh:
    """A low round wall with battlements."""
    shape = Shape()
    ring = [(radius_m - 0.15, 0), (radius_m + 0.15, 0), (radius_m + 0.15, 0.5)]
    shape.lathe([*ring, (radius_m - 0.15, 0.5), (radius_m - 0.15, 0)], "Stone")
    for i in range(16):
        turn = 2 * pi * i / 16
        middle = (radius_m * cos(turn), radius_m * sin(turn), 0.62)
        shape.box(middle, (0.3, 0.3, 0.3), "Stone", bevel=0.02)
    return shape.mesh("Wall")


def nest() -> bpy.types.Mesh:
    """A nest of straw with a hollow."""
    shape = Shape()
    outside = [(1e-7, 0.0), (0.9, 0.0), (1.25, 0.3), (1.3, 0.55), (1.15, 0.68)]
    shape.lathe([*outside, (0.95, 0.6), (0.7, 0.4), (1e-7, 0.34)], "Straw")
    return shape.mesh("Nest")


def table() -> bpy.types.Mesh:
    """A round table."""
    shape = Shape()
    shape.lathe([(1e-7, 0.9), (1.7, 0.9), (1.75, 0.96), (1.7, 1.02), (1e-7, 1.02)], "Timber")
    shape.lathe([(1e-7, 0), (0.7, 0), (0.2, 0.15), (0.15, 0.9), (1e-7, 0.9)], "Stone")
    return shape.mesh("Table")


def apple(name: str, material: str | None) -> bpy.types.Mesh:
    """An apple, 0.8 m across; without a material it is one that a learner paints."""
    shape = Shape()
    profile = [(1e-7, 0.05), (0.14, 0.0), (0.28, 0.08), (0.38, 0.28), (0.4, 0.45)]
    profile += [(0.34, 0.62), (0.2, 0.7), (0.08, 0.66), (1e-7, 0.58)]
    shape.lathe(profile, material or "Toy White", segments=64)
    mesh = shape.mesh(name)
    if material is None:
        mesh.materials.clear()
    return mesh


def stalk(name: str) -> bpy.types.Mesh:
    """The stalk of an apple, with its leaf."""
    shape = Shape()
    shape.lathe([(1e-7, 0.56), (0.025, 0.56), (0.02, 0.85), (1e-7, 0.85)], "Timber", segments=16)
    shape.box((0.13, 0, 0.82), (0.22, 0.12, 0.02), "Leaf Green", bevel=0.008)
    return shape.mesh(name)
