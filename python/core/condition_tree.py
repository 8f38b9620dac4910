"""A condition as its author sees it: a row for each node of its JSON, and the edits of them.

A condition is the JSON object of `trigger_conditions`, see docs/predicates.md. Nothing here changes
one: an edit gives another condition that shares what it leaves alone, so what was not edited stays
exactly as it was written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Condition = Mapping[str, Any]
Path = tuple[str | int, ...]
"""The members and places that lead from the whole condition to a node; () is the whole."""

BESIDE = ("id", "feedback")
"""Members of a node beside its predicate."""

_LISTS: dict[str, tuple[str, ...]] = {
    "all": (),
    "any": (),
    "count": ("of",),
    "order": ("steps",),
}
"""Predicates that hold a list of nodes, and where in them it stands."""
_SINGLES: dict[str, tuple[str, ...]] = {"not": (), "duration": ("of",), "within": ("of",)}
"""Predicates that hold one node, and where."""

COMBINING = frozenset((*_LISTS, *_SINGLES))


@dataclass(frozen=True)
class ConditionRow:
    """One node of a condition.

    Attributes:
        depth: How many nodes it stands in.
        predicate: "" where it has none, or several.
    """

    path: Path
    depth: int
    predicate: str


def rows(condition: Condition) -> tuple[ConditionRow, ...]:
    """Every node, each before those that stand in it; none of an empty condition."""
    return tuple(_rows(condition, (), 0)) if condition else ()


def node_at(condition: Condition, path: Path) -> dict[str, Any]:
    """The node at a path; an empty one where none is."""
    found: Any = condition
    for step in path:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return found if isinstance(found, dict) else {}


def predicate_of(node: Condition) -> str:
    """The one member of a node that says what must be so; "" where it is not one."""
    names = [name for name in node if name not in BESIDE]
    return names[0] if len(names) == 1 else ""


def with_node(condition: Condition, path: Path, node: object) -> dict[str, Any]:
    """Put another node, or any other value, at a path."""
    changed: dict[str, Any] = _replaced(condition, path, node)
    return changed


def with_member(condition: Condition, path: Path, member: str, value: object) -> dict[str, Any]:
    """Set a member of the predicate of a node; None takes it out."""
    node = node_at(condition, path)
    name = predicate_of(node)
    asked = dict(node[name]) if isinstance(node.get(name), dict) else {}
    asked.pop(member, None) if value is None else asked.update({member: value})
    return with_node(condition, path, {**node, name: asked})


def with_beside(condition: Condition, path: Path, member: str, value: str) -> dict[str, Any]:
    """Set the `feedback` or `id` of a node; an empty one takes it out.

    What is said of a step that came too early stands beside the step, not in its node.
    """
    owner = path[:-1] if _is_step(path) and member == "feedback" else path
    node = {name: had for name, had in node_at(condition, owner).items() if name != member}
    return with_node(condition, owner, {**node, member: value} if value else node)


def beside(condition: Condition, path: Path, member: str) -> str:
    """The `feedback` or `id` of a node, as `with_beside` sets it."""
    owner = path[:-1] if _is_step(path) and member == "feedback" else path
    value = node_at(condition, owner).get(member, "")
    return value if isinstance(value, str) else ""


def with_added(condition: Condition, path: Path, node: Condition) -> dict[str, Any]:
    """Add a node that must hold as well: behind the one at `path`, in the list where that stands.

    One that stands in no list becomes the first of a list of which all must hold.
    """
    if not condition:
        return dict(node)
    place = _place_in_list(path)
    if place is None:
        if predicate_of(node_at(condition, path)) in _LISTS:
            return with_inside(condition, path, node)
        return with_node(condition, path, {"all": [node_at(condition, path), node]})
    of, index = place
    listed = list(_value_at(condition, of))
    listed.insert(index + 1, _as_step(node, listed) if _is_step(path) else node)
    return with_node(condition, of, listed)


def with_inside(condition: Condition, path: Path, node: Condition) -> dict[str, Any]:
    """Add a node inside a combining one, behind those that stand there."""
    name = predicate_of(node_at(condition, path))
    of = (*path, name, *(_LISTS | _SINGLES).get(name, ()))
    if name not in _LISTS:
        return with_added(condition, of if name in _SINGLES else path, node)
    listed = list(_value_at(condition, of) or ())
    return with_node(condition, of, [*listed, _as_step(node, listed) if name == "order" else node])


def without(condition: Condition, path: Path) -> dict[str, Any]:
    """Take a node out, and what holds nothing without it; a list of one gives way to its one."""
    if not path:
        return {}
    place = _place_in_list(path)
    if place is None:
        return without(condition, _holder(condition, path))
    of, index = place
    listed = list(_value_at(condition, of))
    del listed[index]
    holder = _holder(condition, path)
    if not listed:
        return without(condition, holder)
    if len(listed) == 1 and predicate_of(node_at(condition, holder)) != "count":
        only = listed[0]["when"] if _is_step(path) else listed[0]
        kept = {name: value for name, value in node_at(condition, holder).items() if name in BESIDE}
        return with_node(condition, holder, {**only, **kept})
    return _with_count_in_reach(with_node(condition, of, listed), holder, len(listed))


def wrapped(condition: Condition, path: Path, predicate: str) -> dict[str, Any]:
    """Have a node stand in another that combines: `predicate` is one of `COMBINING`."""
    node = node_at(condition, path)
    wraps: dict[str, Any] = {
        "not": node,
        "all": [node],
        "any": [node],
        "count": {"of": [node], "min": 1},
        "order": {"steps": [_as_step(node, [])]},
        "duration": {"of": node, "min": 2, "unit": "s"},
        "within": {"of": node, "max": 60, "unit": "s"},
    }
    return with_node(condition, path, {predicate: wraps[predicate]})


def unwrapped(condition: Condition, path: Path) -> dict[str, Any]:
    """Have the only node that stands in a combining one take its place."""
    inner = [row.path for row in _rows(node_at(condition, path), (), 0) if row.depth == 1]
    if len(inner) != 1:
        return dict(condition)
    return with_node(condition, path, node_at(condition, (*path, *inner[0])))


def moved(condition: Condition, path: Path, places: int) -> dict[str, Any]:
    """Move a node up (negative) or down in the list where it stands, as far as that goes."""
    place = _place_in_list(path)
    if place is None:
        return dict(condition)
    of, index = place
    listed = list(_value_at(condition, of))
    item = listed.pop(index)
    listed.insert(min(max(index + places, 0), len(listed)), item)
    return with_node(condition, of, listed)


def _rows(node: object, path: Path, depth: int) -> Iterator[ConditionRow]:
    if not isinstance(node, dict):
        return
    name = predicate_of(node)
    yield ConditionRow(path, depth, name)
    if name in _SINGLES:
        inside: Path = (name, *_SINGLES[name])
        yield from _rows(_value_at(node, inside), (*path, *inside), depth + 1)
    elif name in _LISTS:
        inside = (name, *_LISTS[name])
        listed = _value_at(node, inside)
        for index in range(len(listed) if isinstance(listed, list) else 0):
            own = (*inside, index, "when") if name == "order" else (*inside, index)
            yield from _rows(_value_at(node, own), (*path, *own), depth + 1)


def _value_at(condition: object, path: Path) -> Any:
    found: Any = condition
    for step in path:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def _replaced(value: Any, path: Path, new: object) -> Any:
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(value, list):
        return [_replaced(one, rest, new) if i == first else one for i, one in enumerate(value)]
    members = dict(value) if isinstance(value, Mapping) else {}
    members[str(first)] = _replaced(members.get(str(first)), rest, new)
    return members


def _is_step(path: Path) -> bool:
    return len(path) >= 3 and path[-1] == "when" and path[-3] == "steps"


def _place_in_list(path: Path) -> tuple[Path, int] | None:
    """The list that a node stands in, and where in it."""
    place = path[:-1] if _is_step(path) else path
    if place and isinstance(place[-1], int):
        return place[:-1], place[-1]
    return None


def _holder(condition: Condition, path: Path) -> Path:
    """The node that a node stands in."""
    outer = [row.path for row in rows(condition) if row.path == path[: len(row.path)]]
    return max((one for one in outer if len(one) < len(path)), key=len, default=())


def _as_step(node: Condition, steps: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A step of an order, with an id that none of the others has."""
    taken = {step.get("id") for step in steps}
    number = next(n for n in range(1, len(steps) + 2) if f"step_{n}" not in taken)
    return {"id": f"step_{number}", "when": node}


def _with_count_in_reach(condition: dict[str, Any], path: Path, count: int) -> dict[str, Any]:
    """No count asks for more than there are left."""
    asked = node_at(condition, path).get("count", {})
    if asked.get("min", 0) > count:
        return with_member(condition, path, "min", count)
    return condition
