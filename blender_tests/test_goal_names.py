"""The name that a goal has by itself follows what it asks, and wrong turns of an author do no harm.

scripts/blender 4.4 blender_tests/run.py test_goal_names.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import addon
from goal_support import GoalCase


class GoalNameCase(GoalCase):
    cup_height_m = 5.0

    def name(self) -> str:
        return str(self.goal().malloc_vr.objective)

    def listed(self) -> list[str]:
        """The objectives that the unit names."""
        return list(json.loads(bpy.context.scene["learning_objectives"]))

    def goals(self) -> list[str]:
        found = addon("authoring.goals").goals_of(bpy.context.scene)
        return [one.malloc_vr.objective for one in found]


class NameTest(GoalNameCase):
    def test_is_never_longer_than_a_tool_would_take(self) -> None:
        self.select(self.cup)
        goal = self.add("TURNED").malloc_vr
        goal.objective = "ä" * 600
        self.assertEqual((goal.objective, self.listed()[-1]), ("ä" * 512, "ä" * 512))

    def test_a_title_of_as_many_letters_as_a_tool_takes_is_shown_whole(self) -> None:
        unit = bpy.context.scene.malloc_vr
        unit.title = "ä" * 200
        self.assertEqual(unit.title, "ä" * 128)

    def test_follows_the_sentence_part_by_part_and_number_by_number(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON")
        self.select(self.cup)
        bpy.ops.malloc_vr.condition_add(kind="TURNED")
        self.assertRegex(self.name(), r"^Cup stands on Saucer and Cup is turned \(.*90°\)$")
        row = self.goal().malloc_vr.rows[2]
        row.number_0 = 45.0
        self.assertIn("45°", self.name())
        bpy.ops.malloc_vr.condition_change(change="REMOVE", path=json.dumps(["all", 0]))

        self.assertRegex(self.name(), r"^Cup is turned \(.*45°\)$")
        self.assertEqual(self.listed(), [self.name()])

    def test_follows_once_the_objects_of_an_empty_goal_are_chosen(self) -> None:
        self.select()
        self.add("EMPTY")
        self.assertEqual(self.name(), "Goal 1")
        bpy.ops.malloc_vr.condition_add(kind="STANDS_ON")
        self.assertEqual(self.name(), "Goal 1", "it has nothing to say yet")
        row = self.goal().malloc_vr.rows[0]
        row.object_0, row.object_1 = "Cup", "Saucer"

        self.assertEqual(self.name(), "Cup stands on Saucer")

    def test_follows_no_more_once_its_author_said_it_and_again_when_emptied(self) -> None:
        self.select(self.cup, self.saucer)
        goal = self.add("STANDS_ON")
        goal.malloc_vr.objective = "Serve the cup"
        goal.malloc_vr.rows[0].verb = "near"
        self.assertEqual(self.name(), "Serve the cup")

        goal.malloc_vr.objective = ""

        self.assertEqual(self.name(), "Cup is near Saucer (at most 5 mm)")

    def test_a_name_that_its_author_gave_at_once_stays(self) -> None:
        self.select(self.cup, self.saucer)
        goal = self.add("STANDS_ON", objective="Serve")
        goal.malloc_vr.rows[0].verb = "near"
        self.assertEqual(self.name(), "Serve")


class WrongTurnTest(GoalNameCase):
    def test_the_same_pair_again_is_the_goal_that_is_there(self) -> None:
        self.select(self.cup, self.saucer)
        first = self.add("STANDS_ON")
        self.add("NEAR")

        again = self.add("STANDS_ON")

        self.assertEqual(again, first, "it is selected, so that its author sees it")
        self.assertEqual(len(self.goals()), 2)

    def test_of_two_goals_of_one_name_one_renamed_leaves_the_others_listed(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON", objective="Serve")
        self.add("NEAR", objective="Serve")

        self.goal().malloc_vr.objective = "Bring it near"

        self.assertCountEqual(self.listed(), ["Serve", "Bring it near"])
        self.assertCountEqual(self.goals(), ["Serve", "Bring it near"])

    def test_of_three_selected_objects_the_one_that_was_meant_is_judged(self) -> None:
        spoon = self.add_cube("Spoon", (3, 0, 0))
        self.select(self.cup, spoon, self.saucer)
        self.add("STANDS_ON", object_name="Spoon")
        self.assertEqual(self.name(), "Spoon stands on Saucer")

    def test_of_two_selected_objects_either_can_be_judged(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON", object_name="Saucer")
        self.assertEqual(self.name(), "Saucer stands on Cup")

    def test_removed_undone_and_redone_it_keeps_its_name_and_its_rows(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON")
        bpy.ops.ed.undo_push(message="goal")
        bpy.ops.malloc_vr.goal_remove()
        bpy.ops.ed.undo_push(message="removed")
        self.assertEqual((self.goals(), self.listed()), ([], []))

        bpy.ops.ed.undo()
        self.assertEqual(self.listed(), ["Cup stands on Saucer"])
        self.goal().malloc_vr.rows[0].verb = "near"
        self.assertEqual(self.name(), "Cup is near Saucer (at most 5 mm)")
        bpy.ops.ed.undo_push(message="near")
        bpy.ops.ed.undo()
        bpy.ops.ed.redo()
        self.assertEqual(self.name(), "Cup is near Saucer (at most 5 mm)")
        self.assertEqual(self.goal().malloc_vr.rows[0].verb, "near")

    def test_an_object_that_is_gone_is_named_until_undo_brings_it_back(self) -> None:
        self.select(self.cup, self.saucer)
        goal_id = self.add("STANDS_ON")["malloc_vr_uuid"]
        bpy.ops.ed.undo_push(message="goal")
        bpy.data.objects.remove(self.saucer)
        bpy.ops.ed.undo_push(message="deleted")
        self.assertEqual(self.gone(), {goal_id: ("Saucer",)})

        bpy.ops.ed.undo()

        self.assertEqual(self.gone(), {})

    def test_another_object_can_be_chosen_for_one_that_is_gone(self) -> None:
        tray = self.add_cube("Tray", (9, 0, 0))
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON")
        bpy.data.objects.remove(self.saucer)
        row = self.goal().malloc_vr.rows[0]
        self.assertEqual(row.object_1, "Saucer", "its author sees what it was about")
        row.pick_1 = tray

        self.assertEqual(self.gone(), {})
        self.assertEqual(self.name(), "Cup stands on Tray")

    def test_a_new_object_of_the_old_name_takes_its_place(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON")
        bpy.data.objects.remove(self.saucer)
        self.add_cube("Saucer")
        self.assertEqual(self.gone(), {})

    def test_what_was_written_by_hand_and_makes_no_sense_breaks_nothing(self) -> None:
        self.select(self.cup, self.saucer)
        goal = self.add("STANDS_ON")
        for text in (
            '{"near": {"object": "Cup", "to": "Saucer", "max": 1, "unit": []}}',
            '{"duration": []}',
            '{"order": {"steps": {"when": 3}}}',
            '{"answer": {"question": [], "kind": {}, "options": "ab", "correct": []}}',
            '{"answer": {"question": "Q", "kind": "order", "options": [1, 2], "correct": {}}}',
            '{"all": 7}',
        ):
            goal["trigger_conditions"] = text
            addon("runtime").mark_stale()
            self.view()
            self.assertEqual(self.gone(), {}, text)
            addon("authoring.goal_names").follow(goal)
            for row in goal.malloc_vr.rows:
                bpy.ops.malloc_vr.question_change(path=row.path, change="ADD")
                self.assertIsNotNone((row.option_0, row.shown_order, row.right_number))

    def gone(self) -> Any:
        live_truth = addon("authoring.live_truth")
        addon("authoring.truth_due").mark()
        live_truth._not_before_seconds = float("-inf")
        live_truth.refresh()
        return addon("runtime").view().gone

    def test_steps_are_added_inside_of_an_order(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("ORDER")
        self.select(self.cup)
        bpy.ops.malloc_vr.condition_add(kind="MOVED", is_inside=True)
        steps = json.loads(self.goal()["trigger_conditions"])["order"]["steps"]
        self.assertEqual([list(one["when"]) for one in steps], [["stands_on"], ["moved"]])
        self.assertEqual([one["id"] for one in steps], ["step_1", "step_2"])
        self.assertTrue(self.name().startswith("In this order: Cup stands on Saucer; Cup was"))
        bpy.ops.malloc_vr.condition_add(kind="VISIBLE")
        self.assertEqual(len(json.loads(self.goal()["trigger_conditions"])["order"]["steps"]), 3)


if __name__ == "__main__":
    unittest.main()
