"""Mending what the check of a lesson found, and going to where it is.

scripts/blender 4.4 blender_tests/run.py test_mend_lesson.py
"""

import json
import unittest

import bpy
from blender_tests_support import addon
from check_support import CheckLessonCase


class MendingTest(CheckLessonCase):
    def fix(self, kind: str) -> None:
        """Press Fix of what was found, as one step for Undo."""
        index = self.check().index(kind)
        bpy.ops.ed.undo_push(message="before")
        self.assertEqual(
            bpy.ops.malloc_vr.finding_fix("EXEC_DEFAULT", True, index=index), {"FINISHED"}
        )

    def test_a_missing_title_is_made_from_the_id_and_is_one_step_for_undo(self) -> None:
        self.put("malloc_vr_title", "")
        self.fix("title_empty")
        self.assertEqual(self.shown(), [])
        self.assertEqual(bpy.context.scene["malloc_vr_title"], "Move it")
        bpy.ops.ed.undo()
        self.assertEqual(bpy.context.scene["malloc_vr_title"], "")

    def test_prerequisites_that_are_not_there_are_taken_out_and_others_stay(self) -> None:
        self.put("prerequisites", json.dumps(["gone", "lost"]))
        self.fix("prerequisite_missing")
        self.assertEqual(json.loads(bpy.context.scene["prerequisites"]), [])
        self.assertEqual(self.shown(), [])

    def test_a_copied_scene_becomes_a_unit_of_its_own(self) -> None:
        bpy.ops.scene.new(type="FULL_COPY")
        addon("runtime").mark_stale()
        self.fix("unit_id_shared")
        units = addon("scene.unit_reading").read_lesson().units
        self.assertEqual({one.unit_id for one in units}, {"move_it", "move_it_2"})
        self.assertEqual(len({one.triggers[0].checkpoint_id for one in units}), 2)
        self.assertNotIn("unit_id_shared", self.shown())

    def hinted(self, scene: bpy.types.Scene) -> bool:
        """Whether each goal of the scene has its hint shapes, and none is left over."""
        ids = [one["malloc_vr_uuid"] for one in scene.objects if "trigger_conditions" in one]
        of_goals = {
            one["malloc_vr_hint_of_goal"] for one in scene.objects if "malloc_vr_hint_for" in one
        }
        return of_goals == set(ids)

    def test_what_hints_at_a_goal_goes_along_into_the_unit_that_is_made_of_a_copy(self) -> None:
        bpy.ops.malloc_vr.hints_make()
        bpy.ops.scene.new(type="FULL_COPY")
        addon("runtime").mark_stale()
        self.fix("unit_id_shared")
        self.assertEqual([self.hinted(one) for one in bpy.data.scenes], [True, True])

    def test_what_hints_at_a_goal_stays_with_it_when_its_copy_gets_an_id(self) -> None:
        bpy.ops.malloc_vr.hints_make()
        goal, copy = self.goal(), self.goal().copy()
        before = goal["malloc_vr_uuid"]
        self.scene.collection.objects.link(copy)
        addon("runtime").mark_stale()
        self.fix("checkpoint_id_shared")
        kept = goal if goal["malloc_vr_uuid"] == before else copy
        reading = addon("scene.hint_shape_reading")
        self.assertTrue(reading.objects_of(self.scene, kept))

    def test_what_hints_at_a_goal_follows_it_where_the_other_of_its_id_is_elsewhere(self) -> None:
        bpy.ops.malloc_vr.hints_make()
        bpy.ops.scene.new(type="FULL_COPY")
        bpy.context.scene["learning_unit_id"] = "another"
        addon("runtime").mark_stale()
        self.fix("checkpoint_id_shared")
        self.assertEqual([self.hinted(one) for one in bpy.data.scenes], [True, True])

    def test_a_copied_goal_gets_an_id_of_its_own(self) -> None:
        copy = self.goal().copy()
        self.scene.collection.objects.link(copy)
        addon("runtime").mark_stale()
        self.fix("checkpoint_id_shared")
        self.assertEqual(self.shown(), [])

    def test_going_to_a_finding_opens_its_scene_and_selects_the_goal_with_its_objects(self) -> None:
        bpy.data.objects["Part"].location = (0, 0, 0)
        index = self.check().index("goal_true_at_start")
        bpy.context.window.scene = bpy.data.scenes.new("elsewhere")
        bpy.ops.malloc_vr.finding_go_to(index=index)

        self.assertEqual(bpy.context.window.scene, self.scene)
        self.assertEqual(bpy.context.view_layer.objects.active, self.goal())
        self.assertTrue(bpy.data.objects["Part"].select_get())


if __name__ == "__main__":
    unittest.main()
