"""The shapes of hints: bars and arrows as vertices and faces, in metres.

Pure geometry, made of boxes and cones so that they are seen from every side.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float, float]

CONE_SIDES = 16


@dataclass
class Surface:
    """A mesh that grows part by part."""

    vertices: list[Point] = field(default_factory=list)
    faces: list[tuple[int, ...]] = field(default_factory=list)

    def add(self, vertices: Iterable[Point], faces: Iterable[Sequence[int]]) -> None:
        """Add a part, whose faces count its own vertices."""
        first = len(self.vertices)
        self.vertices += vertices
        self.faces += [tuple(first + index for index in face) for face in faces]


def cage(low: Point, high: Point, thickness_m: float) -> Surface:
    """Bars along the edges of a box."""
    made = Surface()
    corners = [low, high]
    for axis in range(3):
        others = [other for other in range(3) if other != axis]
        for a in (0, 1):
            for b in (0, 1):
                start = list(low)
                start[others[0]], start[others[1]] = corners[a][others[0]], corners[b][others[1]]
                end = list(start)
                end[axis] = high[axis]
                _add_bar(
                    made, (start[0], start[1], start[2]), (end[0], end[1], end[2]), thickness_m
                )
    return made


def arrow(start: Point, end: Point, thickness_m: float) -> Surface:
    """A bar from `start` with a cone whose tip is `end`; nothing where it would be all head."""
    made = Surface()
    length = math.dist(start, end)
    head = 5.0 * thickness_m
    if length <= head:
        return made
    along = _unit(_minus(end, start))
    neck = _plus(end, along, -head)
    _add_bar(made, start, neck, thickness_m)
    across, up = _frame(along)
    rim = []
    for i in range(CONE_SIDES):
        turn = 2.0 * math.pi * i / CONE_SIDES
        side = _plus(neck, across, 2.4 * thickness_m * math.cos(turn))
        rim.append(_plus(side, up, 2.4 * thickness_m * math.sin(turn)))
    sides = [(i, (i + 1) % CONE_SIDES, CONE_SIDES) for i in range(CONE_SIDES)]
    made.add([*rim, end], [*sides, tuple(reversed(range(CONE_SIDES)))])
    return made


def _add_bar(made: Surface, start: Point, end: Point, thickness_m: float) -> None:
    across, up = _frame(_unit(_minus(end, start)))
    half = thickness_m / 2.0
    corners = []
    for place in (start, end):
        for a, b in ((-half, -half), (half, -half), (half, half), (-half, half)):
            corners.append(_plus(_plus(place, across, a), up, b))
    sides = [(i, (i + 1) % 4, 4 + (i + 1) % 4, 4 + i) for i in range(4)]
    made.add(corners, [*sides, (3, 2, 1, 0), (4, 5, 6, 7)])


def _frame(along: Point) -> tuple[Point, Point]:
    """Two directions across a unit one."""
    other = (0.0, 0.0, 1.0) if abs(along[2]) < 0.9 else (1.0, 0.0, 0.0)
    across = _unit(_cross(along, other))
    return across, _cross(across, along)


def _minus(a: Point, b: Point) -> Point:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def _plus(a: Point, b: Point, factor: float) -> Point:
    return (a[0] + b[0] * factor, a[1] + b[1] * factor, a[2] + b[2] * factor)


def _cross(a: Point, b: Point) -> Point:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _unit(a: Point) -> Point:
    length = math.hypot(*a) or 1.0
    return (a[0] / length, a[1] / length, a[2] / length)
