"""One mode at a time: what the tab is for when a file is opened, and while a unit runs.

scripts/blender 4.4 blender_tests/run.py test_modes.py
"""

import dataclasses
import unittest
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import BlenderCase, addon


class ModeTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.modes = addon("modes")
        self.add_unit()
        self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")
        self.add_near_trigger()
        self.modes.choose(self.modes.Mode.AUTHOR)

    def shown(self) -> list[str]:
        """The modes whose first panel is drawn."""
        panels = {
            "author": bpy.types.MALLOC_VR_PT_author,
            "learn": bpy.types.MALLOC_VR_PT_learn,
            "review": bpy.types.MALLOC_VR_PT_review,
        }
        return [name for name, panel in panels.items() if panel.poll(bpy.context)]

    def busy(self) -> Any:
        """Have the panels draw that a wish was rejected and that a change of a client waits."""
        view = dataclasses.replace(self.view(), problem="It cannot be.", waiting_changes=1)
        return mock.patch.object(addon("runtime"), "view", lambda: view)

    def test_shows_one_mode_at_a_time(self) -> None:
        self.assertEqual(self.shown(), ["author"])
        self.modes.choose(self.modes.Mode.LEARN)
        self.assertEqual(self.shown(), ["learn"])
        self.modes.choose(self.modes.Mode.REVIEW)
        self.assertEqual(self.shown(), ["review"])

    def test_is_for_learning_while_a_unit_runs_and_then_what_it_was(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertEqual(self.shown(), ["learn"])
        bpy.ops.malloc_vr.session_end()
        self.assertEqual(self.shown(), ["author"])

    def test_a_file_with_a_lesson_opens_for_learning(self) -> None:
        path = str(self.folder / "lesson.blend")
        bpy.ops.wm.save_as_mainfile(filepath=path)
        self.modes.choose(self.modes.Mode.AUTHOR)
        bpy.ops.wm.open_mainfile(filepath=path)
        self.assertEqual(self.shown(), ["learn"])

    def test_a_file_without_a_lesson_leaves_the_mode(self) -> None:
        bpy.ops.wm.read_homefile(use_empty=True)
        self.assertEqual(self.shown(), ["author"])

    def test_is_not_turned_by_undo(self) -> None:
        bpy.ops.ed.undo_push(message="before")
        self.modes.choose(self.modes.Mode.LEARN)
        bpy.ops.ed.undo_push(message="after")
        bpy.ops.ed.undo()
        self.assertEqual(self.shown(), ["learn"])

    def test_what_was_said_in_one_mode_is_gone_in_the_next(self) -> None:
        addon("runtime").show_problem("The name does not match.")
        bpy.context.window_manager.malloc_vr_mode = "AUTHOR"
        self.assertEqual(self.view().problem, "")

    def test_nothing_comes_above_what_a_learner_presses(self) -> None:
        """Blender puts panels without a header above all others, whatever their order."""
        self.modes.choose(self.modes.Mode.LEARN)
        with self.busy():
            for kind in ("notice", "client"):
                below = getattr(bpy.types, f"MALLOC_VR_PT_{kind}")
                above = getattr(bpy.types, f"MALLOC_VR_PT_{kind}_above")
                self.assertTrue(below.poll(bpy.context))
                self.assertFalse(above.poll(bpy.context))
                self.assertNotIn("HIDE_HEADER", getattr(below, "bl_options", set()))
                self.assertGreater(below.bl_order, bpy.types.MALLOC_VR_PT_learn.bl_order)

    def test_the_row_above_a_learners_controls_is_there_before_and_while_a_unit_runs(self) -> None:
        self.modes.choose(self.modes.Mode.LEARN)
        panel = bpy.types.MALLOC_VR_PT_mode

        self.assertTrue(getattr(panel, "poll", lambda _: True)(bpy.context))
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertIsNotNone(self.view().session)
        self.assertTrue(getattr(panel, "poll", lambda _: True)(bpy.context))

    def test_authors_see_what_is_to_be_said_above_their_long_panels(self) -> None:
        with self.busy():
            for kind in ("notice", "client"):
                self.assertFalse(getattr(bpy.types, f"MALLOC_VR_PT_{kind}").poll(bpy.context))
                above = getattr(bpy.types, f"MALLOC_VR_PT_{kind}_above")
                self.assertTrue(above.poll(bpy.context))
                self.assertIn("HIDE_HEADER", above.bl_options)


if __name__ == "__main__":
    unittest.main()
