"""Reading lessons that people edited by hand.

scripts/blender 4.4 blender_tests/run.py test_scene_reading.py
"""

import json

import bpy
from scene_support import SceneCase


class Read(SceneCase):
    def problems(self) -> str:
        return "\n".join(self.lesson()["problems"])

    def test_an_empty_file_has_an_empty_lesson(self) -> None:
        self.assertEqual(
            self.lesson(),
            {"file": "", "dirty": bpy.data.is_dirty, "units": [], "order": [], "problems": []},
        )

    def test_a_lesson_made_by_any_script_is_read(self) -> None:
        scene = bpy.context.scene
        scene["learning_unit_id"] = "by_hand"
        scene["learning_objectives"] = json.dumps(["a"])
        trigger = self.add_object("My trigger")
        trigger["assessment_trigger"] = True
        trigger["learning_objective"] = "a"
        part = self.add_box("Part")
        trigger["trigger_conditions"] = json.dumps({"visible": {"object": "Part"}})

        (unit,) = self.lesson()["units"]
        self.assertEqual(unit["estimated_duration"], "15_minutes")
        self.assertEqual(unit["triggers"][0]["checkpoint_id"], "My trigger")
        self.assertEqual(self.start("by_hand")["checkpoints"][0]["checkpoint_id"], "My trigger")
        for is_hidden in (False, True):
            part.hide_set(is_hidden)
            judged = self.judge("My trigger", session_id="s1", assessment_type="formative")
            self.assertIs(judged["evaluation"]["passed"], not is_hidden)

    def test_broken_properties_are_reported_and_the_rest_is_read(self) -> None:
        self.add_unit("good")
        self.add_unit("bad")
        scene = bpy.context.scene
        scene["learning_objectives"] = "not JSON"
        scene["prerequisites"] = 5
        scene["malloc_vr_difficulty"] = "hard"
        bpy.data.objects["assessment_trigger_the part is seated.001"]["trigger_conditions"] = "["

        lesson = self.lesson()
        self.assertEqual([unit["unit_id"] for unit in lesson["units"]], ["good", "bad"])
        self.assertEqual(len(lesson["problems"]), 3)
        for key in ("learning_objectives", "prerequisites", "trigger_conditions"):
            self.assertIn(key, self.problems())

    def test_prerequisites_broken_by_hand_are_reported(self) -> None:
        self.add_unit("a")
        self.add_unit("b", prerequisite_units=["a"])
        bpy.data.scenes["a"]["prerequisites"] = json.dumps(["b"])
        lesson = self.lesson()
        self.assertEqual(lesson["order"], [])
        self.assertEqual({unit["unit_id"] for unit in lesson["units"]}, {"a", "b"})
        self.assertRegex(self.problems(), "a.*b|b.*a")
        bpy.data.scenes["a"]["prerequisites"] = json.dumps(["gone"])
        self.assertIn("gone", self.problems())
        self.assertEqual(self.lesson()["order"], ["a", "b"])

    def test_a_scene_deleted_by_hand_leaves_the_others(self) -> None:
        self.add_unit("a")
        self.add_unit("b", prerequisite_units=["a"])
        bpy.data.scenes.remove(bpy.data.scenes["a"])
        lesson = self.lesson()
        self.assertEqual([unit["unit_id"] for unit in lesson["units"]], ["b"])
        self.assertIn("a", self.problems())

    def test_copies_of_scenes_and_triggers_are_reported(self) -> None:
        self.add_unit("a")
        trigger = bpy.data.objects["assessment_trigger_the part is seated"].copy()
        bpy.context.scene.collection.objects.link(trigger)
        self.assertIn("copy of", self.problems())
        bpy.context.scene.copy()
        self.assertIn("same unit", self.problems())
        with self.rejected("CONFLICT", "unit_id"):
            self.start("a")

    def test_a_renamed_trigger_keeps_its_id(self) -> None:
        checkpoint = self.make_lesson()
        bpy.data.objects["assessment_trigger_the part is seated"].name = "Prüfpunkt"
        self.assertEqual(self.judge(checkpoint)["trigger_object_name"], "Prüfpunkt")
