"""The learner whose name is shown is the one whose record is written, whatever was done before.

scripts/blender 4.4 blender_tests/run.py test_whose_work.py
"""

import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon


def press(name: str, **options: Any) -> set[str]:
    """Press a button: Blender fills in what it remembers of the operator's last use."""
    return getattr(bpy.ops.malloc_vr, name)("INVOKE_DEFAULT", **options)


def remember(name: str, **values: Any) -> None:
    """Have Blender remember values of an operator, as a dialog that was confirmed leaves them."""
    last = bpy.context.window_manager.operator_properties_last(f"malloc_vr.{name}")
    for key, value in values.items():
        setattr(last, key, value)


class WhoseWorkTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()

    def work_as_ada_and_leave(self) -> None:
        self.assertEqual(
            bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada"), {"FINISHED"}
        )
        remember("unit_start", unit_id="move_it", learner="ada", restart=True)
        self.assertEqual(bpy.ops.malloc_vr.session_end(), {"FINISHED"})

    def test_start_runs_under_the_name_that_was_set_last(self) -> None:
        self.work_as_ada_and_leave()
        bpy.ops.malloc_vr.learner_set(learner="grace")
        self.assertEqual(self.view().learner, "grace")

        self.assertEqual(press("unit_start", unit_id="move_it"), {"FINISHED"})

        self.assertEqual(self.view().learner, "grace")
        self.assertEqual(self.view().session.learner, "grace")
        learners = addon("session").engine().call("list_learners", {})["learners"]
        self.assertEqual({item["learner_id"] for item in learners}, {"ada", "grace"})

    def test_work_is_written_to_the_record_of_the_one_who_is_shown(self) -> None:
        self.work_as_ada_and_leave()
        bpy.ops.malloc_vr.learner_set(learner="grace")
        press("unit_start", unit_id="move_it")
        bpy.data.objects["Part"].location = (0, 0, 0)

        self.assertEqual(press("step_check"), {"FINISHED"})

        call = addon("session").engine().call
        self.assertEqual(self.passed(call("get_learner_progress", {"learner_id": "ada"})), [])
        self.assertEqual(
            self.passed(call("get_learner_progress", {"learner_id": "grace"})), ["move_it"]
        )

    def test_start_is_for_the_unit_whose_button_was_pressed(self) -> None:
        self.add_unit("second", title="Second", objectives="see it")
        self.work_as_ada_and_leave()

        bpy.context.window.scene = bpy.data.scenes[self.view().lesson.unit("second").scene_name]
        self.assertEqual(press("unit_start"), {"FINISHED"})

        self.assertEqual(self.view().session.unit_id, "second")

    def test_start_asks_for_a_name_when_none_is_shown_though_one_was_typed_before(self) -> None:
        remember("unit_start", learner="ada")

        self.assertNotEqual(press("unit_start", unit_id="move_it"), {"FINISHED"})

        self.assertIsNone(self.view().session)

    def test_a_learner_who_is_named_by_a_script_is_shown(self) -> None:
        bpy.ops.malloc_vr.learner_set(learner="grace")

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(self.view().learner, "ada")
        self.assertEqual(self.view().session.learner, "ada")

    def test_no_operator_remembers_a_person_a_name_or_a_text(self) -> None:
        remembered = [
            f"{kind.__name__}.{prop.identifier}"
            for kind in addon("operators").CLASSES
            for prop in kind.bl_rna.properties
            if prop.type in {"STRING", "BOOLEAN"}
            and not prop.is_readonly
            and not prop.identifier.startswith("bl_")
            and not prop.is_skip_save
        ]
        self.assertEqual(remembered, [])

    @staticmethod
    def passed(progress: dict[str, Any]) -> list[str]:
        return list(progress["passed_units"])


if __name__ == "__main__":
    unittest.main()
