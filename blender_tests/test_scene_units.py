"""Authoring units.

scripts/blender 4.4 blender_tests/run.py test_scene_units.py
"""

import json
import unittest

import bpy
from scene_support import SceneCase


class CreateUnit(SceneCase):
    def test_the_scene_carries_the_keys_of_the_specification(self) -> None:
        reply = self.add_unit(
            learning_objectives=["first", "second"], estimated_duration="20_minutes", title="T"
        )

        scene = bpy.data.scenes[reply["scene_name"]]
        self.assertEqual(scene["learning_unit_id"], "move_it")
        self.assertEqual(json.loads(scene["learning_objectives"]), ["first", "second"])
        self.assertEqual(json.loads(scene["prerequisites"]), [])
        self.assertEqual(scene["estimated_duration"], "20_minutes")
        self.assertTrue(reply["metadata_embedded"])
        self.assertEqual(reply["order"], ["move_it"])

    def test_a_duration_is_taken_as_people_write_it_and_kept_as_the_specification_does(
        self,
    ) -> None:
        written = {
            "15 minutes": "15_minutes",
            "15 min": "15_minutes",
            "1 h": "1_hour",
            "PT15M": "15_minutes",
            "15_minutes": "15_minutes",
            "1.5 h": "90_minutes",
            "90 s": "90_seconds",
            "1 hour 30 minutes": "90_minutes",
        }
        for number, (duration, kept) in enumerate(written.items()):
            with self.subTest(duration):
                reply = self.add_unit(f"unit{number}", estimated_duration=duration)
                scene = bpy.data.scenes[reply["scene_name"]]
                self.assertEqual(scene["estimated_duration"], kept)

    def test_a_duration_that_is_none_is_rejected_with_examples(self) -> None:
        with self.rejected("VALIDATION_ERROR", "unit_data.estimated_duration") as caught:
            self.add_unit(estimated_duration="a while")
        self.assertIn("15 min", caught.exception.remedy)

    def test_each_objective_gets_a_hidden_trigger(self) -> None:
        reply = self.add_unit(learning_objectives=["first", "second"])

        names = [item["trigger_object_name"] for item in reply["assessment_triggers"]]
        self.assertEqual(names, ["assessment_trigger_first", "assessment_trigger_second"])
        for name in names:
            trigger = bpy.data.objects[name]
            self.assertIs(trigger["assessment_trigger"], True)
            self.assertTrue(trigger.hide_viewport and trigger.hide_render)

    def test_an_empty_current_scene_is_used_and_a_full_one_is_left_alone(self) -> None:
        self.add_unit("one")
        self.assertEqual([scene.name for scene in bpy.data.scenes], ["one"])

        data = {"unit_id": "two", "title": "The second", "learning_objectives": ["see it"]}
        self.do("create_knowledge_node", unit_data=data)
        self.assertEqual(sorted(scene.name for scene in bpy.data.scenes), ["The second", "one"])
        self.assertEqual(bpy.context.window_manager.windows[0].scene.name, "one")

    def test_a_scene_of_the_author_can_be_named(self) -> None:
        bpy.context.scene.name = "Workshop"
        self.add_box("Bench")

        reply = self.add_unit(scene={"scene_name": "Workshop"})

        self.assertEqual(reply["scene_name"], "Workshop")
        self.assertIn("Bench", bpy.data.scenes["Workshop"].objects)

    def test_names_in_any_script_are_kept_whole_where_blender_can(self) -> None:
        title = "Dichtung einsetzen, 密封垫片 🔧" * 4
        reply = self.add_unit("日本語の単位", title=title, learning_objectives=["目" * 40])

        scene = bpy.data.scenes[reply["scene_name"]]
        self.assertEqual(scene["malloc_vr_title"], title)
        self.assertTrue(title.startswith(scene.name))
        self.assertLessEqual(len(scene.name.encode()), 63)
        trigger = bpy.data.objects[reply["assessment_triggers"][0]["trigger_object_name"]]
        self.assertEqual(trigger["learning_objective"], "目" * 40)
        self.assertLessEqual(len(trigger.name.encode()), 63)

    def test_replacing_keeps_the_scene_its_identity_and_its_objects(self) -> None:
        first = self.add_unit(learning_objectives=["old"])
        scene = bpy.data.scenes[first["scene_name"]]
        identity = scene["malloc_vr_uuid"]
        self.add_box("Bench")

        reply = self.add_unit(learning_objectives=["new"], scene={"replace": True})

        self.assertTrue(reply["replaced"])
        self.assertEqual(reply["scene_name"], first["scene_name"])
        self.assertEqual(scene["malloc_vr_uuid"], identity)
        self.assertIn("Bench", scene.objects)
        self.assertNotIn("assessment_trigger_old", bpy.data.objects)
        self.assertEqual(len(bpy.data.meshes), 2)

    def test_prerequisites_give_the_order(self) -> None:
        self.add_unit("a")
        self.add_unit("b", prerequisite_units=["a"])
        self.add_unit("c", prerequisite_units=["a", "b"])
        self.assertEqual(self.lesson()["order"], ["a", "b", "c"])


class RejectUnit(SceneCase):
    def test_a_unit_that_is_there(self) -> None:
        self.add_unit()
        with self.rejected("CONFLICT", "unit_data.unit_id"):
            self.add_unit()

    def test_an_unknown_prerequisite(self) -> None:
        with self.rejected("VALIDATION_ERROR", "unit_data.prerequisite_units") as caught:
            self.add_unit("b", prerequisite_units=["nowhere"])
        self.assertIn("nowhere", caught.exception.message)

    def test_a_cycle_with_its_path(self) -> None:
        self.add_unit("a")
        self.add_unit("b", prerequisite_units=["a"])
        self.add_unit("c", prerequisite_units=["b"])
        with self.rejected("VALIDATION_ERROR", "unit_data.prerequisite_units") as caught:
            self.add_unit("a", prerequisite_units=["c"], scene={"replace": True})
        for name in ("a", "b", "c"):
            self.assertRegex(caught.exception.message, rf"\b{name}\b")

    def test_a_unit_that_needs_itself(self) -> None:
        with self.rejected("VALIDATION_ERROR", "unit_data.prerequisite_units"):
            self.add_unit("a", prerequisite_units=["a"])

    def test_what_was_broken_elsewhere_by_hand_is_not_its_fault(self) -> None:
        self.add_unit("a")
        bpy.context.scene["prerequisites"] = json.dumps(["gone"])
        self.add_unit("b", prerequisite_units=["a"])
        self.assertIn("gone", self.lesson()["problems"][0])

    def test_a_scene_that_carries_another_unit(self) -> None:
        self.add_unit("one")
        with self.rejected("CONFLICT", "scene_configuration.scene_name"):
            self.add_unit("two", scene={"scene_name": "one"})

    def test_wrong_values_by_their_path(self) -> None:
        wrong = {
            "unit_data.unit_id": {"unit_id": "two\nlines"},
            "unit_data.learning_objectives": {"learning_objectives": ["a", " "]},
            "unit_data.estimated_duration": {"estimated_duration": "soon"},
            "unit_data.hints[0]": {"hints": ["\0"]},
            "unit_data.title": {"title": "two\nlines"},
        }
        for field, data in wrong.items():
            with self.subTest(field), self.rejected("VALIDATION_ERROR", field):
                self.add_unit(data.pop("unit_id", "x"), **data)

    def test_wrong_scene_configurations_by_their_path(self) -> None:
        configuration = "scene_configuration."
        poses = {
            "start_poses.Nothing": {"Nothing": {"location": [0, 0, 0]}},
            "start_poses.Bench.rotation": {"Bench": {"rotation": [0, 0, 0, 0]}},
        }
        bpy.context.scene.name = "Workshop"
        self.add_box("Bench")
        for field, value in poses.items():
            with self.subTest(field), self.rejected("VALIDATION_ERROR", configuration + field):
                self.add_unit(scene={"scene_name": "Workshop", "start_poses": value})
        with self.rejected("VALIDATION_ERROR", configuration + "asset"):
            self.add_unit(scene={"asset": "teapot"})
        with self.rejected("VALIDATION_ERROR", configuration + "camera"):
            self.add_unit(scene={"scene_name": "Workshop", "camera": "Eye"})


if __name__ == "__main__":
    unittest.main()
