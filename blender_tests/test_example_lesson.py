"""The example lesson as a learner meets it: what counts, and what is said of half of the work.

scripts/blender 4.4 blender_tests/run.py test_example_lesson.py
"""

import json
import math
import time
import unittest
from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon
from mathutils import Quaternion, Vector

AT_REST_SECONDS = 0.1
LESSON = Path(__file__).parents[1] / "lessons" / "bolted_flange" / "lesson.json"
GUARD_FIRST, BOLTS_DOWN = (
    "Remove the guard before any bolt is touched",
    "Lay the eight bolts down in the bolt tray",
)


class RemoveTheGuardTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.assertEqual(bpy.ops.malloc_vr.lesson_add_example(), {"FINISHED"})
        for scene in bpy.data.scenes:
            if scene.get("learning_unit_id") == "remove_guard":
                scene["prerequisites"] = "[]"
        units = json.loads(LESSON.read_text("utf-8"))["units"]
        self.goals = next(u for u in units if u["unit_id"] == "remove_guard")["goal_poses"]
        bpy.ops.malloc_vr.unit_start(unit_id="remove_guard", learner="ada")
        bpy.ops.ed.undo_push(message="started")

    def put_away(self, name: str) -> None:
        """Move a part to where it belongs, as one step for Undo, and let it rest."""
        part, goal = bpy.data.objects[name], self.goals[name]
        part.location = goal["location"]
        part.rotation_mode = "QUATERNION"
        part.rotation_quaternion = Quaternion(goal["rotation"])
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message=f"put {name} away")
        time.sleep(AT_REST_SECONDS)

    def done(self) -> Any:
        """Hand in; returns what the panel shows, with its checkpoints by objective."""
        bpy.ops.malloc_vr.work_submit()
        running = self.view().session
        return running, {item.objective: item for item in running.checkpoints}

    def test_the_guard_alone_is_half_of_the_work_and_no_slip(self) -> None:
        self.put_away("Guard")

        running, shown = self.done()

        self.assertIs(shown[GUARD_FIRST].passed, True)
        self.assertIsNone(shown[BOLTS_DOWN].passed, "nothing about the bolts was tried")
        self.assertIn(f"Not begun, so not handed in: {BOLTS_DOWN}", running.message)
        said = [reason for item in shown.values() for reason in item.reasons]
        self.assertEqual(said, [])

    def test_some_bolts_in_the_tray_say_how_many(self) -> None:
        for name in ("Guard", "Bolt 1", "Bolt 2", "Bolt 3"):
            self.put_away(name)

        bpy.ops.malloc_vr.step_check()

        shown = {item.objective: item for item in self.view().session.checkpoints}
        self.assertIs(shown[GUARD_FIRST].passed, True)
        self.assertIsNone(shown[BOLTS_DOWN].passed)
        self.assertEqual(shown[BOLTS_DOWN].reasons[1], "3 of 8 so far.")

    def test_all_in_order_passes(self) -> None:
        for name in ("Guard", *(f"Bolt {number}" for number in range(1, 9))):
            self.put_away(name)

        running, _ = self.done()

        self.assertTrue(running.passed)

    def test_a_bolt_before_the_guard_is_told_with_its_way_back(self) -> None:
        self.put_away("Bolt 1")

        bpy.ops.malloc_vr.step_check()

        shown = {item.objective: item for item in self.view().session.checkpoints}
        self.assertIsNone(shown[GUARD_FIRST].passed)
        self.assertIn("Undo takes that back", shown[GUARD_FIRST].reasons[0])

    def test_a_bolt_taken_back_before_anything_else_costs_nothing(self) -> None:
        self.put_away("Bolt 1")
        bpy.ops.ed.undo()
        for name in ("Guard", *(f"Bolt {number}" for number in range(1, 9))):
            self.put_away(name)

        running, _ = self.done()

        self.assertTrue(running.passed)

    def test_a_bolt_before_the_guard_that_is_left_so_fails_the_order(self) -> None:
        for name in ("Bolt 1", "Guard"):
            self.put_away(name)

        _, shown = self.done()

        self.assertIs(shown[GUARD_FIRST].passed, False)
        self.assertEqual(
            shown[GUARD_FIRST].reasons,
            (
                "A bolt was moved while the guard was not yet in its tray. "
                "Undo takes that back (Ctrl Z).",
            ),
        )


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
        """What a client is told of a checkpoint, also of one that was not begun."""
        arguments = {
            "checkpoint_id": checkpoint.checkpoint_id,
            "assessment_type": checkpoint.assessment_type,
            "performance_data": {},
        }
        judged = addon("session").engine().call("evaluate_assessment", arguments)
        self.assertFalse(judged["passed"])
        said: list[str] = judged["unmet"]
        return said


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


class CheckTest(BlenderCase):
    """A look says which part is not right; a second one at the same scene says more."""

    def setUp(self) -> None:
        super().setUp()
        bpy.ops.malloc_vr.lesson_add_example()
        for scene in bpy.data.scenes:
            if scene.get("learning_unit_id") == "seat_gasket":
                scene["prerequisites"] = "[]"
        bpy.ops.malloc_vr.unit_start(unit_id="seat_gasket", learner="ada")
        bpy.data.objects["Gasket"].location = (0.05, 0, 1.0)
        bpy.context.view_layer.update()

    def check(self) -> str:
        bpy.ops.malloc_vr.step_check()
        running = self.view().session
        shown = next(item for item in running.checkpoints if "concentric" in item.objective)
        return " ".join((running.message, *shown.reasons))

    def test_the_first_look_says_what_is_wrong_and_how_to_read_more(self) -> None:
        said = self.check()

        self.assertIn("Check again", said)
        self.assertIn("The gasket is not centred on its seat.", said)
        self.assertNotIn("3 mm", said)

    def test_the_second_look_at_the_same_says_all(self) -> None:
        self.check()

        said = self.check()

        self.assertIn("within 3 mm of the pipe axis", said)
        self.assertNotIn("Check again", said)


if __name__ == "__main__":
    unittest.main()
