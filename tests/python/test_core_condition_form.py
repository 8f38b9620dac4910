"""What the sentence of a condition is made of, for every predicate there is."""

import json
import unittest

from core.condition_form import (
    FieldKind,
    field_of,
    fields,
    fresh,
    object_names,
    parse_condition,
    predicates,
    with_unit,
)
from core.condition_tree import COMBINING
from core.errors import BadArgument
from core.scene_types import Condition, predicate_forms


class FieldTest(unittest.TestCase):
    def test_stand_for_every_member_of_every_predicate(self) -> None:
        for form in predicate_forms():
            with self.subTest(form.name):
                members = [one.member for one in fields(form.name)]
                self.assertEqual(members, [member.name for member in form.members])

    def test_know_what_they_take(self) -> None:
        kinds = {one.member: one.kind for one in fields("near")}
        self.assertEqual(
            kinds,
            {
                "object": FieldKind.OBJECT,
                "to": FieldKind.OBJECT,
                "measure": FieldKind.CHOICE,
                "min": FieldKind.NUMBER,
                "max": FieldKind.NUMBER,
                "tolerance": FieldKind.NUMBER,
                "unit": FieldKind.UNIT,
            },
        )
        unit = field_of("near", FieldKind.UNIT, 0)
        assert unit is not None
        self.assertEqual(unit.choices, ("mm", "cm", "m"))

    def test_of_an_unknown_predicate_are_none(self) -> None:
        self.assertEqual(fields("nearby"), ())
        self.assertIsNone(field_of("near", FieldKind.NUMBER, 9))


class FreshTest(unittest.TestCase):
    def test_of_each_predicate_can_be_judged_once_its_texts_are_there(self) -> None:
        for predicate in predicates():
            if predicate in COMBINING:
                continue
            with self.subTest(predicate):
                condition = fresh(predicate, ("Cup", "Saucer"))
                asked = condition[predicate]
                for one in fields(predicate):
                    if one.kind is FieldKind.TEXT and asked.get(one.member) == "":
                        asked[one.member] = "something"
                    if one.kind is FieldKind.JSON and one.is_required:
                        break  # only its author can say it
                else:
                    if self.needs_no_limit(predicate):
                        Condition(json.dumps(condition))

    def needs_no_limit(self, predicate: str) -> bool:
        return predicate != "property"  # its author says what the value is to be

    def test_leaves_what_is_not_picked_to_be_chosen(self) -> None:
        self.assertEqual(fresh("stands_on", ("Cup",))["stands_on"]["on"], "")

    def test_a_number_comes_with_its_unit(self) -> None:
        self.assertEqual(with_unit("stands_on", {"object": "Cup"}, "gap"), {"unit": "mm"})
        self.assertEqual(with_unit("stands_on", {"unit": "m"}, "gap"), {})
        self.assertEqual(with_unit("stands_on", {}, "object"), {})


class NamesTest(unittest.TestCase):
    def test_are_those_of_all_nodes_also_of_a_half_written_one(self) -> None:
        condition = {
            "all": [
                {"stands_on": {"object": "Cup", "on": ""}},
                {"not": {"near": {"object": "Spoon", "to": [0, 0, 1], "max": 5, "unit": "mm"}}},
                {"visible": {"object": "Cup"}},
            ]
        }

        self.assertEqual(object_names(condition), ("Cup", "Spoon"))
        self.assertEqual(object_names({"near": "nonsense"}), ())


class ParseTest(unittest.TestCase):
    def test_takes_a_condition_and_an_empty_one(self) -> None:
        text = '{"visible": {"object": "Cup"}}'
        self.assertEqual(parse_condition(text), {"visible": {"object": "Cup"}})
        self.assertEqual(parse_condition("{}"), {})

    def test_rejects_what_is_none_with_the_reason(self) -> None:
        for text, said in (
            (" ", "No condition is written"),
            ("{", "not JSON"),
            ("[1]", "JSON object"),
            ('{"nearby": {}}', "nearby"),
        ):
            with self.subTest(text), self.assertRaisesRegex(BadArgument, said):
                parse_condition(text)


if __name__ == "__main__":
    unittest.main()
