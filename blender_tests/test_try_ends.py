"""How a try ends that nobody stopped: Undo, another file, a deleted scene, disabling, a crash.

scripts/blender 4.4 blender_tests/run.py test_try_ends.py
"""

import subprocess
import unittest
from pathlib import Path

import addon_utils
import bpy
from blender_tests_support import PACKAGE, addon, blender_command
from trial_support import TrialCase
from whole_file import whole_file

HERE = Path(__file__).resolve().parent


class UndoTest(TrialCase):
    def test_undo_takes_one_move_back_and_the_try_goes_on(self) -> None:
        self.begin()
        self.part().location = (1, 0, 0)
        self.step("move")
        bpy.ops.ed.undo()
        self.assertEqual(tuple(self.part().location), (5, 0, 0))
        self.assertTrue(self.view().session.is_trial)
        self.stop()
        self.assert_as_before()

    def test_undo_behind_its_beginning_ends_it(self) -> None:
        self.begin()
        bpy.ops.ed.undo()
        self.assert_as_before()
        self.assertEqual(self.count_events(), self.events)

    def test_what_its_author_did_before_can_still_be_undone_afterwards(self) -> None:
        self.part().location = (3, 3, 3)
        self.step("the author's own move")
        self.before = whole_file()
        self.begin()
        self.part().location = (1, 0, 0)
        self.step("move")
        self.stop()
        self.assert_as_before()
        for _ in range(6):
            bpy.ops.ed.undo()
            if tuple(self.part().location) != (3, 3, 3):
                break
        self.assertEqual(tuple(self.part().location), (5, 0, 0), "as it was before that move")

    def test_redo_does_not_lead_back_into_it(self) -> None:
        self.begin()
        self.part().location = (1, 0, 0)
        self.step("move")
        self.stop()
        self.assertFalse(bpy.ops.ed.redo.poll() and bpy.ops.ed.redo() == {"FINISHED"})
        self.assert_as_before()

    def do_more_than_undo_remembers(self) -> None:
        for number in range(bpy.context.preferences.edit.undo_steps + 5):
            self.part().location = (number, 0, 0)
            self.step(f"move {number}")

    def test_undo_reaches_further_meanwhile_and_then_as_far_as_was_chosen(self) -> None:
        edit = bpy.context.preferences.edit
        chosen, was_dirty = edit.undo_steps, bpy.context.preferences.is_dirty
        self.begin()
        for number in range(chosen + 5):
            self.part().location = (number, 0, 0)
            self.step(f"move {number}")
        self.stop()
        self.assert_as_before()
        self.assertEqual(self.view().problem, "")
        self.assertEqual(edit.undo_steps, chosen)
        self.assertEqual(bpy.context.preferences.is_dirty, was_dirty)

    def test_comes_back_from_a_copy_when_undo_does_not_reach_its_beginning(self) -> None:
        self.begin()
        self.do_more_than_undo_remembers()
        self.stop()
        self.assert_as_before()
        self.assertIn("opened from a copy", self.view().problem)
        self.assertIs(addon("modes").current(), addon("modes").Mode.AUTHOR)


class OtherEndsTest(TrialCase):
    def test_another_file_ends_it_without_a_word_of_a_record(self) -> None:
        self.begin()
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        view = self.view()
        self.assertIsNone(view.session)
        self.assertEqual(view.problem, "")
        self.assertEqual(self.count_events(), self.events)
        bpy.ops.wm.open_mainfile(filepath=str(self.folder / "lesson.blend"))
        self.assertEqual(whole_file()["objects"], self.before["objects"])

    def test_deleting_its_scene_ends_it_and_the_scene_is_back(self) -> None:
        other = bpy.data.scenes.new("Other")
        self.step("another scene")
        self.before = whole_file()
        self.begin()
        scene = bpy.data.scenes[self.scene_name]
        bpy.context.window.scene = other
        bpy.data.scenes.remove(scene)
        self.step("delete")
        with self.assertRaises(addon("core.errors").Conflict):
            addon("live.tracking").observe_now()
        self.assert_as_before()

    def test_disabling_the_add_on_brings_everything_back(self) -> None:
        self.begin()
        self.part().location = (1, 0, 0)
        self.step("move")
        try:
            addon_utils.disable(PACKAGE, default_set=False)
            self.assertEqual(whole_file()["objects"], self.before["objects"])
        finally:
            addon_utils.enable(PACKAGE, default_set=False)

    def test_saving_meanwhile_says_what_was_saved(self) -> None:
        self.begin()
        self.part().location = (1, 0, 0)
        self.step("move")
        bpy.ops.wm.save_mainfile()
        self.assertIn("in the middle of a try", self.view().problem)
        self.stop()
        self.assert_as_before()

    def test_the_scene_of_a_crash_is_that_of_the_last_save(self) -> None:
        script = HERE / "trial_crash_child.py"
        lesson = str(self.folder / "lesson.blend")
        record = str(self.folder / "other vault")
        ended = subprocess.run([*blender_command(script), lesson, record], timeout=300)
        self.assertNotEqual(ended.returncode, 0)
        bpy.ops.wm.open_mainfile(filepath=lesson)
        self.assertEqual(whole_file()["objects"], self.before["objects"])

    def test_writes_nothing_into_its_file(self) -> None:
        content = (self.folder / "lesson.blend").read_bytes()
        self.begin()
        self.part().location = (1, 0, 0)
        self.step("move")
        self.stop()
        self.assertEqual((self.folder / "lesson.blend").read_bytes(), content)


class RejectionTest(TrialCase):
    def test_is_not_begun_without_undo(self) -> None:
        edit = bpy.context.preferences.edit
        self.addCleanup(setattr, edit, "use_global_undo", True)
        edit.use_global_undo = False
        self.assertEqual(bpy.ops.malloc_vr.unit_try(unit_id="move_it"), {"CANCELLED"})
        self.assertIn("Undo is off", self.view().problem)
        self.assertEqual(whole_file(), self.before)

    def test_is_not_begun_while_a_learner_is_at_work(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertFalse(bpy.ops.malloc_vr.unit_try.poll())

    def test_a_unit_whose_start_is_broken_leaves_everything_as_it_was(self) -> None:
        bpy.context.scene["malloc_vr_start_poses"] = '{"Part": 3}'
        self.step("break")
        self.before = whole_file()
        self.assertEqual(bpy.ops.malloc_vr.unit_try(unit_id="move_it"), {"CANCELLED"})
        self.assert_as_before()


if __name__ == "__main__":
    unittest.main()
