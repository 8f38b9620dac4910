"""The order of units as their author moves them, and what it asks of their prerequisites."""

from collections.abc import Mapping, Sequence

from .lesson import Unit

Needs = Mapping[str, tuple[str, ...]]
"""By unit id, the units to pass before."""


def needs_of(units: Sequence[Unit]) -> Needs:
    """What each unit needs."""
    return {unit.unit_id: unit.prerequisite_units for unit in units}


def is_chain(order: Sequence[str], needs: Needs) -> bool:
    """Whether each unit needs just the one before it, as it is where nobody said otherwise."""
    return dict(needs) == chain(order)


def chain(order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Have each unit need the one before it."""
    return {one: tuple(order[max(0, i - 1) : i]) for i, one in enumerate(order)}


def moved(order: Sequence[str], unit_id: str, places: int) -> list[str]:
    """Move a unit up (negative) or down, as far as that goes."""
    after = [one for one in order if one != unit_id]
    index = order.index(unit_id) + places
    after.insert(min(max(index, 0), len(after)), unit_id)
    return after


def first_breach(order: Sequence[str], needs: Needs) -> tuple[str, str] | None:
    """A unit that stands before one that it needs, and that one."""
    place = {one: i for i, one in enumerate(order)}
    for one in order:
        for need in needs.get(one, ()):
            if place.get(need, -1) > place[one]:
                return one, need
    return None


def path_between(first: str, last: str, needs: Needs) -> list[str]:
    """How `first` comes to need `last`, over other units; from `last` to `first`, empty if not.

    That is the circle which a need of `last` for `first` closes.
    """
    waiting, seen = [[first]], {first}
    while waiting:
        way = waiting.pop(0)
        if way[-1] == last:
            return way[::-1]
        for need in needs.get(way[-1], ()):
            if need not in seen:
                seen.add(need)
                waiting.append([*way, need])
    return []
