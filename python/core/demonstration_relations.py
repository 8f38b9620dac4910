"""Which objects something may stand on, lie in or be near to, by their boxes.

Boxes only say where to look: the scene's own measure of the surfaces decides.
"""

import math
from collections.abc import Iterable, Mapping

from .demonstration import Relation, RelationKind, ShownState
from .demonstration_poses import PLACE_CEILING_SHARE, PLACE_FLOOR_M, mean_place
from .poses import Vector3

CANDIDATES_LIMIT = 8
"""Of one kind for one object: measuring surfaces takes time, and nobody reads more."""


def candidates(name: str, state: ShownState, others: Mapping[str, ShownState]) -> list[Relation]:
    """What an object may stand on, lie in and be near to; the likeliest first of each kind."""
    reach_m = reach_of(state)
    found: dict[RelationKind, list[tuple[float, str]]] = {kind: [] for kind in RelationKind}
    for other, its in others.items():
        if other == name or its.hidden:
            continue
        gap_m = box_gap_m(state, its)
        if gap_m > reach_m:
            continue
        found[RelationKind.NEAR].append((gap_m, other))
        if _footprints_overlap(state, its) and _middle(state)[2] > _middle(its)[2]:
            found[RelationKind.STANDS_ON].append((abs(state.low[2] - its.high[2]), other))
        if _holds_middle(its, state):
            found[RelationKind.INSIDE].append((_volume(its), other))
    return [
        Relation(kind, name, other)
        for kind, rated in found.items()
        for _, other in sorted(rated)[:CANDIDATES_LIMIT]
    ]


def reach_of(state: ShownState) -> float:
    """How far apart an object and another may be to have to do with each other, m."""
    return max(PLACE_FLOOR_M, PLACE_CEILING_SHARE * max(state.size_m))


def box_gap_m(one: ShownState, other: ShownState) -> float:
    """The gap between two boxes along the world's axes; 0 where they touch or overlap."""
    sides = zip(one.low, one.high, other.low, other.high, strict=True)
    return math.hypot(*(max(0.0, c - b, a - d) for a, b, c, d in sides))


def _footprints_overlap(one: ShownState, other: ShownState) -> bool:
    return all(one.low[i] < other.high[i] and other.low[i] < one.high[i] for i in (0, 1))


def _holds_middle(box: ShownState, state: ShownState) -> bool:
    sides: Iterable[tuple[float, float, float]] = zip(
        box.low, _middle(state), box.high, strict=True
    )
    return all(low <= at <= high for low, at, high in sides) and _volume(box) > _volume(state)


def _middle(state: ShownState) -> Vector3:
    return mean_place([state.low, state.high])


def _volume(state: ShownState) -> float:
    return math.prod(high - low for low, high in zip(state.low, state.high, strict=True))
