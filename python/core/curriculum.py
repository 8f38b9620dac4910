"""The curriculum as a graph: which unit comes before which, and what a change of it would close.

A node of it is known by a key, which stays the same when the unit gets another id or its scene
another name.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence

from .lesson import Unit
from .said import say

Edge = tuple[str, str]
"""Keys of two units: the first is a prerequisite of the second."""

_BY_ID = "unit_id:"


def keyed(units: Iterable[Unit]) -> dict[str, Unit]:
    """Units by their keys, in the order given: the UUID, or the unit id where that is missing.

    Copying scenes by hand leaves several with one unit id, of which the first by name counts, or
    with one UUID, which the first by unit id keeps.
    """
    given = list(units)
    chosen: dict[str, tuple[str, Unit]] = {}
    taken: set[str] = set()
    for unit in sorted(given, key=lambda unit: (unit.unit_id, unit.scene_name)):
        if unit.unit_id in chosen:
            continue
        key = unit.uuid if unit.uuid and unit.uuid not in taken else _BY_ID + unit.unit_id
        taken.add(key)
        chosen[unit.unit_id] = (key, unit)
    return {chosen[one.unit_id][0]: one for one in given if chosen[one.unit_id][1] is one}


def edges_of(units: Mapping[str, Unit]) -> frozenset[Edge]:
    """The prerequisites among keyed units; what a unit needs that is not there is left out."""
    keys = {unit.unit_id: key for key, unit in units.items()}
    return frozenset(
        (keys[needed], key)
        for key, unit in units.items()
        for needed in unit.prerequisite_units
        if needed in keys
    )


def closed_path(edges: Collection[Edge], added: Edge) -> tuple[str, ...]:
    """The shortest path from the end of an added edge back to its start; () if there is none.

    With the edge such a path is a cycle: none of its units could ever be begun. An edge from a unit
    to itself gives that unit alone.
    """
    first, goal = added[1], added[0]
    after: dict[str, list[str]] = {}
    for source, target in sorted(edges):
        after.setdefault(source, []).append(target)
    came_from = {first: ""}
    waiting = deque([first])
    while waiting and goal not in came_from:
        here = waiting.popleft()
        for one in after.get(here, ()):
            if one not in came_from:
                came_from[one] = here
                waiting.append(one)
    path: list[str] = []
    at = goal if goal in came_from else ""
    while at:
        path.append(at)
        at = came_from[at]
    return tuple(reversed(path))


def cycle_sentence(titles: Sequence[str]) -> str:
    """Why a link is rejected: the path that it would close, by its titles from first to last."""
    if len(titles) < 2:
        return say("“{title}” cannot come before itself.", title=titles[0])
    return say(
        "“{first}” comes before “{last}” already: {way}.",
        first=titles[0],
        last=titles[-1],
        way=" → ".join(titles),
    )


def with_changes(
    ids: Sequence[str], added: Collection[str], removed: Collection[str]
) -> tuple[str, ...]:
    """A unit's prerequisites after a change of them; the others keep their order.

    Those that no unit of the file meets stay too: the change says nothing of them.
    """
    kept = [one for one in ids if one not in removed]
    return (*kept, *sorted(set(added) - set(kept)))
