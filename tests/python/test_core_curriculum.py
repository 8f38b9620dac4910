"""The curriculum as a graph: keys of its units, cycles that a link would close, and its layout."""

import itertools
import random
import unittest
from collections.abc import Collection

from core import curriculum, curriculum_layout
from core.curriculum import Edge
from core.lesson import Unit

GRAPHS = 300
SIZES = (1, 2, 5, 20, 60)


def unit(unit_id: str, uuid: str = "", *needed: str, scene: str = "") -> Unit:
    return Unit(unit_id, scene or f"Scene {unit_id}", uuid, prerequisite_units=needed)


def random_graph(dice: random.Random) -> tuple[list[str], set[Edge]]:
    """Units in an order that fits their edges, which go from earlier to later ones."""
    keys = [f"k{number}" for number in range(dice.choice(SIZES))]
    dice.shuffle(keys)
    pairs = [(a, b) for at, a in enumerate(keys) for b in keys[at + 1 :]]
    return keys, set(dice.sample(pairs, min(len(pairs), dice.randrange(2 * len(keys)))))


def reachable(edges: Collection[Edge], start: str) -> set[str]:
    """What comes after a unit, by the plainest way to compute it."""
    found = {start}
    while True:
        more = {target for source, target in edges if source in found} - found
        if not more:
            return found
        found |= more


class KeysTest(unittest.TestCase):
    def test_a_unit_keeps_its_key_when_its_id_and_its_scene_change(self) -> None:
        before = curriculum.keyed([unit("a", "u1")])
        after = curriculum.keyed([unit("b", "u1", scene="Other")])
        self.assertEqual(before.keys(), after.keys())

    def test_units_without_a_uuid_or_with_a_copied_one_are_told_apart_by_their_ids(self) -> None:
        units = [unit("a", "u1"), unit("b", "u1"), unit("c"), unit("d")]
        found = curriculum.keyed(units)
        self.assertEqual([one.unit_id for one in found.values()], ["a", "b", "c", "d"])
        self.assertEqual(curriculum.keyed(units[::-1]).keys(), found.keys(), "in any order")

    def test_of_two_scenes_with_one_unit_id_the_first_by_name_counts(self) -> None:
        found = curriculum.keyed([unit("a", "u2", scene="B"), unit("a", "u1", scene="A")])
        self.assertEqual([one.scene_name for one in found.values()], ["A"])

    def test_prerequisites_that_are_not_there_are_no_edges(self) -> None:
        units = curriculum.keyed([unit("a", "u1", "gone"), unit("b", "u2", "a")])
        self.assertEqual(curriculum.edges_of(units), {("u1", "u2")})


class CycleTest(unittest.TestCase):
    CHAIN = frozenset({("guard", "gasket"), ("gasket", "bolts"), ("guard", "paint")})

    def test_the_path_that_a_link_would_close_is_said_from_first_to_last(self) -> None:
        path = curriculum.closed_path(self.CHAIN, ("bolts", "guard"))
        self.assertEqual(path, ("guard", "gasket", "bolts"))
        self.assertEqual(
            curriculum.cycle_sentence(["Guard", "Gasket", "Bolts"]),
            "“Guard” comes before “Bolts” already: Guard → Gasket → Bolts.",
        )

    def test_a_link_that_closes_nothing_has_no_path(self) -> None:
        self.assertEqual(curriculum.closed_path(self.CHAIN, ("paint", "bolts")), ())

    def test_a_unit_is_not_before_itself(self) -> None:
        path = curriculum.closed_path(self.CHAIN, ("guard", "guard"))
        self.assertEqual(path, ("guard",))
        self.assertEqual(curriculum.cycle_sentence(["Guard"]), "“Guard” cannot come before itself.")

    def test_a_path_is_found_exactly_where_one_unit_reaches_the_other(self) -> None:
        dice = random.Random(9)
        for _ in range(GRAPHS):
            keys, edges = random_graph(dice)
            added = (dice.choice(keys), dice.choice(keys))
            path = curriculum.closed_path(edges, added)
            self.assertEqual(bool(path), added[0] in reachable(edges, added[1]))
            if path:
                self.assertEqual((path[-1], path[0]), added)
                self.assertLessEqual(set(itertools.pairwise(path)), edges)


class ChangeTest(unittest.TestCase):
    def test_a_change_keeps_the_order_and_what_no_unit_meets(self) -> None:
        changed = curriculum.with_changes(("b", "gone", "a"), {"c", "a"}, {"b"})
        self.assertEqual(changed, ("gone", "a", "c"))


class LayoutTest(unittest.TestCase):
    def check(self, keys: list[str], edges: set[Edge], modules: dict[str, str]) -> None:
        places = curriculum_layout.tidy(keys, edges, modules)
        self.assertEqual(set(places), set(keys))
        layer = curriculum_layout.layers(keys, edges)
        for source, target in edges:
            self.assertLess(
                places[source][0], places[target][0], "a unit is right of what it needs"
            )
        for key in keys:
            longest = max(
                (layer[source] + 1 for source, target in edges if target == key), default=0
            )
            self.assertEqual(layer[key], longest)
        self.check_free(keys, places, modules)
        self.assertEqual(curriculum_layout.tidy(keys, edges, modules), places, "it is stable")

    def check_free(
        self, keys: list[str], places: dict[str, tuple[float, float]], modules: dict[str, str]
    ) -> None:
        for at, one in enumerate(keys):
            for other in keys[at + 1 :]:
                x, y = (abs(a - b) for a, b in zip(places[one], places[other], strict=True))
                apart = x >= curriculum_layout.NODE_WIDTH or y >= curriculum_layout.NODE_HEIGHT
                self.assertTrue(apart, f"{one} lies on {other}")
        bands: dict[str, list[float]] = {}
        for key in keys:
            bands.setdefault(modules.get(key, ""), []).append(places[key][1])
        ends = sorted(
            (min(rows) - curriculum_layout.NODE_HEIGHT, max(rows)) for rows in bands.values()
        )
        for (_, top), (bottom, _) in itertools.pairwise(ends):
            self.assertLess(top, bottom, "no module lies in another's band")

    def test_layers_bands_and_free_places_hold_in_any_curriculum(self) -> None:
        dice = random.Random(17)
        for _ in range(GRAPHS):
            keys, edges = random_graph(dice)
            modules = {key: dice.choice("ABC") for key in keys if dice.random() < 0.6}
            self.check(keys, edges, modules)

    def test_a_cycle_made_by_hand_is_laid_out_too(self) -> None:
        edges = {("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")}
        places = curriculum_layout.tidy(["a", "b", "c", "d"], edges, {})
        self.assertEqual(len(set(places.values())), 4)

    def test_a_new_unit_stands_right_of_what_it_needs_and_on_nothing(self) -> None:
        step, row = curriculum_layout.LAYER_STEP, curriculum_layout.ROW_STEP
        taken = [(0.0, 0.0), (step, 0.0)]
        self.assertEqual(curriculum_layout.place_for_new([(0.0, 0.0)], taken), (step, -row))
        self.assertEqual(curriculum_layout.place_for_new([], taken), (0.0, -row))
        self.assertEqual(curriculum_layout.place_for_new([], []), (0.0, 0.0))


if __name__ == "__main__":
    unittest.main()
