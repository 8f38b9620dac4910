"""What hints at a goal and what hints at the whole unit are asked for apart, and end with the unit.

scripts/blender 4.4 blender_tests/run.py test_hints_apart.py
"""

import unittest
from typing import Any

import bpy
from adaptation_support import AdaptationCase
from blender_tests_support import BlenderCase, addon

UNIT = "remove_guard"


def seen(objects: list[Any]) -> list[str]:
    return [one.name for one in objects if not one.hide_viewport]


class FlangeHintsTest(BlenderCase):
    """The flange ships shapes for whole units; its goals get some of their own."""

    def setUp(self) -> None:
        super().setUp()
        self.assertEqual(bpy.ops.malloc_vr.lesson_add_example(lesson="bolted_flange"), {"FINISHED"})
        self.scene = addon("scene.unit_reading").scene_of_unit(UNIT)
        self.scene["prerequisites"] = "[]"
        bpy.context.window.scene = self.scene
        hints = [one for one in self.scene.objects if one.get("malloc_vr_hint_for") == UNIT]
        self.of_unit = sorted(hints, key=lambda one: one.name)
        self.assertGreater(len(self.of_unit), 2)
        bpy.ops.malloc_vr.hints_make()

    def of_goal(self, goal_id: str) -> list[Any]:
        return [one for one in self.scene.objects if one.get("malloc_vr_hint_of_goal") == goal_id]

    def test_the_answer_to_one_goal_shows_nothing_of_the_unit_and_helps_no_other(self) -> None:
        started = bpy.ops.malloc_vr.unit_start(unit_id=UNIT, learner="ada")
        self.assertEqual(started, {"FINISHED"})
        due = addon("live.tracking").running().due_goal
        self.assertTrue(self.of_goal(due))

        for _ in range(3):
            self.assertEqual(bpy.ops.malloc_vr.hint_show(), {"FINISHED"})

        self.assertEqual(seen(self.of_goal(due)), [one.name for one in self.of_goal(due)])
        self.assertEqual(seen(self.of_unit), [])
        self.assertEqual(addon("live.shown_hints").goals_shown(self.scene) - {due}, set())

        bpy.ops.malloc_vr.session_end()
        self.assertEqual(seen([*self.of_unit, *self.of_goal(due)]), [])


class EndedUnitTest(AdaptationCase):
    def test_what_was_asked_for_when_all_was_passed_is_hidden_at_the_end(self) -> None:
        self.part.location = (0, 0, 0)
        bpy.context.view_layer.update()
        self.do("observe_unit", session_id="s1")
        self.assertEqual(addon("live.tracking").running().due_goal, "")
        self.do("show_hint", session_id="s1", level=3)
        self.assertEqual(self.shown(), ["Hint 1", "Hint 2", "Hint 3"])

        self.do("end_unit", session_id="s1")
        self.assertEqual(self.shown(), [])


if __name__ == "__main__":
    unittest.main()
