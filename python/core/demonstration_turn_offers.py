"""How an object was turned: the conditions that its end rotations offer."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .demonstration import Aspect, Demonstration, ShownState
from .demonstration_offers import Limit, Offer, Tolerance
from .demonstration_poses import (
    SPREAD_FACTOR,
    TURN_CEILING_RAD,
    Allowed,
    angle_of_vectors_rad,
    between,
    mean_place,
    mean_rotation,
    rotated,
    turn_spread_rad,
    turn_tolerance,
)
from .demonstration_relations import reach_of
from .poses import Vector3
from .said import say

SNAP_RAD = math.radians(2.0)
"""So near to a direction of the world, that direction is meant: a hand rarely hits it."""

OWN_AXIS_RAD = math.radians(5.0)
"""So near to an axis of its own, the object was turned about that axis."""

_AXES: dict[str, Vector3] = {"x": (1, 0, 0), "y": (0, 1, 0), "z": (0, 0, 1)}
_WORLD: dict[str, Vector3] = {
    "+X": (1, 0, 0),
    "-X": (-1, 0, 0),
    "+Y": (0, 1, 0),
    "-Y": (0, -1, 0),
    "+Z": (0, 0, 1),
    "-Z": (0, 0, -1),
}


@dataclass(frozen=True)
class _Turn:
    """About which own axis an object was turned, and how far.

    Attributes:
        is_counted: Whether whole turns are in it; else it is -180 to 180.
    """

    axis: str
    degrees: float
    is_counted: bool


def offers_of_turn(name: str, demonstrations: Sequence[Demonstration]) -> list[Offer]:
    """What the rotations in which an object ended offer, the first of them ticked.

    More than half a turn is asked for as such: how it lies then says nothing of it.
    """
    ends = [one.at_end(name) for one in demonstrations]
    starts = [one.start[name] for one in demonstrations]
    allowed = turn_tolerance(turn_spread_rad([end.rotation for end in ends]))
    turn = list(_turned(name, starts, ends))
    lying = list(_lying(name, starts, ends, allowed))
    is_far = any(one.tolerance and abs(one.tolerance.around) > 180 for one in turn)
    found = [*turn, *lying] if is_far else [*lying, *turn]
    found += _pointing(name, demonstrations, ends)
    ticked = 1 if is_far or not lying else len(lying)
    return [replace(one, ticked=place < ticked) for place, one in enumerate(found)]


def _lying(
    name: str, starts: Sequence[ShownState], ends: Sequence[ShownState], allowed: Allowed
) -> Iterator[Offer]:
    """Directions of the axis that turned most; of a second one where the first leaves it open."""
    mean = mean_rotation([end.rotation for end in ends])
    ways = {
        axis: angle_of_vectors_rad(rotated(starts[0].rotation, own), rotated(ends[0].rotation, own))
        for axis, own in _AXES.items()
    }
    by_way = sorted(ways, key=lambda axis: -round(ways[axis], 4))
    stays = min(ways.values()) <= OWN_AXIS_RAD  # a turn about that one: one direction says all
    for axis in by_way[: 1 if stays else 2]:
        direction = rotated(mean, _AXES[axis])
        called, snapped = min(
            _WORLD.items(), key=lambda item: angle_of_vectors_rad(item[1], direction)
        )
        off_rad = angle_of_vectors_rad(snapped, direction)
        amount_rad = allowed.amount
        sentence = say("{name}'s {axis} axis points as it was shown.", name=name, axis=axis.upper())
        to = [round(part, 6) + 0.0 for part in direction]
        if off_rad <= SNAP_RAD:
            amount_rad = turn_tolerance(allowed.spread + off_rad).amount
            sentence = say(
                "{name}'s {axis} axis points along {direction}.",
                name=name,
                axis=axis.upper(),
                direction=called,
            )
            to = [float(part) for part in snapped]
        fields = {"object": name, "axis": axis, "to": to}
        tolerance = Tolerance(math.degrees(amount_rad), "deg", Limit.MAX)
        note = ""
        if allowed.is_cut:
            apart = math.degrees(2 * allowed.spread)
            note = say("The demonstrations turned it up to {apart}° apart.", apart=f"{apart:.0f}")
        yield Offer((name, Aspect.TURNED), sentence, "angle", fields, tolerance, note=note)


def _turned(name: str, starts: Sequence[ShownState], ends: Sequence[ShownState]) -> Iterator[Offer]:
    turns = [_turn(start, end) for start, end in zip(starts, ends, strict=True)]
    known = [turn for turn in turns if turn is not None]
    if len(known) < len(turns) or len({turn.axis for turn in known}) > 1:
        return
    first = known[0].degrees
    degrees = [  # 178 and -178 are 4 apart, if nobody counted the turns
        one.degrees + (0 if one.is_counted else 360 * round((first - one.degrees) / 360))
        for one in known
    ]
    mean = math.fsum(degrees) / len(degrees)
    allowed = turn_tolerance(math.radians(max(abs(one - mean) for one in degrees)))
    axis = known[0].axis
    yield Offer(
        (name, Aspect.TURNED),
        say(
            "{name} was turned by {mean}° about {axis}.",
            name=name,
            mean=f"{mean:.0f}",
            axis=axis.upper(),
        ),
        "turned",
        {"object": name, "axis": axis},
        Tolerance(math.degrees(allowed.amount), "deg", Limit.AROUND, round(mean, 1)),
    )


def _turn(start: ShownState, end: ShownState) -> _Turn | None:
    """None where it was not turned about one axis of its own."""
    w, *vector = between(start.channels.rotation, end.channels.rotation)
    about = (vector[0], vector[1], vector[2])
    angle = 2 * math.atan2(math.hypot(*about), w)
    wholes = _whole_degrees(start, end)
    if math.hypot(*about) < 1e-6:  # whole turns, about the axis of the angle that has them
        if wholes is None or abs(wholes[1]) < 1:
            return None
        about, angle = _AXES[wholes[0]], 0.0
    axis = max(_AXES, key=lambda one: abs(about["xyz".index(one)]))
    own = _AXES[axis]
    off_rad = angle_of_vectors_rad(own, about)
    if min(off_rad, math.pi - off_rad) > OWN_AXIS_RAD:
        return None
    degrees = math.degrees(angle) if off_rad < math.pi / 2 else -math.degrees(angle)
    if wholes is not None and wholes[0] == axis:
        return _Turn(axis, degrees + 360 * round((wholes[1] - degrees) / 360), is_counted=True)
    return _Turn(axis, degrees - 360 * round(degrees / 360), is_counted=False)


def _whole_degrees(start: ShownState, end: ShownState) -> tuple[str, float] | None:
    """The one Euler angle that changed, and by how much; it counts whole turns.

    None where several did, or there are none.
    """
    before, after = start.channels.euler_rad, end.channels.euler_rad
    if before is None or after is None:
        return None
    ways = [math.degrees(b - a) for a, b in zip(before, after, strict=True)]
    changed = [place for place, way in enumerate(ways) if abs(way) > 1e-3]
    return ("xyz"[changed[0]], ways[changed[0]]) if len(changed) == 1 else None


def _pointing(
    name: str, demonstrations: Sequence[Demonstration], ends: Sequence[ShownState]
) -> Iterator[Offer]:
    """The one thing, of those that nobody touched and that are not at hand, that it points at best."""
    touched = {item for one in demonstrations for item in one.end}
    best: tuple[float, str, str] | None = None
    for other, state in demonstrations[0].start.items():
        if other in touched or state.hidden:
            continue
        target = mean_place([state.low, state.high])
        ways = [_way(end, target) for end in ends]
        if any(
            math.hypot(*way) <= max(reach_of(end), *end.size_m)
            for way, end in zip(ways, ends, strict=True)
        ):
            continue
        for axis in ("x", "y", "z", "-x", "-y", "-z"):
            off_rad = max(_off(end, axis, way) for end, way in zip(ends, ways, strict=True))
            if SPREAD_FACTOR * off_rad <= TURN_CEILING_RAD and (best is None or off_rad < best[0]):
                best = (off_rad, axis, other)
    if best is not None:
        off_rad, axis, other = best
        yield Offer(
            (name, Aspect.TURNED),
            say(
                "{name}'s {axis} axis points towards {other}.",
                name=name,
                axis=axis.upper(),
                other=other,
            ),
            "points_towards",
            {"object": name, "axis": axis, "to": other},
            Tolerance(math.degrees(turn_tolerance(off_rad).amount), "deg", Limit.MAX_ANGLE),
        )


def _way(state: ShownState, target: Vector3) -> Vector3:
    x, y, z = (to - at for to, at in zip(target, mean_place([state.low, state.high]), strict=True))
    return x, y, z


def _off(state: ShownState, axis: str, way: Vector3) -> float:
    off_rad = angle_of_vectors_rad(rotated(state.rotation, _AXES[axis[-1]]), way)
    return math.pi - off_rad if axis.startswith("-") else off_rad
