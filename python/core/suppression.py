"""Figures about groups that name nobody: small cells are hidden, and no total gives them away.

Fewer than 10 people in a cell are not published, and beside a total never one hidden cell alone.
Source: US federal and state practice for
education statistics (NCES 2011-603, "Statistical methods for protecting personally identifiable
information in aggregate reporting": minimum cell size and complementary suppression).
"""

from collections.abc import Mapping
from dataclasses import dataclass

SMALLEST_CELL = 10
"""People; fewer are hidden, none at all among them: that nobody did it says something of each."""

FEWEST_HIDDEN = 2
"""Cells of a total: one alone would be the total less the others."""


@dataclass(frozen=True)
class Counts:
    """How many people of a group fall into each of several parts that exclude each other.

    Attributes:
        total: Of all parts; None where the whole group is too small.
        cells: By part; None where the number is hidden.
    """

    total: int | None
    cells: Mapping[str, int | None]


def suppressed(cells: Mapping[str, int]) -> Counts:
    """Hide what must not be published of a group that these parts make up.

    Hidden are cells under `SMALLEST_CELL`; then others, from the last part on, until at least
    `FEWEST_HIDDEN` cells are hidden with `SMALLEST_CELL` people each on average. A group that is
    smaller itself shows nothing. Who knows this rule must not learn from what it chose: hence the
    average (two cells under 10 with 18 people can only be 9 and 9), and no order by size.
    """
    total = sum(cells.values())
    if total < SMALLEST_CELL:
        return Counts(None, dict.fromkeys(cells))
    hidden = {name for name, count in cells.items() if count < SMALLEST_CELL}
    others = [name for name in cells if name not in hidden]
    while hidden and others and not _is_enough([cells[name] for name in hidden]):
        hidden.add(others.pop())
    shown = {name: None if name in hidden else count for name, count in cells.items()}
    return Counts(total, shown)


def mean_of(values: list[float]) -> float | None:
    """The mean over people, where there are enough of them; to one digit after the point."""
    return round(sum(values) / len(values), 1) if len(values) >= SMALLEST_CELL else None


def _is_enough(hidden: list[int]) -> bool:
    return len(hidden) >= FEWEST_HIDDEN and sum(hidden) >= SMALLEST_CELL * len(hidden)
