"""Authoring by hand.

scripts/blender 4.4 blender_tests/run.py test_operators_author.py
"""

import json
import unittest
from pathlib import Path

import bpy
from blender_tests_support import BlenderCase, addon

AUTHORING = (
    "unit_add",
    "unit_move",
    "unit_remove",
    "unit_need",
    "unit_capture_start",
    "trigger_add",
    "goal_move",
    "goal_remove",
    "condition_add",
    "condition_change",
    "condition_member",
)


class UnitTest(BlenderCase):
    def test_an_empty_scene_becomes_the_first_unit(self) -> None:
        self.add_unit(objectives="see it; do it", duration_minutes=5)

        scene = bpy.context.scene
        self.assertEqual(scene["learning_unit_id"], "move_it")
        self.assertEqual(json.loads(scene["learning_objectives"]), ["see it", "do it"])
        self.assertEqual(scene["estimated_duration"], "5_minutes")
        self.assertEqual(len(bpy.data.scenes), 1)

    def test_a_checkpoint_counts_from_when_it_was_made(self) -> None:
        self.add_unit()
        self.add_cube("Part")
        self.add_cube("Seat")
        self.assertEqual(self.view().lesson.units[0].checkpoints, 0)

        self.add_near_trigger()

        self.assertEqual(self.view().lesson.units[0].checkpoints, 1)

    def test_nothing_is_authored_by_hand_while_somebody_works_in_a_unit(self) -> None:
        self.make_lesson()
        authoring = [getattr(bpy.ops.malloc_vr, name) for name in AUTHORING]
        self.assertEqual([one.poll() for one in authoring], [True] * len(AUTHORING))

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual([one.poll() for one in authoring], [False] * len(AUTHORING))

    def test_a_further_unit_gets_a_scene_of_its_own_and_stands_after_its_prerequisite(self) -> None:
        self.add_unit()
        self.add_unit("next_unit", prerequisites="move_it")

        units = self.view().lesson.units
        self.assertEqual([unit.unit_id for unit in units], ["move_it", "next_unit"])
        self.assertEqual(units[1].state.value, "locked")
        self.assertEqual(len(bpy.data.scenes), 2)

    def test_a_slip_is_a_warning_with_the_remedy_and_changes_nothing(self) -> None:
        self.add_unit()

        done = bpy.ops.malloc_vr.unit_add(unit_id="move_it", objectives="again")

        self.assertEqual(done, {"CANCELLED"})
        self.assertIn("move_it", self.view().problem)
        self.assertTrue(self.view().remedy)
        self.assertEqual(len(bpy.data.scenes), 1)

    def test_an_unknown_prerequisite_is_rejected_by_name(self) -> None:
        done = bpy.ops.malloc_vr.unit_add(
            unit_id="late", objectives="see it", prerequisites="nowhere"
        )

        self.assertEqual(done, {"CANCELLED"})
        self.assertIn("nowhere", self.view().problem)

    def test_the_next_success_clears_the_notice(self) -> None:
        bpy.ops.malloc_vr.unit_add(unit_id="late", prerequisites="nowhere")
        self.assertTrue(self.view().problem)

        self.add_unit()

        self.assertEqual(self.view().problem, "")

    def test_capture_keeps_where_things_are_as_the_start_of_the_unit(self) -> None:
        self.make_lesson()
        part = bpy.data.objects["Part"]
        part.location = (2, 3, 4)
        self.assertEqual(bpy.ops.malloc_vr.unit_capture_start(), {"FINISHED"})
        part.location = (9, 9, 9)

        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(tuple(bpy.data.objects["Part"].location), (2, 3, 4))
        self.assertEqual(self.view().lesson.units[0].checkpoints, 1)

    def test_capture_is_grey_in_a_scene_without_a_unit(self) -> None:
        self.assertFalse(bpy.ops.malloc_vr.unit_capture_start.poll())


class SaveTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()

    def test_goes_to_the_files_own_path(self) -> None:
        path = self.folder / "flange.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(path))
        self.add_unit("second")

        self.assertEqual(bpy.ops.malloc_vr.lesson_save("INVOKE_DEFAULT"), {"FINISHED"})

        bpy.ops.wm.open_mainfile(filepath=str(path))
        self.assertEqual(len(self.view().lesson.units), 2)

    def test_of_a_file_never_saved_tells_a_script_what_to_do(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.lesson_save(), {"CANCELLED"})

        self.assertIn("Save As", self.view().remedy)
        self.assertEqual(list(Path(self.folder).rglob("*.blend")), [])

    def test_of_a_file_among_the_addons_own_is_rejected_with_the_way_out(self) -> None:
        scratch = addon("lifetime.data_folder").scratch_folder() / "lessons"
        for folder in (scratch, self.folder / "vault"):
            with self.subTest(folder):
                folder.mkdir(parents=True, exist_ok=True)
                path = folder / "flange.blend"
                self.addCleanup(path.unlink, missing_ok=True)
                bpy.ops.wm.save_as_mainfile(filepath=str(path))
                self.assertIn("may delete", self.view().problem)  # said by Blender's own Save, too

                self.assertEqual(bpy.ops.malloc_vr.lesson_save(), {"CANCELLED"})

                self.assertIn("elsewhere", self.view().remedy)


if __name__ == "__main__":
    unittest.main()
