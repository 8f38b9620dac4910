"""Planted demonstrations: objects as boxes, and what was done to them in which order."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from core.demonstration import Aspect, Change, Channels, Demonstration, ShownState

UPRIGHT = (1.0, 0.0, 0.0, 0.0)
SIDE_M = 0.1


def about(axis: str, degrees: float) -> tuple[float, float, float, float]:
    half = math.radians(degrees) / 2
    parts = [math.cos(half), 0.0, 0.0, 0.0]
    parts["xyz".index(axis) + 1] = math.sin(half)
    w, x, y, z = parts
    return w, x, y, z


def state(
    place: Sequence[float] = (0, 0, 0),
    rotation: Sequence[float] = UPRIGHT,
    side_m: float = SIDE_M,
    **more: Any,
) -> ShownState:
    """A cube of which the origin is the middle, without a parent."""
    x, y, z = place
    w, *u = rotation
    half = side_m / 2
    euler = more.pop("euler_rad", None)
    return ShownState(
        channels=Channels((x, y, z), (w, u[0], u[1], u[2]), euler, (1.0, 1.0, 1.0)),
        location=(x, y, z),
        rotation=(w, u[0], u[1], u[2]),
        low=(x - half, y - half, z - half),
        high=(x + half, y + half, z + half),
        size_m=more.pop("size_m", (side_m, side_m, side_m)),
        **more,
    )


def shown(
    start: Mapping[str, ShownState],
    end: Mapping[str, ShownState],
    order: Sequence[tuple[str, Aspect]],
    **more: Any,
) -> Demonstration:
    """A demonstration of which the steps were done one after another, a second each."""
    changes = tuple(
        Change(name, aspect, 2 * number, 2 * number + 1)
        for number, (name, aspect) in enumerate(order)
    )
    return Demonstration(start, changes, end, **more)


def moved_to(*places: Sequence[float], side_m: float = SIDE_M) -> list[Demonstration]:
    """Demonstrations in which a part was put to these places, 1 m or more from its start."""
    start = {"Part": state((5, 5, 5), side_m=side_m)}
    return [
        shown(start, {"Part": state(place, side_m=side_m)}, [("Part", Aspect.MOVED)])
        for place in places
    ]


def turned_to(*rotations: Sequence[float]) -> list[Demonstration]:
    """Demonstrations in which a part was turned so."""
    start = {"Part": state()}
    return [
        shown(start, {"Part": state(rotation=rotation)}, [("Part", Aspect.TURNED)])
        for rotation in rotations
    ]
