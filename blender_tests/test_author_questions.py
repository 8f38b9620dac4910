"""Questions by hand: added in one press, written in rows, and named while something lacks.

scripts/blender 4.4 blender_tests/run.py test_author_questions.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon


class AuthorQuestionTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.assertEqual(bpy.ops.malloc_vr.unit_add(source="SCENE", title="Tea"), {"FINISHED"})
        addon("modes").choose(addon("modes").Mode.AUTHOR)
        self.addCleanup(lambda: addon("modes").choose(addon("modes").Mode.LEARN))

    def add(self, answered_by: str) -> Any:
        """The row of a new question."""
        done = bpy.ops.malloc_vr.trigger_add(kind="ANSWER", answered_by=answered_by)
        self.assertEqual(done, {"FINISHED"})
        return self.goal().malloc_vr.rows[0]

    def goal(self) -> Any:
        return addon("authoring.goals").selected(bpy.context.scene)

    def asked(self) -> dict[str, Any]:
        return dict(json.loads(self.goal()["trigger_conditions"])["answer"])

    def change(self, change: str, place: int = 0) -> None:
        row = self.goal().malloc_vr.rows[0]
        done = bpy.ops.malloc_vr.question_change(path=row.path, change=change, place=place)
        self.assertEqual(done, {"FINISHED"})

    def lesson(self) -> Any:
        addon("runtime").mark_stale()
        return self.view().lesson

    def next_step(self) -> str:
        return str(self.lesson().units[0].goals[0].next_step)

    def test_a_choice_is_written_marked_and_reordered_without_a_word_of_json(self) -> None:
        row = self.add("choice")
        row.text_0 = "Which bolt comes first?"
        row.option_0, row.option_1 = "Bolt 1", "Bolt 3"
        self.assertEqual(self.next_step(), "Mark the right option of “Which bolt comes first?”.")
        self.change("ADD")
        row.option_2 = "Bolt 5"
        self.change("RIGHT", 1)
        self.change("UP", 1)
        self.change("REMOVE", 2)

        self.assertEqual(
            self.asked(),
            {
                "question": "Which bolt comes first?",
                "kind": "choice",
                "options": ["Bolt 3", "Bolt 1"],
                "correct": "Bolt 3",
            },
        )
        self.assertEqual((row.option_count, row.right_option), (2, 0))
        self.assertEqual(self.next_step(), "")
        self.assertEqual(self.goal().malloc_vr.objective, "Which bolt comes first?")

    def test_a_press_of_number_and_back_loses_no_option(self) -> None:
        row = self.add("choice")
        row.text_0, row.option_0, row.option_1 = "Which?", "Bolt 1", "Bolt 3"
        self.change("RIGHT", 1)
        before = self.asked()
        row.answered_by = "number"
        self.assertNotIn("options", self.asked())
        row.answered_by = "choice"
        self.assertEqual(self.asked(), before)

    def test_an_order_is_typed_as_it_is_right_and_shown_otherwise(self) -> None:
        row = self.add("order")
        row.text_0, row.option_0, row.option_1 = "In which order?", "open", "close"
        self.change("ADD")
        row.option_2 = "leave"
        self.change("SHUFFLE")

        asked = self.asked()
        self.assertEqual(asked["correct"], ["open", "close", "leave"])
        self.assertCountEqual(asked["options"], asked["correct"])
        self.assertNotEqual(asked["options"], asked["correct"])
        self.assertEqual(row.shown_order, ", ".join(asked["options"]))
        self.assertEqual(self.next_step(), "")

    def test_a_number_is_kept_as_it_was_typed_and_answered_rightly(self) -> None:
        row = self.add("number")
        row.text_0 = "How long is it in metres?"
        self.assertIn("Give the right number", self.next_step())
        row.right_number = 0.1
        self.assertEqual(self.asked()["correct"], 0.1)

        bpy.ops.malloc_vr.unit_start(unit_id=self.lesson().units[0].unit_id, learner="ada")
        bpy.ops.malloc_vr.question_answer(question="How long is it in metres?", number=0.1)
        bpy.ops.malloc_vr.work_submit()

        self.assertTrue(self.view().session.passed)

    def test_a_tolerance_is_left_out_again_at_nought(self) -> None:
        row = self.add("number")
        row.right_number, row.number_tolerance = 4.0, 0.5
        self.assertEqual(self.asked()["tolerance"], 0.5)
        row.number_tolerance = 0.0
        self.assertNotIn("tolerance", self.asked())

    def test_a_unit_with_an_unfinished_question_says_which_and_what_lacks(self) -> None:
        row = self.add("choice")
        row.text_0, row.option_0, row.option_1 = "Which?", "a", "b"
        unit_id = self.lesson().units[0].unit_id

        self.assertEqual(
            bpy.ops.malloc_vr.unit_start(unit_id=unit_id, learner="ada"), {"CANCELLED"}
        )

        said = "The unit cannot start. The goal “Which?” is not finished. "
        self.assertEqual(self.view().problem, said + "Mark the right option of “Which?”.")
        self.assertEqual(
            self.view().remedy, "Whoever wrote this lesson can finish that goal in Author."
        )
        asked_for_nobody = bpy.ops.malloc_vr.unit_start("INVOKE_DEFAULT", unit_id=unit_id)
        self.assertEqual(asked_for_nobody, {"CANCELLED"}, "it asks for a name in vain")
        self.change("RIGHT", 0)
        self.lesson()
        self.assertEqual(bpy.ops.malloc_vr.unit_start(unit_id=unit_id, learner="ada"), {"FINISHED"})

    def test_check_lesson_names_it_and_goes_to_it(self) -> None:
        self.add("number").text_0 = "How many?"
        self.add("choice").text_0 = "Which?"
        bpy.ops.malloc_vr.goal_select(goal=self.lesson().units[0].goals[1].goal_id)
        bpy.ops.malloc_vr.lesson_check()
        (first, second) = [one for one in self.view().checked.findings if one.object_name]
        self.assertEqual(
            (first.kind, first.remedy), ("goal_broken", "Give the right number of “How many?”.")
        )
        self.assertEqual(second.remedy, "Write at least two options of “Which?”.")

        index = list(self.view().checked.findings).index(first)
        bpy.ops.malloc_vr.finding_go_to(index=index)

        self.assertEqual(self.goal().malloc_vr.rows[0].text_0, "How many?")

    def test_what_is_no_option_is_left_alone(self) -> None:
        row = self.add("choice")
        row.option_5 = "nobody asked"
        before = self.asked()
        self.change("REMOVE", 7)
        self.change("RIGHT", -1)
        self.assertEqual(self.asked(), before)
        for _ in range(30):
            self.change("ADD")
        self.assertEqual(row.option_count, 20)

    def test_undo_brings_an_option_back_with_its_mark(self) -> None:
        row = self.add("choice")
        row.text_0, row.option_0, row.option_1 = "Which?", "a", "b"
        self.change("RIGHT", 0)
        bpy.ops.ed.undo_push(message="written")
        before = self.asked()
        self.change("REMOVE", 0)
        bpy.ops.ed.undo_push(message="removed")

        bpy.ops.ed.undo()
        self.assertEqual(self.asked(), before)
        bpy.ops.ed.redo()
        self.assertEqual((self.asked()["options"], self.asked()["correct"]), (["b"], ""))


if __name__ == "__main__":
    unittest.main()
