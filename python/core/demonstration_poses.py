"""The mean of the poses that were shown, and how exactly a learner has to reach it.

Tolerance = 1.25 times the largest deviation of the demonstrations' poses from their mean, but not
below a floor nor above a ceiling. One demonstration says nothing of how much may differ: the floor.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .poses import Quaternion, Vector3

SPREAD_FACTOR = 1.25
"""The teacher's own hand was within the largest deviation; a learner's may be a little farther."""

PLACE_FLOOR_M = 0.005
"""What a hand with a mouse achieves; `stands_on` allows the same gap."""

PLACE_CEILING_SHARE = 0.1
"""Of the longest side of the object: farther off, a part is seen not to be in its place."""

TURN_FLOOR_RAD = math.radians(3.0)
"""What a hand achieves without snapping."""

TURN_CEILING_RAD = math.radians(15.0)
"""Beyond that a part is seen to point elsewhere; `points_towards` is offered with the same."""

_ITERATIONS = 100


@dataclass(frozen=True)
class Allowed:
    """A tolerance and where it comes from.

    Attributes:
        amount: m or rad.
        spread: Largest deviation from the mean, in the same unit.
        is_cut: Whether the ceiling cuts it: then the demonstrations ended too far apart.
    """

    amount: float
    spread: float
    is_cut: bool


def place_tolerance(spread_m: float, longest_side_m: float) -> Allowed:
    """How far off an object may be.

    Args:
        longest_side_m: Of the object.
    """
    return _allowed(spread_m, PLACE_FLOOR_M, PLACE_CEILING_SHARE * longest_side_m)


def turn_tolerance(spread_rad: float) -> Allowed:
    """How far an object may be turned off."""
    return _allowed(spread_rad, TURN_FLOOR_RAD, TURN_CEILING_RAD)


def mean_place(places: Sequence[Vector3]) -> Vector3:
    """The middle of some places."""
    x, y, z = (math.fsum(axis) / len(places) for axis in zip(*places, strict=True))
    return x, y, z


def place_spread_m(places: Sequence[Vector3]) -> float:
    """The largest distance from the mean."""
    mean = mean_place(places)
    return max(math.dist(place, mean) for place in places)


def mean_rotation(rotations: Sequence[Quaternion]) -> Quaternion:
    """The mean of unit quaternions, of which q and -q are the same rotation.

    It is the eigenvector of sum(q qT) with the largest eigenvalue, found by power iteration from the
    sum of the quaternions in one half space, which is near it.

    Source: Markley, Cheng, Crassidis and Oshman, "Averaging Quaternions", Journal of Guidance,
    Control, and Dynamics 30(4), 2007, eq. 12 and 13.
    """
    first = rotations[0]
    same = [q if _dot(q, first) >= 0 else _negative(q) for q in rotations]
    mean = _unit(tuple(math.fsum(parts) for parts in zip(*same, strict=True)))
    for _ in range(_ITERATIONS):
        weights = [_dot(q, mean) for q in same]
        parts = zip(*same, strict=True)
        mean = _unit(
            tuple(math.fsum(w * x for w, x in zip(weights, p, strict=True)) for p in parts)
        )
    return mean


def turn_spread_rad(rotations: Sequence[Quaternion]) -> float:
    """The largest angle from the mean."""
    mean = mean_rotation(rotations)
    return max(angle_rad(rotation, mean) for rotation in rotations)


def angle_rad(one: Quaternion, other: Quaternion) -> float:
    """The angle between two rotations, 0 to pi; exact also where it is small."""
    if _dot(one, other) < 0:
        other = _negative(other)
    return 4 * math.atan2(math.dist(one, other), math.dist(one, _negative(other)))


def rotated(rotation: Quaternion, vector: Vector3) -> Vector3:
    """A vector, turned."""
    w, x, y, z = rotation
    a, b, c = vector
    # v + 2 w (u x v) + 2 u x (u x v), with u the quaternion's vector.
    tx, ty, tz = 2 * (y * c - z * b), 2 * (z * a - x * c), 2 * (x * b - y * a)
    return (
        a + w * tx + y * tz - z * ty,
        b + w * ty + z * tx - x * tz,
        c + w * tz + x * ty - y * tx,
    )


def between(one: Quaternion, other: Quaternion) -> Quaternion:
    """The rotation from one to the other, about axes of the first."""
    w, x, y, z = one[0], -one[1], -one[2], -one[3]
    a, b, c, d = other
    return (
        w * a - x * b - y * c - z * d,
        w * b + x * a + y * d - z * c,
        w * c - x * d + y * a + z * b,
        w * d + x * c - y * b + z * a,
    )


def angle_of_vectors_rad(one: Vector3, other: Vector3) -> float:
    """The angle between two vectors that are not 0."""
    (ax, ay, az), (bx, by, bz) = one, other
    cross = math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)
    return math.atan2(cross, ax * bx + ay * by + az * bz)


def _allowed(spread: float, floor: float, ceiling: float) -> Allowed:
    ceiling = max(floor, ceiling)
    wanted = SPREAD_FACTOR * spread
    return Allowed(min(max(wanted, floor), ceiling), spread, is_cut=wanted > ceiling)


def _dot(one: Quaternion, other: Quaternion) -> float:
    return math.fsum(a * b for a, b in zip(one, other, strict=True))


def _negative(q: Quaternion) -> Quaternion:
    return -q[0], -q[1], -q[2], -q[3]


def _unit(q: tuple[float, ...]) -> Quaternion:
    w, x, y, z = (part / math.hypot(*q) for part in q)
    return w, x, y, z
