"""Goals by hand: sentences with pickers over the JSON of a condition, in the author's order.

scripts/blender 4.4 blender_tests/run.py test_goals.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import addon
from goal_support import GoalCase


class GoalTest(GoalCase):
    def condition(self) -> Any:
        return json.loads(self.goal()["trigger_conditions"])

    def change(self, change: str, path: tuple[Any, ...] = ()) -> None:
        bpy.ops.malloc_vr.condition_change(change=change, path=json.dumps(path))

    def test_is_made_of_the_selection_and_named_by_what_it_asks(self) -> None:
        self.select(self.cup, self.saucer)

        goal = self.add("STANDS_ON")

        self.assertEqual(goal.malloc_vr.objective, "Cup stands on Saucer")
        self.assertEqual(self.condition()["stands_on"]["object"], "Cup")
        self.assertEqual(self.condition()["stands_on"]["on"], "Saucer")
        row = goal.malloc_vr.rows[0]
        self.assertEqual((row.object_0, row.object_1), ("Cup", "Saucer"))
        self.assertEqual(row.verb, "stands_on")

    def test_without_a_selection_its_objects_are_picked_afterwards(self) -> None:
        self.select()
        goal = self.add("STANDS_ON")
        row = goal.malloc_vr.rows[0]
        self.assertEqual(self.condition()["stands_on"]["object"], "")
        (unit,) = self.settled().lesson.units
        self.assertEqual(unit.goals[0].next_step, "Choose both objects of “stands on”.")
        self.assertEqual(self.view().lesson.problems, (), "unfinished is no fault")

        row.object_0, row.pick_1 = "Cup", self.saucer

        self.assertIsNone(row.pick_1, "a pointer would keep a deleted object")

        self.assertEqual(self.condition()["stands_on"]["on"], "Saucer")
        self.assertEqual(self.settled().lesson.problems, ())
        known = json.loads(goal["malloc_vr_named_objects"])
        self.assertEqual(known["Cup"], self.cup["malloc_vr_uuid"])

    def settled(self) -> Any:
        """The view once the lesson was read again."""
        addon("runtime").mark_stale()
        return self.view()

    def test_a_number_is_kept_as_it_was_typed_and_the_rest_as_it_was(self) -> None:
        self.select(self.cup, self.saucer)
        goal = self.add("NEAR")
        before = self.condition()

        goal.malloc_vr.rows[0].number_1 = 0.1

        before["near"]["max"] = 0.1
        self.assertEqual(self.condition(), before)

    def test_another_verb_asks_of_the_same_objects(self) -> None:
        self.select(self.cup, self.saucer)
        goal = self.add("NEAR")
        goal.malloc_vr.rows[0].feedback = "Closer to the saucer."

        goal.malloc_vr.rows[0].verb = "stands_on"

        self.assertEqual(self.condition()["stands_on"]["object"], "Cup")
        self.assertEqual(self.condition()["feedback"], "Closer to the saucer.")
        self.assertEqual(goal.malloc_vr.rows[0].object_1, "Saucer")

    def test_conditions_nest(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON")
        self.select(self.cup)
        bpy.ops.malloc_vr.condition_add(kind="VISIBLE")
        self.change("NOT", ("all", 1))
        self.change("DURATION")

        condition = self.condition()
        self.assertEqual(list(condition), ["duration"])
        inner = condition["duration"]["of"]["all"]
        self.assertEqual(inner[1], {"not": {"visible": {"object": "Cup"}}})
        rows = self.goal().malloc_vr.rows
        self.assertEqual([row.depth for row in rows], [0, 1, 2, 2, 3])
        self.assertEqual(rows[2].object_1, "Saucer")
        addon("core.scene_types").Condition(json.dumps(condition))

        self.change("REMOVE", ("duration", "of", "all", 1))
        self.change("UNWRAP")
        self.assertEqual(list(self.condition()), ["stands_on"])

    def test_an_optional_number_is_asked_for_and_left_out_again(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON")

        bpy.ops.malloc_vr.condition_member(member="off_centre")
        self.assertEqual(self.condition()["stands_on"]["off_centre"], 1.0)
        addon("core.scene_types").Condition(json.dumps(self.condition()))
        bpy.ops.malloc_vr.condition_member(member="off_centre")
        self.assertNotIn("off_centre", self.condition()["stands_on"])

    def test_json_goes_round_exactly_and_what_is_none_is_rejected(self) -> None:
        self.select(self.cup, self.saucer)
        goal = self.add("STANDS_ON").malloc_vr
        text = '{"near": {"object": "Cup", "to": "Saucer", "max": 0.1, "unit": "m"}}'
        goal.json = text
        self.assertEqual(json.loads(goal.json), json.loads(text))

        goal.json = '{"near": '

        self.assertEqual(json.loads(goal.json), json.loads(text))
        self.assertIn("JSON", self.view().problem)
        goal.json = '{"nearby": {}}'
        self.assertEqual(json.loads(goal.json), json.loads(text))

    def test_goals_stand_as_they_were_made_and_move(self) -> None:
        for name in ("third", "first", "second"):
            self.add("EMPTY", objective=name)
        self.assertEqual(self.objectives(), ["third", "first", "second"])

        bpy.ops.malloc_vr.goal_move(places=-1)
        bpy.ops.malloc_vr.goal_move(goal=self.named("third"), places=9)

        self.assertEqual(self.objectives(), ["second", "first", "third"])

    def objectives(self) -> list[str]:
        (unit,) = self.settled().lesson.units
        return [goal.objective for goal in unit.goals]

    def named(self, objective: str) -> str:
        (unit,) = self.settled().lesson.units
        return next(goal.goal_id for goal in unit.goals if goal.objective == objective)

    def test_a_renamed_goal_is_renamed_in_the_unit_too_and_a_removed_one_goes(self) -> None:
        goal = self.add("EMPTY", objective="first")
        self.add("EMPTY", objective="second")
        goal.malloc_vr.objective = "the very first"
        scene = bpy.context.scene
        self.assertNotIn("first", json.loads(scene["learning_objectives"]))

        bpy.ops.malloc_vr.goal_remove(goal=self.named("the very first"))

        self.assertEqual(self.objectives(), ["second"])

    def test_shows_how_each_part_stands_now(self) -> None:
        self.select(self.cup, self.saucer)
        goal = self.add("STANDS_ON")
        bpy.ops.malloc_vr.condition_add(kind="VISIBLE")

        whole, stands, visible = self.truth(goal)

        self.assertEqual((whole.holds, stands.holds, visible.holds), (True, True, True))
        self.cup.location.z = 3
        bpy.context.view_layer.update()
        whole, stands, visible = self.truth(goal)
        self.assertEqual((whole.holds, stands.holds, visible.holds), (False, False, True))
        self.assertIn("2", stands.sentence)

    def truth(self, goal: Any) -> Any:
        live_truth = addon("authoring.live_truth")
        addon("authoring.truth_due").mark()
        live_truth._not_before_seconds = float("-inf")
        live_truth.refresh()
        return addon("runtime").view().truth[goal["malloc_vr_uuid"]]

    def test_undo_takes_back_an_edit_with_its_rows(self) -> None:
        self.select(self.cup, self.saucer)
        self.add("STANDS_ON")
        bpy.ops.ed.undo_push(message="goal")
        self.change("NOT")
        bpy.ops.ed.undo_push(message="not")

        bpy.ops.ed.undo()

        self.assertEqual(list(self.condition()), ["stands_on"])
        self.assertTrue(addon("authoring.condition_rows").are_current(self.goal()))

    def test_a_renamed_object_is_still_the_one_that_was_picked(self) -> None:
        self.select(self.cup, self.saucer)
        goal = self.add("STANDS_ON")
        self.cup.name = "Mug"
        goal.malloc_vr.rows[0].number_1 = 7

        self.assertEqual(goal.malloc_vr.rows[0].object_0, "Mug")
        goal.malloc_vr.rows[0].pick_0 = self.cup
        self.assertEqual(self.condition()["stands_on"]["object"], "Cup")
        self.assertEqual(
            json.loads(goal["malloc_vr_named_objects"])["Cup"], self.cup["malloc_vr_uuid"]
        )
        self.assertTrue(self.truth(goal)[0].holds is not None)

    def test_a_long_condition_shows_in_rows_and_as_json_too(self) -> None:
        seen = [{"visible": {"object": "Cup"}, "feedback": "Show the cup. " * 60}] * 40
        text = json.dumps({"all": seen})
        self.assertGreater(len(text), 20_000)

        goal = self.add("JSON", objective="see it", conditions=text)

        self.assertEqual(len(goal.malloc_vr.rows), 41)
        self.assertEqual(json.loads(goal.malloc_vr.json), {"all": seen})
        self.assertEqual(len(self.truth(goal)), 41)

    def test_what_a_client_authored_shows_in_rows(self) -> None:
        condition = {"any": [{"visible": {"object": "Cup"}}, {"mode": {"is": "OBJECT"}}]}
        goal = self.add("JSON", objective="see it", conditions=json.dumps(condition))

        self.assertEqual([row.predicate for row in goal.malloc_vr.rows], ["any", "visible", "mode"])
        self.assertEqual(goal.malloc_vr.rows[2].text_0, "OBJECT")


if __name__ == "__main__":
    unittest.main()
