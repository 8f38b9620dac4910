"""Where the nodes of a curriculum stand: layers from left to right by the longest path to a unit.

Units of one module stand in a band of their own, so that no frame lies over another unit. The same
curriculum always gives the same places.

Lengths are those of a node editor at an interface scale of 1; y grows upwards, and a place is a
node's upper left corner.
"""

from collections.abc import Collection, Mapping, Sequence

from .curriculum import Edge

Place = tuple[float, float]

NODE_WIDTH = 240.0
NODE_HEIGHT = 170.0
"""More than a node that says all has; a place is kept free for so much."""

LAYER_STEP = NODE_WIDTH + 80.0
ROW_STEP = NODE_HEIGHT + 30.0
BAND_GAP = 90.0
"""Between modules: their frames' borders and titles."""


def layers(keys: Sequence[str], edges: Collection[Edge]) -> dict[str, int]:
    """The layer of each unit: how many units the longest path to it has before it.

    Where a file's prerequisites form a cycle, the first of its units by `keys` counts as open.
    """
    known = set(keys)
    missing = dict.fromkeys(keys, 0)
    after: dict[str, list[str]] = {key: [] for key in keys}
    for source, target in sorted(set(edges)):
        if source in known and target in known and source != target:
            after[source].append(target)
            missing[target] += 1
    layer: dict[str, int] = dict.fromkeys(keys, 0)
    waiting = list(keys)
    placed: set[str] = set()
    ready = [key for key in keys if not missing[key]]
    while len(placed) < len(waiting):
        if not ready:
            ready = [next(key for key in waiting if key not in placed)]
        key = ready.pop(0)
        placed.add(key)
        for one in after[key]:
            missing[one] -= 1
            if one not in placed:
                layer[one] = max(layer[one], layer[key] + 1)
                if not missing[one]:
                    ready.append(one)
    return layer


def tidy(
    keys: Sequence[str], edges: Collection[Edge], modules: Mapping[str, str]
) -> dict[str, Place]:
    """Places for all units.

    Args:
        keys: In the lesson's order.
        modules: The module of each unit that has one.
    """
    layer = layers(keys, edges)
    places: dict[str, Place] = {}
    top = 0.0
    for module in dict.fromkeys(modules.get(key, "") for key in keys):
        band = [key for key in keys if modules.get(key, "") == module]
        columns = _columns(band, edges, layer)
        for at, column in columns.items():
            for row, key in enumerate(column):
                places[key] = (at * LAYER_STEP, top - row * ROW_STEP)
        top -= max(len(column) for column in columns.values()) * ROW_STEP + BAND_GAP
    return places


def free_place(taken: Collection[Place], wanted: Place) -> Place:
    """The first place at or under the wanted one where a node covers none of the others."""
    x, y = wanted
    while any(
        abs(x - other[0]) < NODE_WIDTH and abs(y - other[1]) < NODE_HEIGHT for other in taken
    ):
        y -= ROW_STEP
    return (x, y)


def place_for_new(needed: Collection[Place], taken: Collection[Place]) -> Place:
    """Where a unit that has just come stands: right of those that it needs, else under all."""
    if needed:
        x = max(place[0] for place in needed) + LAYER_STEP
        return free_place(taken, (x, max(place[1] for place in needed)))
    if not taken:
        return (0.0, 0.0)
    left = min(place[0] for place in taken)
    return free_place(taken, (left, max(place[1] for place in taken)))


def _columns(
    band: Sequence[str], edges: Collection[Edge], layer: Mapping[str, int]
) -> dict[int, list[str]]:
    """The units of a band by layer; in each a unit stands about level with those that it needs."""
    before: dict[str, list[str]] = {}
    for source, target in sorted(edges):
        before.setdefault(target, []).append(source)
    row: dict[str, int] = {}
    columns: dict[int, list[str]] = {}
    for at in sorted({layer[key] for key in band}):
        members = [key for key in band if layer[key] == at]
        means = {}
        for index, key in enumerate(members):
            rows = [row[one] for one in before.get(key, ()) if one in row]
            means[key] = (sum(rows) / len(rows) if rows else float(index), index)
        columns[at] = sorted(members, key=lambda key: means[key])
        row.update({key: index for index, key in enumerate(columns[at])})
    return columns
