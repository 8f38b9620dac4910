"""Which steps come before which, as far as every demonstration agrees."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import TypeVar

_Step = TypeVar("_Step", bound=Hashable)
Pairs = frozenset[tuple[_Step, _Step]]
"""Each is a step and one that comes after it."""


@dataclass(frozen=True)
class Span:
    """At which moments of one demonstration a step was at work, by their numbers in their order."""

    began: int
    ended: int


def precedences(histories: Sequence[Mapping[_Step, Span]]) -> Pairs[_Step]:
    """The pairs whose first ended before the second began, in every demonstration.

    Steps that were at work at the same time have no order, nor has one that a demonstration is
    without.
    """
    common = set.intersection(*(set(history) for history in histories)) if histories else set()
    return frozenset(
        (a, b)
        for a, b in permutations(common, 2)
        if all(history[a].ended < history[b].began for history in histories)
    )


def reduced(pairs: Pairs[_Step]) -> Pairs[_Step]:
    """The pairs that say all the others: without those that follow from two of them.

    Source: Aho, Garey and Ullman, "The Transitive Reduction of a Directed Graph", SIAM Journal on
    Computing 1(2), 1972; of a graph without cycles it is unique.
    """
    after = _reachable(pairs)
    return frozenset(
        (a, c) for a, c in pairs if not any(b != c and c in after.get(b, ()) for b in after[a])
    )


def chains(pairs: Pairs[_Step]) -> list[tuple[_Step, ...]]:
    """Rows of steps that together have each pair side by side; the longest first."""
    left = set(pairs)
    rows = []
    while left:
        row = max((_longest(left, a) for a, _ in sorted(left, key=repr)), key=len)
        left -= set(pairwise(row))
        rows.append(row)
    return rows


def any_order_groups(steps: Sequence[_Step], pairs: Pairs[_Step]) -> list[tuple[_Step, ...]]:
    """Steps, two or more, that may be done in any order among themselves at the same point."""
    after = _reachable(pairs)
    groups: dict[tuple[frozenset[_Step], frozenset[_Step]], list[_Step]] = {}
    for step in steps:
        earlier = frozenset(other for other, later in after.items() if step in later)
        later = frozenset(after.get(step, ()))
        groups.setdefault((earlier, later), []).append(step)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _reachable(pairs: Pairs[_Step]) -> dict[_Step, set[_Step]]:
    """All that comes after a step, also by way of others."""
    after: dict[_Step, set[_Step]] = {}
    for a, b in pairs:
        after.setdefault(a, set()).add(b)
    changed = True
    while changed:
        changed = False
        for later in after.values():
            more = set().union(*(after.get(step, set()) for step in later)) - later
            if more:
                later |= more
                changed = True
    return after


def _longest(pairs: set[tuple[_Step, _Step]], first: _Step) -> tuple[_Step, ...]:
    """The longest row along pairs from a step on. There are no circles."""
    known: dict[_Step, tuple[_Step, ...]] = {}

    def row(step: _Step) -> tuple[_Step, ...]:
        if step not in known:
            followers = sorted((b for a, b in pairs if a == step), key=repr)
            known[step] = (step, *max((row(b) for b in followers), key=len, default=()))
        return known[step]

    return row(first)
