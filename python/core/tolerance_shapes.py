"""What a tolerance looks like in the scene: a ring, a cone or a box, as lines of unit size.

Pure geometry; a shape is scaled and placed by whoever draws it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

Line = tuple[tuple[float, float, float], tuple[float, float, float]]

RING_SEGMENTS = 48
CONE_EDGES = 8


class Shape(Enum):
    """How a tolerance is drawn."""

    RING = "ring"  # so far around a place
    CONE = "cone"  # so far past a direction
    BOX = "box"  # so far around a region


@dataclass(frozen=True)
class Tolerance:
    """One number of a condition that can be seen in the scene.

    Attributes:
        member: Of the predicate; it holds the number.
        around: The member whose object the shape stands at.
        axis_member: Of a cone, the member that names the axis; "" without one.
    """

    member: str
    shape: Shape
    around: str
    axis_member: str = ""


_OF_PREDICATES: Mapping[str, tuple[Tolerance, ...]] = {
    "near": (Tolerance("max", Shape.RING, "to"),),
    "distance": (Tolerance("max", Shape.RING, "to"),),
    "stands_on": (Tolerance("off_centre", Shape.RING, "on"),),
    "moved": (Tolerance("min", Shape.RING, "object"),),
    "inside": (Tolerance("tolerance", Shape.BOX, "region"),),
    "points_towards": (Tolerance("max_angle", Shape.CONE, "object", "axis"),),
    "angle": (Tolerance("max", Shape.CONE, "object", "axis"),),
    "aligned": (Tolerance("max_angle", Shape.CONE, "object", "axis"),),
    "in_view": (Tolerance("max_distance", Shape.RING, "object"),),
}

AXES: Mapping[str, tuple[float, float, float]] = {
    "x": (1.0, 0.0, 0.0),
    "y": (0.0, 1.0, 0.0),
    "z": (0.0, 0.0, 1.0),
    "-x": (-1.0, 0.0, 0.0),
    "-y": (0.0, -1.0, 0.0),
    "-z": (0.0, 0.0, -1.0),
}

UNITS_SI: Mapping[str, float] = {
    "mm": 0.001,
    "cm": 0.01,
    "m": 1.0,
    "deg": math.pi / 180.0,
    "rad": 1.0,
}
"""How many metres or radians one of a unit is."""


def tolerances_of(predicate: str) -> tuple[Tolerance, ...]:
    """Those of a predicate's numbers that can be seen."""
    return _OF_PREDICATES.get(predicate, ())


def ring() -> list[Line]:
    """A circle of radius 1 around the origin, level."""
    step = 2.0 * math.pi / RING_SEGMENTS
    points = [(math.cos(i * step), math.sin(i * step), 0.0) for i in range(RING_SEGMENTS)]
    return [(points[i - 1], points[i]) for i in range(RING_SEGMENTS)]


def cone(half_angle_rad: float) -> list[Line]:
    """A cone along z with its tip at the origin, each edge of length 1.

    Beyond a right angle it opens to the other side.
    """
    height, radius = math.cos(half_angle_rad), math.sin(half_angle_rad)
    rim = [
        ((a[0] * radius, a[1] * radius, height), (b[0] * radius, b[1] * radius, height))
        for a, b in ring()
    ]
    stride = RING_SEGMENTS // CONE_EDGES
    return rim + [((0.0, 0.0, 0.0), rim[i][1]) for i in range(0, RING_SEGMENTS, stride)]


def box(half: tuple[float, float, float], beyond: float) -> list[Line]:
    """The edges of a box around the origin, each side `beyond` further out than `half` of its size."""
    x, y, z = (side + beyond for side in half)
    lines = []
    for first in (-1, 1):
        for second in (-1, 1):
            lines += [
                ((-x, first * y, second * z), (x, first * y, second * z)),
                ((first * x, -y, second * z), (first * x, y, second * z)),
                ((first * x, second * y, -z), (first * x, second * y, z)),
            ]
    return lines
