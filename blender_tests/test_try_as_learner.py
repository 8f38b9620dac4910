"""Trying a unit as a learner: it is judged, nothing is recorded, and all is as before afterwards.

scripts/blender 4.4 blender_tests/run.py test_try_as_learner.py
"""

import unittest

import bpy
from blender_tests_support import addon, call_from_outside
from trial_support import TrialCase
from whole_file import whole_file


class TryTest(TrialCase):
    def test_is_judged_as_a_learner_is(self) -> None:
        self.begin()
        self.part().location = (0, 0, 0)
        self.step("move")
        self.assertEqual(bpy.ops.malloc_vr.step_check(), {"FINISHED"})
        self.assertTrue(self.view().session.passed)
        self.assertEqual(self.view().session.message, "Passed.")

    def test_a_unit_without_a_goal_is_not_tried(self) -> None:
        self.assertTrue(bpy.ops.malloc_vr.unit_try.poll())
        bpy.ops.malloc_vr.unit_add(unit_id="empty_one", title="Empty", objectives="")
        self.view()
        self.assertFalse(bpy.ops.malloc_vr.unit_try.poll())

    def test_records_nothing_whatever_a_learner_can_press(self) -> None:
        self.begin()
        self.part().location = (1, 0, 0)
        self.step("move")
        bpy.ops.malloc_vr.step_check()
        bpy.ops.malloc_vr.work_submit()
        self.part().location = (0, 0, 0)
        self.step("move")
        bpy.ops.malloc_vr.work_submit()
        bpy.ops.malloc_vr.unit_restart()
        self.part().location = (0, 0, 0)
        self.step("move")
        self.assertEqual(self.count_events(), self.events, "while it goes on")
        self.stop()
        self.assertEqual(self.count_events(), self.events, "afterwards")
        self.assertEqual(addon("live.ended_steps").waiting(), [])

    def test_a_learner_who_does_the_same_is_recorded(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.part().location = (0, 0, 0)
        self.step("move")
        bpy.ops.malloc_vr.work_submit()
        self.assertGreater(self.count_events(), self.events)

    def test_hints_are_shown_and_gone_afterwards(self) -> None:
        bpy.context.scene["malloc_vr_hints"] = '["Look at the seat."]'
        self.before = whole_file()
        self.begin()
        self.assertEqual(bpy.ops.malloc_vr.hint_show(), {"FINISHED"})
        self.assertEqual(self.view().session.hints_shown, 1)
        self.stop()
        self.assert_as_before()

    def test_a_client_can_neither_judge_nor_start_nor_end_meanwhile(self) -> None:
        checkpoint = self.view().lesson and addon("scene.unit_reading").read_lesson()
        one = checkpoint.units[0].triggers[0].checkpoint_id
        with self.serving():
            self.begin()
            results = call_from_outside(
                ("start_session", {"learner_id": "ada", "unit_id": "move_it", "restart": True}),
                (
                    "evaluate_assessment",
                    {
                        "learner_id": "ada",
                        "assessment_type": "authentic",
                        "performance_data": {"checkpoint_id": one},
                    },
                ),
            )
            self.assertEqual(["error" in one for one in results], [True, True], results)
            self.assertTrue(self.view().session.is_trial)
            self.stop()

    def test_shows_who_learns_as_before(self) -> None:
        addon("runtime").set_learner("ada")
        self.begin()
        self.assertEqual(self.view().learner, "ada")
        self.stop()
        self.assertEqual(self.view().learner, "ada")

    def test_begins_where_a_learner_begins(self) -> None:
        bpy.ops.malloc_vr.unit_capture_start()
        self.part().location = (2, 2, 2)
        self.step("edit")
        self.before = whole_file()
        self.begin()
        self.assertEqual(tuple(self.part().location), (5, 0, 0))
        self.stop()
        self.assert_as_before()
        self.assertEqual(tuple(self.part().location), (2, 2, 2))


class RestoringTest(TrialCase):
    def setUp(self) -> None:
        super().setUp()
        self.begin()

    def test_brings_back_places_sizes_and_visibility(self) -> None:
        part = self.part()
        part.location, part.scale, part.rotation_euler = (1, 2, 3), (2, 2, 2), (1, 0, 0)
        self.step("move")
        part.hide_set(True)
        bpy.data.objects["Seat"].hide_viewport = True
        self.step("hide")
        self.stop()
        self.assert_as_before()

    def test_brings_back_meshes_also_from_within_edit_mode(self) -> None:
        bpy.context.view_layer.objects.active = self.part()
        bpy.ops.object.mode_set("EXEC_DEFAULT", True, mode="EDIT")
        bpy.ops.mesh.select_all("EXEC_DEFAULT", True, action="SELECT")
        bpy.ops.transform.translate("EXEC_DEFAULT", True, value=(0, 0, 1))
        self.stop()
        self.assertEqual(bpy.context.mode, "OBJECT")
        self.assert_as_before()

    def test_brings_back_materials_modifiers_and_parents(self) -> None:
        part = self.part()
        bpy.data.materials["Paint"].diffuse_color = (1, 0, 0, 1)
        part.data.materials.append(bpy.data.materials.new("Other"))
        part.modifiers.new("Bevel", "BEVEL")
        part.parent = bpy.data.objects["Seat"]
        self.step("change")
        self.stop()
        self.assert_as_before()

    def test_takes_new_objects_away_and_brings_deleted_ones_back(self) -> None:
        bpy.ops.mesh.primitive_cube_add("EXEC_DEFAULT", True)
        bpy.data.objects.remove(bpy.data.objects["Seat"])
        self.step("delete")
        self.stop()
        self.assert_as_before()

    def test_brings_back_selection_active_object_and_frame(self) -> None:
        bpy.ops.object.select_all("EXEC_DEFAULT", True, action="INVERT")
        bpy.context.view_layer.objects.active = self.part()
        bpy.context.scene.frame_set(42)
        bpy.context.scene.tool_settings.use_snap = True
        bpy.context.scene.tool_settings.snap_elements = {"VERTEX", "FACE"}
        bpy.context.scene.cursor.location = (1, 2, 3)
        self.step("look")
        self.stop()
        self.assert_as_before()

    def test_brings_back_what_windows_showed(self) -> None:
        for window in bpy.context.window_manager.windows:
            for area in window.screen.areas:
                if area.type == "VIEW_3D":
                    view = area.spaces.active.region_3d
                    view.view_location, view.view_distance = (1, 2, 3), 99.0
                    area.spaces.active.shading.type = "WIREFRAME"
            window.scene = bpy.data.scenes.new("Elsewhere")
        self.stop()
        self.assert_as_before()

    def test_brings_back_what_made_no_step_for_undo(self) -> None:
        self.part().location = (9, 9, 9)
        bpy.data.materials.new("Left over")
        self.stop()
        self.assert_as_before()

    def test_a_learner_afterwards_starts_as_if_nothing_had_been_tried(self) -> None:
        self.part().scale = (3, 3, 3)
        self.step("scale")
        self.stop()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertEqual(tuple(self.part().scale), (1, 1, 1))
        self.part().scale = (2, 2, 2)
        bpy.ops.malloc_vr.unit_restart()
        self.assertEqual(tuple(self.part().scale), (1, 1, 1))


if __name__ == "__main__":
    unittest.main()
