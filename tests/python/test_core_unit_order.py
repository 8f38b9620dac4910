"""The order of units as their author moves them, and the ids that make themselves."""

import itertools
import random
import unittest

from core import unit_order
from core.unit_ids import unit_id_for


class OrderTest(unittest.TestCase):
    def test_a_unit_moves_as_far_as_there_is_place(self) -> None:
        order = ["a", "b", "c"]
        self.assertEqual(unit_order.moved(order, "c", -1), ["a", "c", "b"])
        self.assertEqual(unit_order.moved(order, "a", -1), order)
        self.assertEqual(unit_order.moved(order, "a", 9), ["b", "c", "a"])

    def test_a_chain_is_one_where_each_needs_just_the_one_before(self) -> None:
        self.assertTrue(unit_order.is_chain(["a", "b"], {"a": (), "b": ("a",)}))
        self.assertFalse(unit_order.is_chain(["a", "b"], {"a": (), "b": ()}))
        self.assertFalse(unit_order.is_chain(["a", "b", "c"], {"a": (), "b": ("a",), "c": ("a",)}))

    def test_the_first_unit_before_its_need_is_found(self) -> None:
        needs = {"a": (), "b": ("a",), "c": ("a", "b")}
        self.assertIsNone(unit_order.first_breach(["a", "b", "c"], needs))
        self.assertEqual(unit_order.first_breach(["a", "c", "b"], needs), ("c", "b"))
        self.assertIsNone(unit_order.first_breach(["a"], {"a": ("gone",)}))

    def test_a_path_is_found_where_there_is_one_and_each_step_of_it_is_a_need(self) -> None:
        for seed in range(200):
            chance = random.Random(seed)
            names = [str(n) for n in range(8)]
            needs = {
                one: tuple(chance.sample(names[:i], k=min(i, chance.randint(0, 2))))
                for i, one in enumerate(names)
            }
            first, last = "7", chance.choice(names[:7])
            with self.subTest(seed=seed):
                path = unit_order.path_between(first, last, needs)
                self.assertEqual(bool(path), last in self.all_needs(first, needs))
                for before, after in itertools.pairwise(path):
                    self.assertIn(before, needs[after])

    def all_needs(self, one: str, needs: unit_order.Needs) -> set[str]:
        found = set(needs[one])
        for need in needs[one]:
            found |= self.all_needs(need, needs)
        return found


class IdTest(unittest.TestCase):
    def test_is_the_title_in_small_letters(self) -> None:
        self.assertEqual(unit_id_for("Set the table!", ()), "set_the_table")
        self.assertEqual(unit_id_for("Tasse wählen", ()), "tasse_wahlen")
        self.assertEqual(unit_id_for("茶碗", ()), "茶碗")
        self.assertEqual(unit_id_for("…", ()), "unit")

    def test_is_one_that_no_other_unit_has(self) -> None:
        taken = {"tea", "tea_2"}
        self.assertEqual(unit_id_for("Tea", taken), "tea_3")

    def test_is_never_too_long(self) -> None:
        self.assertLessEqual(len(unit_id_for("word " * 100, ())), 128)


if __name__ == "__main__":
    unittest.main()
