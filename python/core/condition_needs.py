"""What an author's conditions need of the learner, read from their JSON."""

from collections.abc import Iterator, Mapping

_OF_OBJECTS = frozenset({"distance", "angle", "moved", "turned", "points_towards"})
"""Predicates that measure an object's own place and turn, whatever becomes of its mesh."""

_OF_MODES = frozenset({"mode", "tool"})
"""Who is asked for another mode is to be in it."""


def asks_for_own_transform(conditions: object) -> bool:
    """Whether moves in Edit Mode are lost on these conditions."""
    names = {name for name, _ in _members(conditions)}
    return bool(names & _OF_OBJECTS) and not names & _OF_MODES


def objects_worked_with(conditions: object) -> set[str]:
    """Names of the objects that the learner handles; not of what they are measured by."""
    return {
        value for name, value in _members(conditions) if name == "object" and isinstance(value, str)
    }


def _members(node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, Mapping):
        for name, value in node.items():
            yield name, value
            yield from _members(value)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from _members(each)
