"""What was done comes back as conditions that the lesson's own predicates know."""

import unittest
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from core.demonstration import (
    Aspect,
    Demonstration,
    MeshCounts,
    Modifier,
    Relation,
    RelationKind,
    ShownState,
)
from core.demonstration_generalise import NOTHING_CHANGED, generalise, is_known
from core.demonstration_offers import Offer, Tolerance, with_tolerance
from core.demonstration_relations import candidates
from demonstration_samples import about, shown, state

CUP = ("Cup", Aspect.MOVED)


def changed(aspect: Aspect, before: ShownState, after: ShownState) -> Demonstration:
    return shown({"Cup": before}, {"Cup": after}, [("Cup", aspect)])


def everything(condition: Mapping[str, Any]) -> bool:
    """As if every predicate were known."""
    return True


def on_saucer(gap_m: float) -> Demonstration:
    start = {"Cup": state((1, 0, 0)), "Saucer": state((0, 0, -0.1))}
    stands = Relation(RelationKind.STANDS_ON, "Cup", "Saucer", gap_m)
    near = Relation(RelationKind.NEAR, "Cup", "Saucer", abs(gap_m))
    end = {"Cup": state((0, 0, 0))}
    return shown(start, end, [CUP], relations=(stands, near))


def _off(width_m: float, off_centre_m: float) -> Demonstration:
    """A cup on something so wide, so far off its centre."""
    start = {"Cup": state((5, 0, 0)), "Saucer": state((0, 0, -1), side_m=width_m)}
    stands = Relation(RelationKind.STANDS_ON, "Cup", "Saucer", 0.0, off_centre_m)
    return shown(start, {"Cup": state()}, [CUP], relations=(stands,))


class PlaceOffersTest(unittest.TestCase):
    def test_standing_on_something_is_what_is_ticked_and_the_exact_place_is_only_offered(
        self,
    ) -> None:
        offers = generalise([on_saucer(0.0)]).offers
        self.assertEqual(offers[0].sentence, "Cup stands on Saucer.")
        self.assertEqual(
            offers[0].condition,
            {"stands_on": {"object": "Cup", "on": "Saucer", "gap": 5.0, "unit": "mm"}},
        )
        self.assertEqual([one.ticked for one in offers], [True] + [False] * (len(offers) - 1))
        self.assertEqual(
            [one.predicate for one in offers], ["stands_on", "distance", "moved", "near"]
        )

    def test_a_gap_that_was_shown_is_allowed_with_a_quarter_more(self) -> None:
        offers = generalise([on_saucer(0.004), on_saucer(-0.006)]).offers
        assert offers[0].tolerance is not None
        self.assertAlmostEqual(offers[0].tolerance.amount, 7.5)

    def test_the_middle_is_asked_for_where_it_was_put_there_and_on_a_table_anywhere(self) -> None:
        rows = (  # width of what it stands on (m), how far off its centre (mm), what is allowed (mm)
            ((0.2,), (3.0,), 20.0),
            ((0.2, 0.2), (3.0, 40.0), 50.0),
            ((0.2,), (60.0,), None),
            ((2.0,), (3.0,), None),
        )
        for widths, offs, allowed in rows:
            with self.subTest(widths=widths, offs=offs):
                shows = [_off(width, off / 1000) for width, off in zip(widths, offs, strict=True)]
                asked = generalise(shows).offers[0].condition["stands_on"]
                self.assertEqual(asked.get("off_centre"), allowed)

    def test_what_only_one_demonstration_stands_on_is_not_offered(self) -> None:
        offers = generalise([on_saucer(0.0), replace(on_saucer(0.0), relations=())]).offers
        self.assertNotIn("stands_on", [one.predicate for one in offers])

    def test_a_seat_that_nobody_touches_is_offered_before_a_point(self) -> None:
        start = {"Part": state((1, 0, 0)), "Seat": state((0, 0, 0.003))}
        offers = generalise([shown(start, {"Part": state()}, [("Part", Aspect.MOVED)])]).offers
        self.assertEqual(offers[0].sentence, "Part is at Seat.")
        assert offers[0].tolerance is not None
        self.assertAlmostEqual(offers[0].tolerance.amount, 5.0 + 3.0)  # as shown, 3 mm off

    def test_a_lamp_that_points_at_something_is_offered_so(self) -> None:
        start = {"Lamp": state(rotation=about("z", 90)), "Cup": state((4, 0, 0))}
        offers = generalise(
            [shown(start, {"Lamp": state(rotation=about("z", 2))}, [("Lamp", Aspect.TURNED)])]
        ).offers
        found = next(one for one in offers if one.predicate == "points_towards")
        self.assertEqual(found.sentence, "Lamp's X axis points towards Cup.")
        self.assertEqual(found.condition["points_towards"]["max_angle"], 3.0)


class StateOffersTest(unittest.TestCase):
    def test_each_aspect_is_offered_as_its_predicate(self) -> None:
        plain = state()
        rows: tuple[tuple[Aspect, ShownState, ShownState, dict[str, Any]], ...] = (
            (
                Aspect.MATERIAL,
                state(materials=("Grey",)),
                state(materials=("Grey", "Red")),
                {"has_material": {"object": "Cup", "material": "Red"}},
            ),
            (
                Aspect.MODIFIER,
                plain,
                state(modifiers=(Modifier("BEVEL", "Edge"),)),
                {"has_modifier": {"object": "Cup", "type": "BEVEL"}},
            ),
            (
                Aspect.MESH,
                state(mesh=MeshCounts(8, 12, 6)),
                state(mesh=MeshCounts(12, 20, 10)),
                {"mesh": {"object": "Cup", "count_of": "faces", "min": 10, "max": 10}},
            ),
            (Aspect.HIDDEN, plain, state(hidden=True), {"hidden": {"object": "Cup"}}),
            (Aspect.HIDDEN, state(hidden=True), plain, {"visible": {"object": "Cup"}}),
            (
                Aspect.PARENTED,
                plain,
                state(parent="Tray"),
                {"parented": {"object": "Cup", "to": "Tray"}},
            ),
            (
                Aspect.PARENTED,
                state(parent="Tray"),
                plain,
                {"not": {"parented": {"object": "Cup", "to": "Tray"}}},
            ),
            (
                Aspect.PROPERTY,
                state(properties={"torque": 0}),
                state(properties={"torque": 60}),
                {"property": {"object": "Cup", "name": "torque", "equals": 60}},
            ),
            (Aspect.MODE, plain, state(mode="EDIT_MESH"), {"mode": {"is": "EDIT_MESH"}}),
        )
        for aspect, before, after, condition in rows:
            with self.subTest(condition):
                offers = generalise([changed(aspect, before, after)], everything).offers
                self.assertEqual([one.condition for one in offers], [condition])
                self.assertTrue(offers[0].ticked)

    def test_a_size_has_limits_on_both_sides_of_what_was_shown(self) -> None:
        after = state(size_m=(0.2, 0.1, 0.1))
        (offer,) = generalise([changed(Aspect.SCALED, state(), after)], everything).offers
        limits = {"min": 195.0, "max": 205.0, "unit": "mm"}
        self.assertEqual(offer.condition, {"dimensions": {"object": "Cup", "axis": "x", **limits}})

    def test_what_is_offered_is_known_to_the_predicates_of_this_version(self) -> None:
        demonstrations = [
            changed(Aspect.HIDDEN, state(), state(hidden=True)),
            changed(Aspect.MATERIAL, state(), state(materials=("Red",))),
            changed(Aspect.SCALED, state(), state(size_m=(0.2, 0.1, 0.1))),
            changed(Aspect.MESH, state(), state(mesh=MeshCounts(12, 20, 10))),
            changed(Aspect.MODIFIER, state(), state(modifiers=(Modifier("BEVEL", ""),))),
        ]
        hidden, material, *others = (generalise([one]) for one in demonstrations)
        for one in (hidden, material):
            self.assertEqual(len(one.offers), 1, "those two are known to every version")
        for found in (hidden, material, *others):
            for offer in found.offers:
                self.assertTrue(is_known(offer.condition), offer.condition)

    def test_hiding_falls_back_on_not_visible_where_hidden_is_not_known(self) -> None:
        def old(condition: Mapping[str, Any]) -> bool:
            return "hidden" not in condition

        (offer,) = generalise([changed(Aspect.HIDDEN, state(), state(hidden=True))], old).offers
        self.assertEqual(offer.condition, {"not": {"visible": {"object": "Cup"}}})

    def test_numbers_that_differ_are_limits(self) -> None:
        shown_values = [
            changed(Aspect.PROPERTY, state(properties={"t": 0}), state(properties={"t": value}))
            for value in (58.0, 61.0)
        ]
        (offer,) = generalise(shown_values).offers
        self.assertEqual(
            offer.condition, {"property": {"object": "Cup", "name": "t", "min": 58.0, "max": 61.0}}
        )


class GeneraliseTest(unittest.TestCase):
    def test_an_empty_demonstration_says_that_nothing_changed(self) -> None:
        found = generalise([shown({"Cup": state()}, {}, [])])
        self.assertEqual((found.offers, found.note), ((), NOTHING_CHANGED))

    def test_the_author_can_change_the_tolerance_of_an_offer(self) -> None:
        offer: Offer = generalise([on_saucer(0.0)]).offers[0]
        assert offer.tolerance is not None
        wider: Tolerance = replace(offer.tolerance, amount=12.0)
        self.assertEqual(with_tolerance(offer.condition, wider)["stands_on"]["gap"], 12.0)

    def test_boxes_say_where_to_look(self) -> None:
        others = {
            "Table": state((0, 0, -0.5), side_m=0.9),
            "Far": state((3, 0, 0)),
            "Zone": state((0, 0, 0), side_m=0.5),
            "Ghost": state((0, 0, -0.1), hidden=True),
        }
        found = {(one.kind.value, one.other) for one in candidates("Cup", state(), others)}
        self.assertEqual(
            found,
            {
                ("near", "Table"),
                ("stands_on", "Table"),
                ("near", "Zone"),
                ("inside", "Zone"),
            },
        )


if __name__ == "__main__":
    unittest.main()
