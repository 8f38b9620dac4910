"""Authoring checkpoints.

scripts/blender 4.4 blender_tests/run.py test_scene_triggers.py
"""

import json
import math

import bpy
from scene_support import NEAR, SceneCase


class CreateTrigger(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        self.add_box("Part", (5, 0, 0))
        self.add_box("Seat")

    def test_the_object_carries_the_keys_of_the_specification(self) -> None:
        reply = self.add_trigger()

        trigger = bpy.data.objects[reply["trigger_object_name"]]
        self.assertEqual(trigger.name, "assessment_trigger_the part is seated")
        self.assertIs(trigger["assessment_trigger"], True)
        self.assertEqual(trigger["assessment_type"], "authentic")
        self.assertEqual(trigger["learning_objective"], "the part is seated")
        self.assertEqual(json.loads(trigger["trigger_conditions"]), NEAR)
        self.assertEqual(trigger["malloc_vr_uuid"], reply["checkpoint_id"])
        self.assertEqual(reply["objects"], ["Part", "Seat"])

    def test_it_is_a_hidden_cube_where_it_was_asked_for(self) -> None:
        place = {"location": [1, 2, 3], "rotation": [0, 0, math.pi / 2], "scale": [1, 2, 3]}
        trigger = bpy.data.objects[self.add_trigger(place=place)["trigger_object_name"]]

        self.assertEqual(tuple(trigger.location), (1, 2, 3))
        self.assertAlmostEqual(trigger.rotation_euler.z, math.pi / 2, places=6)
        self.assertEqual(tuple(trigger.scale), (1, 2, 3))
        self.assertEqual(len(trigger.data.vertices), 8)
        self.assertEqual(len(trigger.data.polygons), 6)
        self.assertTrue(trigger.hide_viewport and trigger.hide_render)

    def test_the_objectives_own_trigger_is_filled_before_another_is_made(self) -> None:
        first = self.add_trigger()
        second = self.add_trigger()

        self.assertNotEqual(first["checkpoint_id"], second["checkpoint_id"])
        self.assertEqual(second["trigger_object_name"], first["trigger_object_name"] + ".001")
        (unit,) = self.lesson()["units"]
        self.assertEqual(len(unit["triggers"]), 2)

    def test_a_parent_that_the_scene_lacks_is_rejected(self) -> None:
        misspelt = {"parented": {"object": "Part", "to": "Seet"}}
        field = "assessment_config.trigger_conditions.parented.to"
        with self.rejected("VALIDATION_ERROR", field) as caught:
            self.add_trigger(misspelt)
        self.assertIn("Seet", caught.exception.message)

    def test_a_long_objective_is_shortened_in_the_name_only(self) -> None:
        for objective in ("x" * 200, "ü" * 100, "🔧" * 60):
            with self.subTest(objective):
                reply = self.add_trigger(learning_objective=objective)
                name = reply["trigger_object_name"]
                self.assertLessEqual(len(name.encode()), 63)
                self.assertTrue(name.startswith("assessment_trigger_" + objective[:5]))
                self.assertEqual(bpy.data.objects[name]["learning_objective"], objective)

    def test_the_unit_is_found_by_id_or_scene_also_when_another_is_current(self) -> None:
        self.add_unit("other")
        by_id = self.add_trigger(unit_id="move_it")
        by_scene = self.add_trigger(place={"scene_name": "move_it"})
        self.assertEqual({by_id["unit_id"], by_scene["unit_id"]}, {"move_it"})
        self.assertIn(by_id["trigger_object_name"], bpy.data.scenes["move_it"].objects)

    def test_each_call_for_an_objective_gives_a_trigger_of_its_own(self) -> None:
        made = [
            self.add_trigger({}, assessment_type=kind)
            for kind in ("formative", "authentic", "competency")
        ]
        self.assertEqual(len({one["checkpoint_id"] for one in made}), 3)
        (unit,) = self.lesson()["units"]
        kept = {one["checkpoint_id"]: one["assessment_type"] for one in unit["triggers"]}
        self.assertEqual(kept, {one["checkpoint_id"]: one["assessment_type"] for one in made})

    def test_a_call_with_conditions_leaves_one_that_an_earlier_call_made_alone(self) -> None:
        empty = self.add_trigger({}, assessment_type="competency")
        filled = self.add_trigger()
        self.assertNotEqual(empty["checkpoint_id"], filled["checkpoint_id"])
        trigger = bpy.data.objects[empty["trigger_object_name"]]
        self.assertEqual(trigger["trigger_conditions"], "{}")
        self.assertEqual(trigger["assessment_type"], "competency")

    def test_without_a_unit_it_goes_into_the_one_that_was_authored_last(self) -> None:
        self.assertEqual(self.add_trigger({})["unit_id"], "move_it")
        self.add_unit("other")
        self.assertEqual(self.add_trigger({})["unit_id"], "other")

    def test_a_trigger_without_conditions_stays_as_the_unit_made_it(self) -> None:
        reply = self.add_trigger({})
        self.assertEqual(reply["objects"], [])
        self.assertEqual(bpy.data.objects[reply["trigger_object_name"]]["trigger_conditions"], "{}")


class RejectTrigger(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        self.add_box("Part")

    def test_an_object_that_is_not_in_the_scene_with_its_path(self) -> None:
        conditions = {"all": [{"visible": {"object": "Part"}}, NEAR]}
        path = "assessment_config.trigger_conditions.all[1].distance.to"
        with self.rejected("VALIDATION_ERROR", path) as caught:
            self.add_trigger(conditions)
        self.assertIn("Seat", caught.exception.message)

    def test_an_object_of_another_scene_only(self) -> None:
        self.add_unit("other")
        self.add_box("Seat")
        with self.rejected("VALIDATION_ERROR"):
            self.add_trigger(unit_id="move_it")

    def test_a_malformed_condition_with_its_path(self) -> None:
        conditions = {"all": [{"distance": {"object": "Part", "to": [0, 0, 0], "max": 1}}]}
        with self.rejected("VALIDATION_ERROR") as caught:
            self.add_trigger(conditions)
        path = "assessment_config.trigger_conditions.all[0].distance"
        self.assertTrue(caught.exception.field.startswith(path), caught.exception.field)

    def test_a_scene_without_a_unit_where_none_was_authored_in_this_file(self) -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        with self.rejected("CONFLICT", "assessment_config.unit_id"):
            self.add_trigger({})

    def test_a_scene_without_the_named_unit(self) -> None:
        bpy.data.scenes.new("Plain")
        with self.rejected("RESOURCE_NOT_FOUND", "spatial_configuration.scene_name"):
            self.add_trigger({}, place={"scene_name": "nowhere"})
        with self.rejected("RESOURCE_NOT_FOUND", "assessment_config.unit_id"):
            self.add_trigger({}, unit_id="nowhere")
        with self.rejected("VALIDATION_ERROR", "spatial_configuration.scene_name"):
            self.add_trigger({}, unit_id="move_it", place={"scene_name": "Plain"})

    def test_wrong_values_by_their_path(self) -> None:
        wrong = {
            "assessment_config.learning_objective": {"learning_objective": " "},
            "assessment_config.skill": {"skill": "two\nlines"},
            "assessment_config.trigger_conditions.visible.object": {
                "trigger_conditions": {"visible": {"object": "\0"}}
            },
        }
        for field, options in wrong.items():
            conditions = options.pop("trigger_conditions", {})
            with self.subTest(field), self.rejected("VALIDATION_ERROR", field):
                self.add_trigger(conditions, **options)
