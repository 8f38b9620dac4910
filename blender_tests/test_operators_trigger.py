"""Adding checkpoints by hand: from the selection, or from a condition in JSON.

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

    def properties(self) -> bpy.types.bpy_prop_collection:
        return bpy.ops.malloc_vr.trigger_add.get_rna_type().properties

    def kinds(self) -> list[str]:
        return [item.identifier for item in self.properties()["kind"].enum_items]

    def add(self, **options: object) -> set[str]:
        return bpy.ops.malloc_vr.trigger_add(objective="the part sits on its seat", **options)

    def test_near_is_between_the_surfaces_of_the_selected_and_the_active_object(self) -> None:
        self.select("Seat", "Part")

        self.assertEqual(self.add(kind="NEAR", near_max_mm=12), {"FINISHED"})

        near = {"object": "Part", "to": "Seat", "max": 12.0, "unit": "mm"}
        self.assertEqual(self.condition(), {"near": near})

    def test_stands_on_takes_the_active_object_as_what_carries_the_selected_one(self) -> None:
        self.select("Seat", "Part")

        self.assertEqual(self.add(kind="STANDS_ON", stands_on_gap_mm=3), {"FINISHED"})

        stands = {"object": "Part", "on": "Seat", "gap": 3.0, "unit": "mm"}
        self.assertEqual(self.condition(), {"stands_on": stands})

    def test_points_towards_takes_an_axis_of_the_selected_object(self) -> None:
        self.select("Seat", "Part")

        added = self.add(
            kind="POINTS_TOWARDS", points_towards_axis="-x", points_towards_max_angle_deg=20
        )

        self.assertEqual(added, {"FINISHED"})
        points = {"object": "Part", "axis": "-x", "to": "Seat", "max_angle": 20.0, "unit": "deg"}
        self.assertEqual(self.condition(), {"points_towards": points})

    def test_inside_takes_the_active_object_as_the_region(self) -> None:
        self.select("Seat", "Part")

        self.assertEqual(self.add(kind="INSIDE"), {"FINISHED"})

        self.assertEqual(self.condition()["inside"]["region"], "Seat")
        self.assertEqual(self.condition()["inside"]["object"], "Part")

    def test_in_view_takes_the_active_object(self) -> None:
        self.select("Part")

        self.assertEqual(self.add(kind="IN_VIEW"), {"FINISHED"})

        self.assertEqual(self.condition()["in_view"]["object"], "Part")

    def test_turned_takes_the_active_object_alone(self) -> None:
        self.select("Part")

        added = self.add(kind="TURNED", turned_axis="-z", turned_min_deg=45)

        self.assertEqual(added, {"FINISHED"})
        turned = {"object": "Part", "axis": "-z", "min": 45.0, "unit": "deg"}
        self.assertEqual(self.condition(), {"turned": turned})

    def test_each_kind_makes_a_checkpoint_of_the_selection_as_it_is_offered(self) -> None:
        kinds = [kind for kind in self.kinds() if kind != "JSON"]
        self.assertIn("NEAR", kinds)
        self.select("Seat", "Part")
        for kind in kinds:
            with self.subTest(kind):
                self.assertEqual(self.add(kind=kind), {"FINISHED"})

                self.assertIn(kind.lower(), self.predicates())

    def test_a_number_is_kept_as_it_was_typed(self) -> None:
        self.select("Seat", "Part")

        self.add(kind="NEAR", near_max_mm=0.1)

        self.assertEqual(self.condition()["near"]["max"], 0.1)

    def test_what_is_asked_for_says_its_unit_and_takes_no_more_than_can_be_measured(self) -> None:
        asked = self.properties()["points_towards_max_angle_deg"]

        self.assertEqual(asked.name, "Max Angle (°)")
        self.assertEqual((asked.hard_min, asked.hard_max, asked.default), (0, 180, 15))
        self.assertEqual(len(self.properties()["points_towards_axis"].enum_items), 6)

    def test_a_condition_is_taken_from_a_text_of_the_file(self) -> None:
        text = bpy.data.texts.new("guard.json")
        text.write('{\n  "visible": {"object": "Part"}\n}')

        self.assertEqual(self.add(kind="JSON", text_name="guard.json"), {"FINISHED"})

        self.assertEqual(self.condition(), {"visible": {"object": "Part"}})

    def test_a_condition_that_is_wrong_is_rejected_and_nothing_is_added(self) -> None:
        wrong = (
            ("{", "no JSON"),
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

    def test_a_selection_that_does_not_fit_is_rejected_with_the_way_out(self) -> None:
        self.select("Part")
        kinds = ("NEAR", "STANDS_ON", "POINTS_TOWARDS", "DISTANCE", "ANGLE", "INSIDE", "PARENTED")
        for kind in kinds:
            with self.subTest(kind):
                self.assertEqual(self.add(kind=kind), {"CANCELLED"})

                self.assertIn("two objects, and 1 is selected", self.view().problem)
                self.assertIn("Select the one to judge", self.view().remedy)
        self.assertEqual(self.predicates(), set())

    def test_two_objects_of_which_none_is_active_are_not_counted_to_the_author(self) -> None:
        self.add_cube("Third")
        self.select("Third", "Part", "Seat")
        bpy.data.objects["Third"].select_set(False)

        self.assertEqual(self.add(kind="NEAR"), {"CANCELLED"})

        self.assertIn("neither of those", self.view().problem)

    def test_nothing_active_is_rejected_with_the_way_out(self) -> None:
        bpy.context.view_layer.objects.active = None
        for kind in self.kinds():
            if kind != "JSON":
                with self.subTest(kind):
                    self.assertEqual(self.add(kind=kind), {"CANCELLED"})
                    self.assertRegex(self.view().remedy, "^Select ")

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
