"""A condition as rows, and the edits of it by hand."""

import copy
import json
import random
import unittest
from typing import Any

from core import condition_tree as tree
from core.scene_types import Condition

GUARD = {"visible": {"object": "Guard"}}
BOLT = {"moved": {"object": "Bolt 1", "min": 5, "unit": "mm"}}
CUP = {"near": {"object": "Cup", "to": "Saucer", "max": 20, "unit": "mm"}, "feedback": "Closer."}
ORDER = {"order": {"steps": [{"id": "a", "when": GUARD}, {"id": "b", "when": BOLT}]}}


def paths(condition: dict[str, Any]) -> list[tuple[tree.Path, int, str]]:
    return [(row.path, row.depth, row.predicate) for row in tree.rows(condition)]


class RowsTest(unittest.TestCase):
    def test_stand_each_before_what_stands_in_it(self) -> None:
        condition = {"all": [CUP, {"not": GUARD}, ORDER]}

        self.assertEqual(
            paths(condition),
            [
                ((), 0, "all"),
                (("all", 0), 1, "near"),
                (("all", 1), 1, "not"),
                (("all", 1, "not"), 2, "visible"),
                (("all", 2), 1, "order"),
                (("all", 2, "order", "steps", 0, "when"), 2, "visible"),
                (("all", 2, "order", "steps", 1, "when"), 2, "moved"),
            ],
        )

    def test_of_what_is_held_or_counted_stand_below_it(self) -> None:
        held = {"duration": {"of": GUARD, "min": 2, "unit": "s"}}
        counted = {"count": {"of": [held, BOLT], "min": 1}}

        self.assertEqual(
            [row[2] for row in paths(counted)], ["count", "duration", "visible", "moved"]
        )

    def test_of_nothing_are_none_and_of_nonsense_have_no_predicate(self) -> None:
        self.assertEqual(paths({}), [])
        self.assertEqual(paths({"near": {}, "far": {}}), [((), 0, "")])


class EditTest(unittest.TestCase):
    def test_of_a_member_leaves_all_else_as_it_was_written(self) -> None:
        before = {"all": [CUP, GUARD]}
        given = copy.deepcopy(before)

        after = tree.with_member(before, ("all", 0), "max", 25.5)

        self.assertEqual(before, given)
        self.assertEqual(after["all"][0]["near"]["max"], 25.5)
        self.assertEqual(after["all"][0]["feedback"], "Closer.")
        self.assertIs(after["all"][1], before["all"][1])

    def test_a_second_condition_must_hold_as_well(self) -> None:
        self.assertEqual(tree.with_added({}, (), GUARD), GUARD)
        self.assertEqual(tree.with_added(GUARD, (), BOLT), {"all": [GUARD, BOLT]})
        both = {"all": [GUARD, BOLT]}
        self.assertEqual(tree.with_added(both, (), CUP), {"all": [GUARD, BOLT, CUP]})
        self.assertEqual(tree.with_added(both, ("all", 0), CUP), {"all": [GUARD, CUP, BOLT]})

    def test_a_further_step_gets_an_id_of_its_own(self) -> None:
        path = ("order", "steps", 0, "when")

        steps = tree.with_added(ORDER, path, CUP)["order"]["steps"]

        self.assertEqual([step["when"] for step in steps], [GUARD, CUP, BOLT])
        self.assertEqual(len({step["id"] for step in steps}), 3)

    def test_a_list_of_one_gives_way_to_its_one(self) -> None:
        self.assertEqual(tree.without({"all": [GUARD, BOLT]}, ("all", 1)), GUARD)
        self.assertEqual(tree.without(ORDER, ("order", "steps", 0, "when")), BOLT)
        said = {"any": [GUARD, BOLT], "feedback": "One of both."}
        self.assertEqual(tree.without(said, ("any", 0)), {**BOLT, "feedback": "One of both."})

    def test_what_holds_nothing_any_more_goes_too(self) -> None:
        self.assertEqual(tree.without({"not": GUARD}, ("not",)), {})
        self.assertEqual(tree.without({"all": [BOLT, {"not": GUARD}]}, ("all", 1, "not")), BOLT)
        self.assertEqual(tree.without(GUARD, ()), {})

    def test_a_count_asks_for_no_more_than_there_are_left(self) -> None:
        counted = {"count": {"of": [GUARD, BOLT, CUP], "min": 3}}

        self.assertEqual(
            tree.without(counted, ("count", "of", 2)), {"count": {"of": [GUARD, BOLT], "min": 2}}
        )

    def test_what_was_wrapped_comes_out_again_as_it_was(self) -> None:
        for predicate in sorted(tree.COMBINING):
            with self.subTest(predicate):
                wrapped = tree.wrapped({"all": [CUP, GUARD]}, ("all", 0), predicate)
                self.assertEqual(tree.unwrapped(wrapped, ("all", 0)), {"all": [CUP, GUARD]})

    def test_moves_stop_at_both_ends(self) -> None:
        three = {"all": [GUARD, BOLT, CUP]}
        self.assertEqual(tree.moved(three, ("all", 0), 1), {"all": [BOLT, GUARD, CUP]})
        self.assertEqual(tree.moved(three, ("all", 0), -1), three)
        self.assertEqual(tree.moved(three, ("all", 1), 9), {"all": [GUARD, CUP, BOLT]})

    def test_what_is_said_of_an_early_step_stands_beside_the_step(self) -> None:
        path = ("order", "steps", 1, "when")

        after = tree.with_beside(ORDER, path, "feedback", "The guard comes first.")

        self.assertEqual(after["order"]["steps"][1]["feedback"], "The guard comes first.")
        self.assertEqual(tree.beside(after, path, "feedback"), "The guard comes first.")
        self.assertEqual(tree.with_beside(after, path, "feedback", ""), ORDER)

    def test_every_row_of_edits_leaves_a_condition_that_can_be_judged(self) -> None:
        for seed in range(300):
            chance = random.Random(seed)
            condition: dict[str, Any] = dict(GUARD)
            for _ in range(12):
                condition = self.edited(condition, chance) or dict(BOLT)
                with self.subTest(seed=seed, condition=condition):
                    Condition(json.dumps(condition))

    def edited(self, condition: dict[str, Any], chance: random.Random) -> dict[str, Any]:
        path = chance.choice(tree.rows(condition)).path
        edits = {
            "add": lambda: tree.with_added(condition, path, chance.choice([GUARD, BOLT, CUP])),
            "take": lambda: tree.without(condition, path),
            "wrap": lambda: tree.wrapped(condition, path, chance.choice(sorted(tree.COMBINING))),
            "unwrap": lambda: tree.unwrapped(condition, path),
            "move": lambda: tree.moved(condition, path, chance.choice([-1, 1])),
            "say": lambda: tree.with_beside(condition, path, "feedback", "Look again."),
        }
        after = edits[chance.choice(list(edits))]()
        return (
            after
            if len(tree.rows(after)) < 40
            and max((row.depth for row in tree.rows(after)), default=0) < 12
            else condition
        )


if __name__ == "__main__":
    unittest.main()
