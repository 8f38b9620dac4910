"""Deleting a learner from the record.

scripts/blender 4.4 blender_tests/run.py test_review_delete.py
"""

import unittest

import bpy
from blender_tests_support import addon
from review_support import ReviewCase


class DeleteTest(ReviewCase):
    def setUp(self) -> None:
        super().setUp()
        self.work("ada", 0.0)
        self.work("bob", 1.0)
        self.look()
        self.choose("ada")

    def delete(self, name: str) -> set[str]:
        return bpy.ops.malloc_vr.learner_delete(confirmed_name=name)

    def names(self) -> list[str]:
        return [row.learner_id for row in self.view().review.rows]

    def test_the_right_name_deletes_for_ever_and_leaves_the_others(self) -> None:
        self.assertEqual(self.delete("ada"), {"FINISHED"})
        self.assertEqual(self.names(), ["bob"])
        self.assertEqual((self.view().review.learner, self.view().review.steps), ("", ()))
        self.assertIn("was deleted", self.view().problem)
        addon("runtime").close()
        head = (self.folder / "vault" / "record.head").read_bytes()
        self.use_record(self.folder / "vault")  # open it anew
        self.modes.choose(self.modes.Mode.REVIEW)
        record = self.record()
        self.assertEqual(
            (record.state, record.problem, record.notices),
            ("open", "", ()),
            f"it held {head!r}",
        )
        self.assertEqual(self.names(), ["bob"])

    def test_another_name_deletes_nothing(self) -> None:
        for name in ("", "Ada", "ada ", "bob"):
            self.assertEqual(self.delete(name), {"CANCELLED"})
            self.assertIn("does not match", self.view().problem)
        self.assertEqual(self.names(), ["ada", "bob"])

    def test_nobody_is_deleted_at_work(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertFalse(bpy.ops.malloc_vr.learner_delete.poll())
        bpy.ops.malloc_vr.session_end()
        self.assertTrue(bpy.ops.malloc_vr.learner_delete.poll())

    def test_without_a_choice_there_is_nothing_to_delete(self) -> None:
        self.reading.choose("")
        self.assertFalse(bpy.ops.malloc_vr.learner_delete.poll())

    def test_who_comes_back_under_that_name_begins_with_nothing(self) -> None:
        self.delete("ada")
        self.view()
        self.work("ada")
        self.look()
        shown = self.choose("ada")
        self.assertEqual([step.kind.value for step in shown.steps], ["started", "ended"])
        self.assertEqual(shown.by_name["ada"].units[0].tries, 0)


if __name__ == "__main__":
    unittest.main()
