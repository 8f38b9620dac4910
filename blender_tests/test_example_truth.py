"""The example lesson says what is true: of a scene that nobody touched, and of what can be read.

scripts/blender 4.4 blender_tests/run.py test_example_truth.py
"""

import math
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, tool
from mathutils import Vector


class ExampleCase(BlenderCase):
    """Any unit of the example, without those before it."""

    def setUp(self) -> None:
        super().setUp()
        self.assertEqual(bpy.ops.malloc_vr.lesson_add_example(), {"FINISHED"})
        for scene in bpy.data.scenes:
            if scene.get("learning_unit_id"):
                scene["prerequisites"] = "[]"

    def start(self, unit_id: str) -> None:
        done = bpy.ops.malloc_vr.unit_start(unit_id=unit_id, learner="ada")
        self.assertEqual(done, {"FINISHED"}, self.view().problem)

    def unmet(self, checkpoint: Any) -> list[str]:
        """What a client reads of a checkpoint, also of one that was not begun."""
        arguments = {
            "checkpoint_id": checkpoint.checkpoint_id,
            "assessment_type": checkpoint.assessment_type,
            "performance_data": {},
        }
        judged = addon("runtime").engine().call(tool("evaluate_assessment", **arguments))
        self.assertFalse(judged.passed)
        return list(judged.unmet)


class UntouchedTest(ExampleCase):
    """Where nothing was done, nothing is ticked and nothing is said to have been done."""

    def test_nothing_is_ticked_and_no_deed_is_claimed(self) -> None:
        for unit_id in ("find_serial_plate", "remove_guard", "seat_gasket", "tighten_star"):
            with self.subTest(unit_id):
                self.start(unit_id)
                self.assertEqual(len(self.view().session.checkpoints), 2)

                bpy.ops.malloc_vr.step_check()

                for item in self.view().session.checkpoints:
                    self.assertIsNone(item.passed, item.objective)
                    said = " ".join((*item.reasons, *self.unmet(item)))
                    self.assertNotRegex(said, r"\b(was|were|has been|have been) \w+ed\b|touched")
                bpy.ops.malloc_vr.session_end()


class SerialPlateTest(ExampleCase):
    """The plate that a person can read counts as read; else the sentence says what is missing."""

    def setUp(self) -> None:
        super().setUp()
        self.start("find_serial_plate")
        self.plate = bpy.data.objects["Serial plate"].matrix_world

    def look(self, distance_m: float, aside_deg: float, lens_mm: float = 50.0) -> None:
        """Look at the plate from so far, so far to the side of straight on."""
        areas = bpy.context.window_manager.windows[0].screen.areas
        space = next(area.spaces.active for area in areas if area.type == "VIEW_3D")
        aside = math.radians(aside_deg)
        to_eye = self.plate.to_3x3() @ Vector((math.sin(aside), 0.0, math.cos(aside)))
        space.lens = lens_mm
        space.region_3d.view_perspective = "PERSP"
        space.region_3d.view_location = self.plate.translation
        space.region_3d.view_rotation = (-to_eye).to_track_quat("-Z", "Z")
        space.region_3d.view_distance = distance_m

    def said(self) -> tuple[Any, str]:
        bpy.ops.malloc_vr.step_check()
        shown = self.view().session.checkpoints
        seen = next(item for item in shown if item.objective.startswith("Move around"))
        return seen.passed, " ".join(seen.reasons)

    def test_it_can_be_read_straight_on_from_the_side_and_through_a_long_lens(self) -> None:
        for view in ((0.3, 0.0), (0.5, 45.0), (0.4, 58.0), (0.9, -50.0), (2.5, 20.0, 120.0)):
            with self.subTest(view):
                self.look(*view)
                self.assertEqual(self.said(), (True, ""))
                bpy.ops.malloc_vr.unit_restart()

    def test_from_the_side_the_angle_is_said_with_what_is_needed(self) -> None:
        self.look(0.5, 72.0)

        passed, said = self.said()

        self.assertIsNone(passed)
        self.assertRegex(said, r"turned 7[12](\.\d)?° away from the eye; at most 60°")
        self.assertNotIn("not readable", said)

    def test_from_afar_the_distance_is_said_with_what_is_needed(self) -> None:
        self.look(4.0, 0.0)

        passed, said = self.said()

        self.assertIsNone(passed)
        self.assertRegex(said, r"4(\.0)? m away from the eye.*3 m")

    def test_too_small_to_read_is_said_as_that(self) -> None:
        self.look(2.5, 0.0)

        passed, said = self.said()

        self.assertIsNone(passed)
        self.assertRegex(said, r"fills .*%.*of the view's height.*3 %")


if __name__ == "__main__":
    unittest.main()
