"""Answering what a unit asks, as the panel's button does.

scripts/blender 4.4 blender_tests/run.py test_questions.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, tool

FIRST = {
    "question": "Which comes first?",
    "options": ["Bolt 1", "Bolt 3"],
    "correct": "Bolt 3",
}
HOW_MANY = {"question": "How many?", "kind": "number", "correct": 4}


class QuestionTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit(objectives="how many bolts; which bolt")
        for objective, asked in (("how many bolts", HOW_MANY), ("which bolt", FIRST)):
            self.author(objective, asked)
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.look()

    def author(self, objective: str, asked: dict[str, object]) -> None:
        """Author a checkpoint that asks this."""
        done = bpy.ops.malloc_vr.trigger_add(
            kind="JSON", objective=objective, conditions=json.dumps({"answer": asked})
        )
        self.assertEqual(done, {"FINISHED"})

    def look(self) -> None:
        """What is asked is shown whenever the unit is looked at."""
        bpy.ops.malloc_vr.step_check()

    def given(self) -> list[object]:
        """What the panel shows as answered."""
        return [one.given for one in self.view().questions]

    def goal(self, objective: str) -> Any:
        """How a goal stands on the screen."""
        goals = self.view().session.checkpoints
        return next(one for one in goals if one.objective == objective)

    def test_each_wrong_answer_is_a_try_that_the_record_has(self) -> None:
        for number in (1.0, 2.0, 4.0):
            bpy.ops.malloc_vr.question_answer(question="How many?", number=number)
        bpy.ops.malloc_vr.work_submit()
        bolts = self.goal("how many bolts")
        self.assertEqual((bolts.passed, bolts.course.failed), (True, 2))
        self.assertEqual(self.goal("which bolt").course.failed, 0)
        bpy.ops.malloc_vr.session_end()
        progress = addon("runtime").call(tool("get_learner_progress", learner_id="ada"))
        self.assertEqual([(unit.attempts, unit.failed) for unit in progress.units], [(3, 2)])

    def test_questions_stand_in_the_order_of_their_goals_without_answers(self) -> None:
        asked = [one.question for one in self.view().questions]
        goals = [one.objective for one in self.view().session.checkpoints]
        by_goal = {"how many bolts": "How many?", "which bolt": "Which comes first?"}
        self.assertEqual(asked, [by_goal[goal] for goal in goals])
        self.assertEqual(self.given(), [None, None])

    def test_right_answers_pass_and_are_shown_as_given(self) -> None:
        bpy.ops.malloc_vr.question_answer(question="How many?", number=4.0)
        bpy.ops.malloc_vr.question_answer(question="Which comes first?", choice="Bolt 3")
        bpy.ops.malloc_vr.work_submit()
        self.assertTrue(self.view().session.passed)
        self.assertCountEqual(self.given(), [4.0, "Bolt 3"])

    def test_a_wrong_answer_can_be_changed(self) -> None:
        bpy.ops.malloc_vr.question_answer(question="How many?", number=4.0)
        bpy.ops.malloc_vr.question_answer(question="Which comes first?", choice="Bolt 1")
        self.assertFalse(self.view().session.passed)
        wrong = self.goal("which bolt")
        self.assertEqual((wrong.passed, wrong.course.failed), (False, 1), "it was a try")
        self.assertTrue(wrong.reasons)
        bpy.ops.malloc_vr.question_answer(question="Which comes first?", choice="Bolt 3")
        bpy.ops.malloc_vr.work_submit()
        self.assertTrue(self.view().session.passed)

    def test_a_number_is_typed_with_a_point_or_a_comma_and_nothing_else_is_one(self) -> None:
        answer = bpy.ops.malloc_vr.question_answer
        for typed in (" ", "four", "nan", "1e999"):
            self.assertEqual(answer(question="How many?", typed=typed), {"CANCELLED"}, typed)
        self.assertEqual(self.given(), [None, None])

        self.assertEqual(answer(question="How many?", typed="4,5"), {"FINISHED"})
        self.assertIn(4.5, self.given())
        self.assertEqual(answer(question="How many?", typed="4.0"), {"FINISHED"})
        self.assertIn(4.0, self.given())

    def test_a_choice_in_which_nothing_is_marked_is_no_answer(self) -> None:
        answer = bpy.ops.malloc_vr.question_answer
        self.assertEqual(answer(question="Which comes first?"), {"CANCELLED"})
        self.assertEqual(self.given(), [None, None])

        self.assertEqual(answer(question="Which comes first?", marked={"Bolt 3"}), {"FINISHED"})
        self.assertIn("Bolt 3", self.given())

    def test_a_question_that_is_not_asked_is_said_and_nothing_is_answered(self) -> None:
        done = bpy.ops.malloc_vr.question_answer(question="How much?", number=4.0)
        self.assertEqual(done, {"CANCELLED"})
        self.assertTrue(self.view().problem)
        self.assertEqual(self.given(), [None, None])

    def test_no_question_is_shown_once_the_unit_is_left(self) -> None:
        bpy.ops.malloc_vr.session_end()
        self.assertIsNone(self.view().session)
        self.assertFalse(bpy.ops.malloc_vr.question_answer.poll())


if __name__ == "__main__":
    unittest.main()
