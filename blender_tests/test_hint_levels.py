"""A hint keeps the level of the field that it is typed into, also where another one is empty.

scripts/blender 4.4 blender_tests/run.py test_hint_levels.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import addon
from lesson_units_support import LessonCase

FIELDS = ("hint_1", "hint_2", "hint_3")


class HintLevelTest(LessonCase):
    def setUp(self) -> None:
        super().setUp()
        self.scene = bpy.data.scenes["first"]

    def typed(self) -> list[str]:
        return [getattr(self.scene.malloc_vr, name) for name in FIELDS]

    def show(self) -> Any:
        self.assertEqual(bpy.ops.malloc_vr.hint_show(), {"FINISHED"})
        running = addon("live.tracking").running()
        return self.view().session, running.tries.hints_shown

    def test_how_alone_stays_in_its_field_and_is_the_answer(self) -> None:
        self.scene.malloc_vr.hint_3 = "Press G."
        self.assertEqual(self.typed(), ["", "", "Press G."])

        bpy.ops.malloc_vr.unit_start(unit_id="first", learner="ada")
        session, shown = self.show()
        self.assertEqual((session.hints[session.hints_shown - 1], shown), ("Press G.", 3))
        self.assertFalse(bpy.ops.malloc_vr.hint_show.poll())

    def test_clearing_where_moves_no_other_and_a_learner_reads_what_first(self) -> None:
        for name, text in zip(FIELDS, ("There.", "Put it on.", "Press G."), strict=True):
            setattr(self.scene.malloc_vr, name, text)
        self.scene.malloc_vr.hint_1 = ""
        self.assertEqual(self.typed(), ["", "Put it on.", "Press G."])

        bpy.ops.malloc_vr.unit_start(unit_id="first", learner="ada")
        self.assertEqual([self.show()[1], self.show()[1]], [2, 3])

    def test_an_empty_field_at_the_end_is_none(self) -> None:
        self.scene.malloc_vr.hint_1, self.scene.malloc_vr.hint_2 = "There.", "On."
        self.scene.malloc_vr.hint_2 = ""
        self.assertEqual(json.loads(self.scene["malloc_vr_hints"]), ["There."])

    def test_a_goal_keeps_its_levels_too(self) -> None:
        goal = self.goal(0).malloc_vr
        goal.hint_2 = "Put it on."
        self.assertEqual([getattr(goal, name) for name in FIELDS], ["", "Put it on.", ""])

    def test_levels_outlive_the_lesson_as_calls(self) -> None:
        self.scene.malloc_vr.hint_3 = "Press G."
        self.goal(0).malloc_vr.hint_2 = "Put it on."
        goal_id = self.goal(0)["malloc_vr_uuid"]
        levels = addon("core.hint_levels")
        given = {
            "unit": levels.as_argument(json.loads(self.scene["malloc_vr_hints"])),
            "goal": levels.as_argument(json.loads(self.goal(0)["malloc_vr_hints"])),
        }
        self.call("update_unit", unit_id="first", hints=[])
        self.call("update_goal", checkpoint_id=goal_id, hints=[])
        self.assertEqual(self.typed(), ["", "", ""])

        self.call("update_unit", unit_id="first", hints=list(given["unit"]))
        self.call("update_goal", checkpoint_id=goal_id, hints=list(given["goal"]))
        self.assertEqual(self.typed(), ["", "", "Press G."])
        self.assertEqual(json.loads(self.goal(0)["malloc_vr_hints"]), ["", "Put it on."])


if __name__ == "__main__":
    unittest.main()
