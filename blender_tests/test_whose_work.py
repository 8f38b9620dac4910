"""The learner whose name is shown is the one whose record is written.

Without a window Blender fills in nothing that it remembers; what a button does after a name was
typed is tested in a window, in gui/whose_work.py.

scripts/blender 4.4 blender_tests/run.py test_whose_work.py
"""

import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, tool


class WhoseWorkTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()

    def test_a_learner_who_is_named_by_a_script_is_shown(self) -> None:
        bpy.ops.malloc_vr.learner_set(learner="grace")

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(self.view().learner, "ada")
        self.assertEqual(self.view().session.learner, "ada")

    def test_a_script_that_names_nobody_starts_for_the_one_who_is_shown(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        bpy.ops.malloc_vr.session_end()
        bpy.ops.malloc_vr.learner_set(learner="grace")

        bpy.ops.malloc_vr.unit_start(unit_id="move_it")

        self.assertEqual(self.view().session.learner, "grace")

    def test_work_of_another_that_undo_brings_back_is_not_handed_in_as_ones_own(self) -> None:
        session_of_grace = self.after_ada_grace_starts()

        bpy.ops.ed.undo()

        self.assertEqual(tuple(bpy.data.objects["Part"].location), (0, 0, 0), "it is ada's work")
        with self.assertRaisesRegex(Exception, "Undo went back behind its start"):
            arguments = {"session_id": session_of_grace, "submit": True}
            addon("runtime").engine().call(tool("evaluate_unit", **arguments))
        self.view()
        self.assertFalse(bpy.ops.malloc_vr.step_check.poll())
        self.assertEqual(self.done_by("ada"), ["move_it"])
        self.assertEqual(self.done_by("grace"), [])

    def test_the_panel_says_why_a_unit_was_left_whose_start_was_undone(self) -> None:
        self.after_ada_grace_starts()

        bpy.ops.ed.undo()

        view = self.view()
        self.assertIsNone(view.session)
        self.assertEqual(view.learner, "grace")
        self.assertIn("Undo went back behind its start", view.problem)
        self.assertIn("Start it again", view.remedy)

    def test_undo_of_ones_own_work_leaves_the_unit_running(self) -> None:
        self.after_ada_grace_starts()
        bpy.data.objects["Part"].location = (2, 0, 0)
        bpy.ops.ed.undo_push(message="grace moved")

        bpy.ops.ed.undo()

        self.assertEqual(self.view().session.learner, "grace")

    def test_a_lesson_saved_while_a_unit_runs_carries_no_mark_of_it(self) -> None:
        self.after_ada_grace_starts()
        path = self.folder / "lesson.blend"

        bpy.ops.wm.save_as_mainfile(filepath=str(path))

        bpy.ops.ed.undo_push(message="saved")
        self.assertEqual(self.view().session.learner, "grace", "the unit runs on")
        bpy.ops.wm.open_mainfile(filepath=str(path))
        self.assertEqual([s.name for s in bpy.data.scenes if "malloc_vr_run" in s], [])

    def test_an_empty_name_sets_nobody_and_is_told(self) -> None:
        bpy.ops.malloc_vr.learner_set(learner="ada")

        self.assertEqual(bpy.ops.malloc_vr.learner_set(learner="  "), {"CANCELLED"})

        self.assertEqual(self.view().learner, "ada")
        self.assertIn("Type a name", self.view().remedy)

    def after_ada_grace_starts(self) -> str:
        """Ada finished the unit, and now grace has started it; returns grace's session."""
        bpy.ops.malloc_vr.unit_capture_start()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        bpy.ops.ed.undo_push(message="ada started")
        bpy.data.objects["Part"].location = (0, 0, 0)
        bpy.ops.ed.undo_push(message="ada moved")
        bpy.ops.malloc_vr.work_submit()
        bpy.ops.malloc_vr.session_end()
        bpy.ops.malloc_vr.learner_set(learner="grace")
        bpy.ops.malloc_vr.unit_start(unit_id="move_it")
        bpy.ops.ed.undo_push(message="grace started")
        self.assertEqual(tuple(bpy.data.objects["Part"].location), (5, 0, 0))
        return str(self.view().session.session_id)

    def done_by(self, learner: str) -> list[str]:
        """The units that a learner has passed, as the record has it."""
        self.view()  # what it waits for is in the record now
        arguments = {"learner_id": learner}
        progress = addon("runtime").engine().call(tool("get_learner_progress", **arguments))
        return list(progress.passed_units)

    def test_no_operator_remembers_a_person_a_name_or_a_text(self) -> None:
        written = [prop for name in dir(bpy.ops.malloc_vr) for prop in self.properties(name)]
        remembered = [label for label, prop in written if not prop.is_skip_save]

        self.assertIn("unit_start.learner", dict(written))
        self.assertEqual(remembered, [])

    @staticmethod
    def properties(name: str) -> list[tuple[str, Any]]:
        """What can carry a person, a name or a text, as `operator.property`."""
        kind = getattr(bpy.ops.malloc_vr, name).get_rna_type()
        return [
            (f"{name}.{prop.identifier}", prop)
            for prop in kind.properties
            if prop.type in {"STRING", "BOOLEAN"} and not prop.is_readonly
        ]


if __name__ == "__main__":
    unittest.main()
