"""Learners at work: start, judge, end.

scripts/blender 4.4 blender_tests/run.py test_scene_learning.py
"""

import json
import math

import bpy
from blender_tests_support import addon
from scene_support import SceneCase


class StartUnit(SceneCase):
    def make_posed_lesson(self) -> None:
        bpy.context.scene.name = "Workshop"
        self.add_box("Part", (5, 0, 0))
        self.add_box("Cover")
        self.add_unit(
            title="Move it",
            hints=["Look left"],
            instructions="Do it.",
            estimated_duration="1_hour",
            learning_event="explore",
            scene={
                "scene_name": "Workshop",
                "start_poses": {
                    "Part": {"location": [1, 2, 3], "rotation": [0, 0, 0, 2]},
                    "Cover": {"hidden": True},
                },
            },
        )

    def test_the_reply_is_what_the_learner_needs(self) -> None:
        self.make_posed_lesson()
        bpy.context.window.scene = bpy.data.scenes.new("Elsewhere")
        reply = self.start()
        self.assertEqual(bpy.context.window.scene.name, "Workshop")
        self.assertEqual(reply["scene_name"], "Workshop")
        self.assertEqual(reply["session_id"], "s1")
        self.assertEqual(reply["hints"], ["Look left"])
        self.assertEqual(reply["learning_event"], "explore")
        self.assertEqual(reply["estimated_duration_seconds"], 3600)
        self.assertEqual(reply["missing_prerequisites"], [])

    def test_objects_are_where_the_unit_starts_and_again_after_a_restart(self) -> None:
        self.make_posed_lesson()
        part, cover = bpy.data.objects["Part"], bpy.data.objects["Cover"]
        for restart in (False, True):
            self.start(restart=restart)
            self.assertEqual(tuple(part.location), (1, 2, 3))
            self.assertAlmostEqual(abs(part.rotation_euler.z), math.pi, places=5)
            self.assertTrue(cover.hide_viewport and cover.hide_render)
            self.assertFalse(part.hide_get())
            part.location = (9, 9, 9)
            part.hide_set(True)
            cover.hide_viewport = False

    def test_poses_find_an_object_that_was_renamed(self) -> None:
        self.make_posed_lesson()
        bpy.data.objects["Part"].name = "Bauteil"
        self.start()
        self.assertEqual(tuple(bpy.data.objects["Bauteil"].location), (1, 2, 3))

    def test_an_object_that_is_gone_is_named_and_nothing_moves(self) -> None:
        self.make_posed_lesson()
        bpy.data.objects.remove(bpy.data.objects["Cover"])
        with self.rejected("CONFLICT") as caught:
            self.start()
        self.assertIn("Cover", caught.exception.message)

    def test_hints_are_hidden(self) -> None:
        self.make_posed_lesson()
        hint = self.add_object("Hint")
        hint["malloc_vr_hint_for"] = "another"
        self.start()
        self.assertTrue(hint.hide_viewport and hint.hide_render)

    def test_missing_prerequisites_are_named(self) -> None:
        self.add_unit("a")
        self.add_box("Part")
        self.add_box("Seat")
        only = self.add_trigger()["checkpoint_id"]
        self.add_unit("b", prerequisite_units=["a"])
        with self.rejected("CONFLICT", "unit_id") as caught:
            self.start("b")
        self.assertIn("a", caught.exception.message)
        self.assertIsNone(addon("live.tracking").running())
        for passed in ({}, {"a": ["another"]}):
            with self.rejected("CONFLICT", "unit_id"):
                self.start("b", own_passed=passed)
        self.assertEqual(self.start("b", own_passed={"a": [only]})["unit_id"], "b")

    def test_a_curriculum_locks_a_unit_only_with_units_of_the_file(self) -> None:
        self.add_unit("a")
        self.add_box("Part")
        self.add_box("Seat")
        only = self.add_trigger()["checkpoint_id"]
        self.add_unit("b")
        with self.rejected("CONFLICT", "unit_id"):
            self.start("b", curriculum_units=["elsewhere", "a"])
        started = self.start(
            "b",
            curriculum_units=["elsewhere", "a"],
            advised_units=["a", "elsewhere"],
            own_passed={"a": [only]},
        )
        self.assertEqual(started["missing_prerequisites"], [])
        started = self.start("b", "s2", advised_units=["a", "elsewhere"], restart=True)
        self.assertEqual(started["missing_prerequisites"], ["a"])

    def test_a_running_unit_is_not_taken_over_unasked(self) -> None:
        self.add_unit("a")
        self.add_unit("b")
        self.start("a")
        with self.rejected("CONFLICT"):
            self.start("a", "s2")
        with self.rejected("CONFLICT") as caught:
            self.start("b", "s2", learner_label="bob")
        self.assertIn("s1", caught.exception.message)
        self.start("b", "s2")  # the same learner goes on to another unit
        self.start("b", "s3", learner_label="bob", restart=True)
        self.assertEqual(addon("live.tracking").running().session_id, "s3")

    def test_data_broken_by_hand_is_rejected_before_anything_moves(self) -> None:
        self.make_posed_lesson()
        self.add_trigger({"visible": {"object": "Part"}})
        scene = bpy.data.scenes["Workshop"]
        good = scene["malloc_vr_start_poses"]
        for broken in ("[", '{"Part": 5}', '{"Part": {"location": [1]}}'):
            scene["malloc_vr_start_poses"] = broken
            with self.subTest(broken), self.rejected("CONFLICT"):
                self.start()
        scene["malloc_vr_start_poses"] = good
        trigger = bpy.data.objects["assessment_trigger_the part is seated"]
        trigger["trigger_conditions"] = json.dumps({"near": {}})
        with self.rejected("CONFLICT") as caught:
            self.start()
        self.assertIn("the part is seated", caught.exception.message)


class Judge(SceneCase):
    def test_the_tracker_knows_what_led_there(self) -> None:
        checkpoint = self.make_lesson()
        self.start()
        before = self.judge(checkpoint, session_id="s1")
        self.translate("Part", (-4.995, 0, 0))
        after = self.judge(checkpoint, session_id="s1")

        self.assertFalse(before["evaluation"]["passed"])
        self.assertAlmostEqual(before["evaluation"]["evidence"]["measured"], 5000, places=2)
        self.assertTrue(before["evaluation"]["unmet"])
        self.assertTrue(after["evaluation"]["passed"])
        self.assertTrue(after["history"])
        self.assertEqual(after["session_id"], "s1")
        self.assertEqual(after["activity"]["moves_by_object"], {"Part": 1})
        self.assertAlmostEqual(after["activity"]["path_length_m"], 4.995, places=4)

    def test_without_a_session_only_the_scene_as_it_is_counts(self) -> None:
        checkpoint = self.make_lesson()
        bpy.data.objects["Part"].location = (0, 0, 0)
        judged = self.judge(checkpoint)
        self.assertTrue(judged["evaluation"]["passed"])
        self.assertFalse(judged["history"])
        self.assertEqual(judged["session_id"], "")
        self.assertEqual(judged["activity"]["changes"], 0)

    def test_a_scene_that_is_not_current_is_judged_too(self) -> None:
        checkpoint = self.make_lesson()
        bpy.context.window.scene = bpy.data.scenes.new("Elsewhere")
        bpy.data.objects["Part"].location = (0, 0, 0)
        self.assertTrue(self.judge(checkpoint)["evaluation"]["passed"])

    def test_the_objects_name_is_as_good_as_the_id(self) -> None:
        self.make_lesson()
        judged = self.judge("assessment_trigger_the part is seated")
        self.assertEqual(judged["learning_objective"], "the part is seated")
        self.assertEqual(judged["unit_id"], "move_it")

    def test_unknown_ids_and_sessions_are_rejected(self) -> None:
        checkpoint = self.make_lesson()
        with self.rejected("RESOURCE_NOT_FOUND", "checkpoint_id"):
            self.judge("nothing")
        with self.rejected("RESOURCE_NOT_FOUND", "session_id"):
            self.judge(checkpoint, session_id="s1")

    def test_a_trigger_without_conditions_cannot_be_observed(self) -> None:
        reply = self.add_unit()
        with self.rejected("CONFLICT", "checkpoint_id"):
            one = reply["assessment_triggers"][0]["checkpoint_id"]
            self.judge(one, assessment_type="formative")
        self.assertEqual(self.start()["checkpoints"], [])

    def test_a_call_for_another_type_is_rejected_before_it_submits_anything(self) -> None:
        checkpoint = self.make_lesson()
        self.start()
        self.translate("Part", (-1, 0, 0))
        with self.rejected("VALIDATION_ERROR", "assessment_type"):
            self.judge(checkpoint, session_id="s1", submit=True, assessment_type="formative")

        self.assertTrue(addon("live.tracking").running().run.progress(checkpoint).running)
        (failed,) = self.judge(checkpoint, session_id="s1", submit=True)["ended"]
        self.assertEqual(failed["outcome"], "failed")

    def test_a_checkpoint_of_another_unit_is_none_of_the_sessions(self) -> None:
        checkpoint = self.make_lesson()
        self.add_unit("other")
        self.start("other")
        with self.rejected("CONFLICT", "checkpoint_id"):
            self.judge(checkpoint, session_id="s1")
        self.assertFalse(self.judge(checkpoint)["history"])


class EndUnit(SceneCase):
    def test_the_activity_is_that_of_all_the_units_objects(self) -> None:
        self.make_lesson()
        self.start()
        self.translate("Part", (1, 0, 0))
        self.translate("Seat", (0, 1, 0))
        ended = self.do("end_unit", session_id="s1")
        self.assertEqual(ended["unit_id"], "move_it")
        self.assertEqual(ended["activity"]["moves_by_object"], {"Part": 1, "Seat": 1})
        self.assertIsNone(addon("live.tracking").running())

    def test_ending_what_does_not_run_here_is_no_error(self) -> None:
        self.make_lesson()
        self.start()
        self.assertEqual(self.do("end_unit", session_id="s0")["unit_id"], "")
        self.assertIsNotNone(addon("live.tracking").running())
        self.do("end_unit", session_id="s1")
        again = self.do("end_unit", session_id="s1")
        self.assertEqual((again["unit_id"], again["steps"]), ("", []))
        self.assertEqual(again["activity"]["total_seconds"], 0.0)
