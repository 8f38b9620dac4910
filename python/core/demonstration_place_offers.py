"""Where an object was put: the conditions that its end places offer.

What says most of the task comes first and is ticked: it stands on something, it lies in something,
it has its origin at another's, it is where it was put. The rest is offered unticked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import dist
from typing import Any

from .demonstration import Aspect, Demonstration, Relation, RelationKind, ShownState
from .demonstration_offers import Limit, Offer, Tolerance
from .demonstration_poses import (
    PLACE_FLOOR_M,
    Allowed,
    mean_place,
    place_spread_m,
    place_tolerance,
)
from .said import say

MM = 1000.0

MOVED_SHARE = 0.5
"""Of the shortest way that was shown: who goes less far has not done it."""


def offers_of_place(name: str, demonstrations: Sequence[Demonstration]) -> list[Offer]:
    """What the places at which an object ended offer, the first of them ticked."""
    step = (name, Aspect.MOVED)
    ends = [one.at_end(name) for one in demonstrations]
    allowed = place_tolerance(
        place_spread_m([end.location for end in ends]), max(max(end.size_m) for end in ends)
    )
    found = [
        *_standing(name, demonstrations),
        *_inside(name, demonstrations),
        *_at_origin(name, demonstrations, allowed),
    ]
    there = _at_point(name, ends, allowed)
    moved = _moved(name, demonstrations)
    found += [moved, there] if allowed.is_cut else [there, moved]
    found += _near(name, demonstrations)
    return [replace(one, step=step, ticked=place == 0) for place, one in enumerate(found)]


def _common(
    kind: RelationKind, name: str, demonstrations: Sequence[Demonstration]
) -> Iterator[list[Relation]]:
    """What an object came to in every demonstration, a list of the measured for each other object."""
    rows = [
        {
            item.other: item
            for item in one.relations
            if (item.kind, item.object_name) == (kind, name)
        }
        for one in demonstrations
    ]
    for other in rows[0]:
        if all(other in row for row in rows):
            yield [row[other] for row in rows]


def _standing(name: str, demonstrations: Sequence[Demonstration]) -> Iterator[Offer]:
    for relations in _common(RelationKind.STANDS_ON, name, demonstrations):
        other = relations[0].other
        fields = {"object": name, "on": other}
        gap_m = _over(relations, demonstrations)
        yield _offer(
            say("{name} stands on {other}.", name=name, other=other),
            "stands_on",
            fields,
            gap_m,
            Limit.GAP,
        )


def _inside(name: str, demonstrations: Sequence[Demonstration]) -> Iterator[Offer]:
    for relations in _common(RelationKind.INSIDE, name, demonstrations):
        other = relations[0].other
        yield Offer(
            (name, Aspect.MOVED),
            say("{name} is inside {other}.", name=name, other=other),
            "inside",
            {"object": name, "region": other},
        )


def _near(name: str, demonstrations: Sequence[Demonstration]) -> Iterator[Offer]:
    """Near the nearest of what nobody touched."""
    touched = {item for one in demonstrations for item in one.end}
    for relations in _common(RelationKind.NEAR, name, demonstrations):
        other = relations[0].other
        if other not in touched:
            fields = {"object": name, "to": other}
            gap_m = _over(relations, demonstrations)
            yield _offer(
                say("{name} is near {other}.", name=name, other=other),
                "near",
                fields,
                gap_m,
                Limit.MAX,
            )
            return


def _at_origin(
    name: str, demonstrations: Sequence[Demonstration], allowed: Allowed
) -> Iterator[Offer]:
    """At the origin of something that stays where it is, such as the mark of a seat."""
    touched = {item for one in demonstrations for item in one.end}
    mean = mean_place([one.at_end(name).location for one in demonstrations])
    near = [
        (dist(state.location, mean), other)
        for other, state in demonstrations[0].start.items()
        if other not in touched and dist(state.location, mean) <= PLACE_FLOOR_M
    ]
    if near:
        off_m, other = min(near)
        fields = {"object": name, "to": other}
        amount_m = allowed.amount + off_m
        yield _offer(
            say("{name} is at {other}.", name=name, other=other),
            "distance",
            fields,
            amount_m,
            Limit.MAX,
        )


def _at_point(name: str, ends: Sequence[ShownState], allowed: Allowed) -> Offer:
    point = [_metres(part) for part in mean_place([end.location for end in ends])]
    fields = {"object": name, "to": point}
    made = _offer(
        say("{name} is where it was put.", name=name), "distance", fields, allowed.amount, Limit.MAX
    )
    if not allowed.is_cut:
        return made
    apart = say(
        "The demonstrations put it up to {apart} mm apart.",
        apart=f"{2 * allowed.spread * MM:.0f}",
    )
    return replace(made, note=apart)


def _moved(name: str, demonstrations: Sequence[Demonstration]) -> Offer:
    ways = [dist(one.start[name].location, one.at_end(name).location) for one in demonstrations]
    least_mm = float(f"{MOVED_SHARE * min(ways) * MM:.2g}")
    way = f"{least_mm / MM:g} m" if least_mm >= MM else f"{least_mm:g} mm"
    return Offer(
        (name, Aspect.MOVED),
        say("{name} was moved by at least {way}.", name=name, way=way),
        "moved",
        {"object": name, "min": least_mm, "unit": "mm"},
    )


def _over(relations: Sequence[Relation], demonstrations: Sequence[Demonstration]) -> float:
    """A gap that takes in all that were shown, up to the ceiling."""
    name = relations[0].object_name
    widest_m = max(abs(item.gap_m) for item in relations)
    longest_m = max(max(one.at_end(name).size_m) for one in demonstrations)
    return place_tolerance(widest_m, longest_m).amount


def _offer(
    sentence: str, predicate: str, fields: Mapping[str, Any], amount_m: float, limit: Limit
) -> Offer:
    tolerance = Tolerance(amount_m * MM, "mm", limit)
    return Offer((fields["object"], Aspect.MOVED), sentence, predicate, fields, tolerance)


def _metres(value: float) -> float:
    """To a hundredth of a millimetre; -0 is 0."""
    return round(value, 5) + 0.0
