"""Adding goals by hand: from the selection, or from a condition in JSON.

scripts/blender 4.4 blender_tests/run.py test_operators_trigger.py
"""

import json
import unittest

import bpy
from blender_tests_support import BlenderCase


class TriggerTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")

    def select(self, active: str, *others: str) -> None:
        for item in bpy.context.view_layer.objects:
            item.select_set(item.name in (active, *others))
        bpy.context.view_layer.objects.active = bpy.data.objects[active]

    def condition(self) -> dict:
        trigger = next(
            item for item in bpy.data.objects if item.get("trigger_conditions", "{}") != "{}"
        )
        return json.loads(trigger["trigger_conditions"])

    def predicates(self) -> set[str]:
        """The predicates that the scene's checkpoints begin with."""
        found = (item.get("trigger_conditions", "{}") for item in bpy.data.objects)
        return {name for conditions in found for name in json.loads(conditions)}

    def kinds(self) -> list[str]:
        properties = bpy.ops.malloc_vr.trigger_add.get_rna_type().properties
        return [item.identifier for item in properties["kind"].enum_items]

    def add(self, **options: object) -> set[str]:
        return bpy.ops.malloc_vr.trigger_add(objective="the part sits on its seat", **options)

    def test_takes_the_selected_object_as_what_is_judged_by_the_active_one(self) -> None:
        self.select("Seat", "Part")
        asked = {
            "NEAR": {"object": "Part", "to": "Seat", "max": 5.0, "unit": "mm"},
            "STANDS_ON": {"object": "Part", "on": "Seat", "gap": 5.0, "unit": "mm"},
            "INSIDE": {"object": "Part", "region": "Seat", "tolerance": 5.0, "unit": "mm"},
            "POINTS_TOWARDS": {
                "object": "Part",
                "axis": "x",
                "to": "Seat",
                "max_angle": 15.0,
                "unit": "deg",
            },
        }
        for kind, members in asked.items():
            with self.subTest(kind):
                self.assertEqual(self.add(kind=kind), {"FINISHED"})
                self.assertEqual(self.newest(), {kind.lower(): members})

    def newest(self) -> dict:
        triggers = [item for item in bpy.data.objects if "trigger_conditions" in item]
        last = max(triggers, key=lambda item: item["malloc_vr_position"])
        return json.loads(last["trigger_conditions"])

    def test_takes_the_only_selected_object_as_what_is_judged(self) -> None:
        self.select("Part")
        for kind in ("TURNED", "IN_VIEW", "STANDS_ON"):
            with self.subTest(kind):
                self.add(kind=kind)
                self.assertEqual(self.newest()[kind.lower()]["object"], "Part")
        self.assertEqual(self.newest()["stands_on"]["on"], "")

    def test_each_kind_makes_a_goal_of_the_selection_as_it_is_offered(self) -> None:
        kinds = [kind for kind in self.kinds() if kind not in ("JSON", "EMPTY")]
        self.assertIn("NEAR", kinds)
        self.select("Seat", "Part")
        for kind in kinds:
            with self.subTest(kind):
                self.assertEqual(self.add(kind=kind), {"FINISHED"})

                self.assertIn(kind.lower(), self.predicates())

    def test_a_condition_is_taken_from_a_text_of_the_file(self) -> None:
        text = bpy.data.texts.new("guard.json")
        text.write('{\n  "visible": {"object": "Part"}\n}')

        self.assertEqual(self.add(kind="JSON", text_name="guard.json"), {"FINISHED"})

        self.assertEqual(self.condition(), {"visible": {"object": "Part"}})

    def test_a_condition_that_is_wrong_is_rejected_and_nothing_is_added(self) -> None:
        wrong = (
            ("{", "not JSON"),
            ("[]", "JSON object"),
            ('{"nearby": {"object": "Part"}}', "nearby"),
            ('{"visible": {"object": "Ghost"}}', "Ghost"),
        )
        before = len(bpy.data.objects)
        for conditions, named in wrong:
            with self.subTest(conditions):
                self.assertEqual(self.add(kind="JSON", conditions=conditions), {"CANCELLED"})
                self.assertIn(named, self.view().problem)
                self.assertEqual(len(bpy.data.objects), before)

    def test_a_condition_that_is_not_written_is_asked_for(self) -> None:
        for conditions in ("", "  "):
            self.assertEqual(self.add(kind="JSON", conditions=conditions), {"CANCELLED"})
            self.assertEqual(self.view().problem, "No condition is written.")
            self.assertIn('{"visible"', self.view().remedy)

    def test_is_grey_in_a_scene_without_a_unit(self) -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)

        self.assertFalse(bpy.ops.malloc_vr.trigger_add.poll())


if __name__ == "__main__":
    unittest.main()
