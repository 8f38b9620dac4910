"""Orders that were planted are found; pairs that came about by accident are not."""

import random
import unittest
from collections.abc import Sequence
from itertools import pairwise

from core.demonstration import Aspect, Demonstration
from core.demonstration_generalise import generalise
from core.demonstration_order import Span, any_order_groups, chains, precedences, reduced
from demonstration_samples import shown, state

Pair = tuple[int, int]


def history(order: Sequence[int]) -> dict[int, Span]:
    return {step: Span(2 * place, 2 * place + 1) for place, step in enumerate(order)}


def closure(pairs: set[Pair]) -> set[Pair]:
    """All that follows from pairs, by Warshall's rule."""
    steps = {step for pair in pairs for step in pair}
    every = set(pairs)
    for b in steps:
        every |= {(a, c) for a in steps for c in steps if (a, b) in every and (b, c) in every}
    return every


def random_constraints(dice: random.Random, count: int) -> set[Pair]:
    """Pairs without a circle over steps in a hidden order."""
    hidden = dice.sample(range(count), count)
    every = [(hidden[i], hidden[j]) for i in range(count) for j in range(i + 1, count)]
    return {pair for pair in every if dice.random() < 0.25}


def linear_extension(dice: random.Random, count: int, pairs: set[Pair]) -> list[int]:
    """Any order of the steps that keeps the pairs."""
    left, order = set(range(count)), []
    while left:
        free = [b for b in left if not any(a in left for a, other in pairs if other == b)]
        order.append(dice.choice(sorted(free)))
        left.remove(order[-1])
    return order


def reversing(order: Sequence[int], planted: set[Pair], count: int) -> list[int]:
    """Keeps what is planted, and has every other pair the other way round than `order` has it, as
    far as what is planted leaves it: always the latest step that is free."""
    rank = {step: place for place, step in enumerate(order)}
    left, reverse = set(range(count)), []
    while left:
        free = [b for b in left if not any(a in left for a, other in planted if other == b)]
        reverse.append(max(free, key=rank.__getitem__))
        left.remove(reverse[-1])
    return reverse


class PlantedOrderTest(unittest.TestCase):
    def test_planted_pairs_are_found_and_those_reversed_once_never_over_many_histories(
        self,
    ) -> None:
        dice = random.Random(3)
        accidental = 0
        for _ in range(500):
            count = dice.randint(2, 7)
            planted = closure(random_constraints(dice, count))
            orders = [linear_extension(dice, count, planted) for _ in range(2)]
            orders.append(reversing(orders[0], planted, count))
            found = precedences([history(order) for order in orders])
            self.assertLessEqual(planted, found, "what all keep was planted or came about")
            for a in range(count):
                for b in range(count):
                    ways = {order.index(a) < order.index(b) for order in orders}
                    if a != b and len(ways) == 2:
                        accidental += 1
                        self.assertNotIn((a, b), found)
            self.assertEqual(closure(set(reduced(found))), set(found), "nothing is lost")
        self.assertGreater(accidental, 1000, "the histories held accidental pairs")

    def test_with_every_accidental_pair_reversed_exactly_what_was_planted_is_left(self) -> None:
        dice = random.Random(4)
        for _ in range(300):
            count = dice.randint(2, 6)
            planted = closure(random_constraints(dice, count))
            orders = [linear_extension(dice, count, planted)]
            while accidental := self.left_over(orders, planted, count):
                a, b = accidental.pop()
                orders.append(linear_extension(dice, count, closure(planted | {(b, a)})))
            found = precedences([history(order) for order in orders])
            self.assertEqual(set(found), planted)

    def left_over(
        self, orders: Sequence[Sequence[int]], planted: set[Pair], count: int
    ) -> set[Pair]:
        return {
            (a, b)
            for a in range(count)
            for b in range(count)
            if a != b and (a, b) not in planted and all(o.index(a) < o.index(b) for o in orders)
        }

    def test_the_reduction_leaves_out_what_two_pairs_say_together(self) -> None:
        pairs = precedences([history([1, 2, 3, 4])])
        self.assertEqual(len(pairs), 6)
        self.assertEqual(reduced(pairs), {(1, 2), (2, 3), (3, 4)})
        self.assertEqual(chains(reduced(pairs)), [(1, 2, 3, 4)])

    def test_steps_at_work_at_the_same_time_have_no_order(self) -> None:
        overlapping = {1: Span(0, 2), 2: Span(1, 3)}
        self.assertEqual(precedences([overlapping]), frozenset())

    def test_steps_between_the_same_two_are_a_group_of_any_order(self) -> None:
        pairs = reduced(precedences([history([1, 2, 3, 4]), history([1, 3, 2, 4])]))
        self.assertEqual(pairs, {(1, 2), (1, 3), (2, 4), (3, 4)})
        self.assertEqual(any_order_groups([1, 2, 3, 4], pairs), [(2, 3)])
        covered = {pair for row in chains(pairs) for pair in pairwise(row)}
        self.assertEqual(covered, pairs)


def moving(*orders: str) -> list[Demonstration]:
    """Each letter is an object that was moved."""
    names = sorted({name for order in orders for name in order})
    start = {name: state((10 * place, 0, 0)) for place, name in enumerate(names)}
    return [
        shown(
            start,
            {name: state((10 * names.index(name), 3, 0)) for name in order},
            [(name, Aspect.MOVED) for name in order],
        )
        for order in orders
    ]


class OfferedOrderTest(unittest.TestCase):
    def test_of_one_demonstration_is_offered_unticked(self) -> None:
        offers = generalise(moving("ABC"))
        (order,) = offers.orders
        self.assertEqual([offers.offers[place].step[0] for place in order.places], ["A", "B", "C"])
        self.assertFalse(order.ticked)

    def test_on_which_two_agree_is_ticked_and_the_rest_may_be_done_in_any_order(self) -> None:
        offers = generalise(moving("ABC", "ACB"))
        rows = [[offers.offers[place].step[0] for place in one.places] for one in offers.orders]
        self.assertEqual(sorted(rows), [["A", "B"], ["A", "C"]])
        self.assertTrue(all(one.ticked for one in offers.orders))
        self.assertEqual(offers.any_order, ("In any order: B moved, C moved.",))

    def test_without_agreement_there_is_none(self) -> None:
        self.assertEqual(generalise(moving("AB", "BA")).orders, ())

    def test_a_step_that_one_demonstration_is_without_is_optional_unticked_and_in_no_order(
        self,
    ) -> None:
        offers = generalise(moving("AB", "A", "AB"))
        of_b = [one for one in offers.offers if one.step[0] == "B"]
        self.assertTrue(of_b)
        for one in of_b:
            self.assertTrue(one.optional)
            self.assertFalse(one.ticked)
            self.assertIn("Done in 2 of 3 demonstrations.", one.note)
        self.assertEqual(offers.orders, ())


if __name__ == "__main__":
    unittest.main()
