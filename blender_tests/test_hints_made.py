"""Hints made from a goal by one press: words, a frame, an arrow and a ghost of the goal's pose.

scripts/blender 4.4 blender_tests/run.py test_hints_made.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon
from mathutils import Vector


class MadeHintTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.saucer = self.add_cube("Saucer", (3, 0, 0))
        self.cup = self.add_cube("Cup", (0, 0, 0))
        bpy.ops.malloc_vr.unit_add(source="SCENE", title="Tea")
        for obj in (self.cup, self.saucer):
            obj.select_set(True)
        bpy.context.view_layer.objects.active = self.saucer
        bpy.ops.malloc_vr.trigger_add(kind="STANDS_ON")

    def make(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.hints_make(), {"FINISHED"})

    def hint(self, level: int) -> Any:
        (found,) = (
            obj for obj in bpy.context.scene.objects if obj.get("malloc_vr_hint_level") == level
        )
        return found

    def box(self, obj: Any) -> tuple[Any, Any]:
        bpy.context.view_layer.update()
        corners = [obj.matrix_world @ Vector(corner) for corner in obj.bound_box]
        return Vector(map(min, *corners)), Vector(map(max, *corners))

    def test_say_where_what_and_how(self) -> None:
        self.make()
        (goal,) = (obj for obj in bpy.context.scene.objects if obj.get("assessment_trigger"))
        said = json.loads(goal["malloc_vr_hints"])
        self.assertEqual(said[:2], ["Look at Cup.", "Put Cup onto Saucer."])
        self.assertIn("press G", said[2])

    def test_leave_the_authors_own_words_alone(self) -> None:
        bpy.context.scene.malloc_vr.hint_1 = "Where do cups stand?"
        self.make()
        self.assertEqual(json.loads(bpy.context.scene["malloc_vr_hints"]), ["Where do cups stand?"])

    def test_the_ghost_stands_where_the_goal_holds(self) -> None:
        self.make()
        low, high = self.box(self.hint(3))
        # The saucer is a cube of 1 m around (3, 0, 0): its top is at 0.5 m, and the cup is 1 m high.
        for found, wanted in zip((*low, *high), (2.5, -0.5, 0.5, 3.5, 0.5, 1.5), strict=True):
            self.assertAlmostEqual(found, wanted, places=5)

    def test_the_frame_is_around_what_to_work_on_and_the_arrow_leads_to_the_ghost(self) -> None:
        self.make()
        low, high = self.box(self.hint(1))
        self.assertLess((low - Vector((-0.5, -0.5, -0.5))).length, 0.05)
        self.assertLess((high - Vector((0.5, 0.5, 0.5))).length, 0.05)
        tips = [vertex.co for vertex in self.hint(2).data.vertices]
        self.assertLess(min((tip - Vector((3, 0, 1))).length for tip in tips), 1e-5)

    def test_are_hidden_until_a_learner_asks(self) -> None:
        self.make()
        hints = [self.hint(level) for level in (1, 2, 3)]
        self.assertEqual([hint.hide_viewport for hint in hints], [True] * 3)
        bpy.ops.malloc_vr.unit_start(learner="ada")
        bpy.ops.malloc_vr.hint_show()
        self.assertEqual([hint.hide_viewport for hint in hints], [False, True, True])

    def test_made_again_replace_those_before_and_go_with_their_goal(self) -> None:
        self.make()
        self.make()
        self.assertIsNotNone(self.hint(3))
        bpy.ops.malloc_vr.goal_remove()
        left = [obj for obj in bpy.context.scene.objects if "malloc_vr_hint_for" in obj]
        self.assertEqual(left, [])

    def test_leave_no_mesh_behind_however_often_they_are_made(self) -> None:
        before = set(bpy.data.meshes.keys())
        self.make()
        once = len(bpy.data.meshes)
        self.make()
        self.assertEqual(len(bpy.data.meshes), once)
        (goal,) = (obj for obj in bpy.context.scene.objects if obj.get("assessment_trigger"))
        hints = addon("scene.hint_shape_reading").objects_of(bpy.context.scene, goal)
        self.assertEqual(once, len(before) + len(hints))

        bpy.ops.malloc_vr.goal_remove()
        self.assertLess(set(bpy.data.meshes.keys()), before)

    def test_without_a_goal_about_an_object_say_what_is_missing(self) -> None:
        bpy.ops.malloc_vr.goal_remove()
        self.assertEqual(bpy.ops.malloc_vr.hints_make(), {"CANCELLED"})
        self.assertIn("No goal", self.view().problem)


if __name__ == "__main__":
    unittest.main()
