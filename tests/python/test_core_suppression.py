"""
python3.11 -m unittest tests/python/test_core_suppression.py
"""

import itertools
import random
import unittest
from collections.abc import Iterator

from core.suppression import SMALLEST_CELL, Counts, mean_of, suppressed

PARTS = "abcd"


def named(counts: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(PARTS, counts, strict=False))


def compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way in which `total` people fall into so many parts."""
    for bars in itertools.combinations(range(total + parts - 1), parts - 1):
        edges = (-1, *bars, total + parts - 1)
        yield tuple(b - a - 1 for a, b in itertools.pairwise(edges))


class SuppressionTest(unittest.TestCase):
    def test_cells_of_fewer_than_ten_are_hidden_and_ten_is_shown(self) -> None:
        shown = suppressed({"done": 10, "working": 9, "new": 30})
        self.assertEqual(shown, Counts(49, {"done": 10, "working": None, "new": None}))

    def test_two_small_cells_take_a_third_with_them(self) -> None:
        shown = suppressed({"done": 10, "working": 9, "waiting": 9, "new": 30})
        hidden = {"working": None, "waiting": None, "new": None}
        self.assertEqual(shown, Counts(58, {"done": 10, **hidden}))

    def test_one_hidden_cell_takes_another_with_it(self) -> None:
        shown = suppressed({"done": 30, "working": 9, "new": 12})
        self.assertEqual(shown, Counts(51, {"done": 30, "working": None, "new": None}))

    def test_cells_without_anybody_are_hidden_with_enough_others(self) -> None:
        shown = suppressed({"done": 25, "working": 0, "new": 0})
        self.assertEqual(shown, Counts(25, {"done": None, "working": None, "new": None}))

    def test_where_nothing_is_small_everything_is_shown(self) -> None:
        cells = {"done": 10, "working": 11, "new": 12}
        self.assertEqual(suppressed(cells), Counts(33, cells))

    def test_a_group_of_fewer_than_ten_shows_nothing_not_even_its_size(self) -> None:
        self.assertEqual(
            suppressed({"done": 5, "new": 4}), Counts(None, {"done": None, "new": None})
        )

    def test_nobody_who_knows_the_rule_can_compute_a_hidden_cell(self) -> None:
        """All groups of every size: what is published fits at least two numbers in each hidden cell."""
        for parts, total in itertools.chain(
            ((2, n) for n in range(10, 45)),
            ((3, n) for n in range(10, 45)),
            ((4, n) for n in range(10, 32)),
        ):
            possible: dict[tuple[int | None, ...], list[set[int]]] = {}
            for counts in compositions(total, parts):
                shown = tuple(suppressed(named(counts)).cells.values())
                seen = possible.setdefault(shown, [set() for _ in counts])
                for values, count in zip(seen, counts, strict=True):
                    values.add(count)
            for shown, seen in possible.items():
                for cell, values in zip(shown, seen, strict=True):
                    self.assertTrue(
                        cell is not None or len(values) > 1, f"{parts} parts, {total}: {shown}"
                    )

    def test_what_is_hidden_is_never_few_people_and_what_is_shown_is_true(self) -> None:
        generator = random.Random(9)
        for _ in range(2000):
            cells = named(tuple(generator.choice((0, 3, 9, 10, 14, 60)) for _ in PARTS))
            shown = suppressed(cells)
            if shown.total is None:
                self.assertLess(sum(cells.values()), SMALLEST_CELL)
                continue
            hidden = [cells[name] for name, count in shown.cells.items() if count is None]
            self.assertTrue(not hidden or (len(hidden) >= 2 and sum(hidden) >= SMALLEST_CELL))
            for name, count in shown.cells.items():
                self.assertIn(count, (None, cells[name]))
                self.assertTrue(count is None or count >= SMALLEST_CELL)

    def test_a_mean_needs_ten_people(self) -> None:
        self.assertIsNone(mean_of([1.0] * 9))
        self.assertEqual(mean_of([1.0] * 9 + [2.5]), 1.1)


if __name__ == "__main__":
    unittest.main()
