"""The example lesson as a learner meets it: what counts, and what is said of half of the work.

scripts/blender 4.4 blender_tests/run.py test_example_lesson.py
"""

import json
import time
import unittest
from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon
from mathutils import Quaternion

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

    def lift_a_bolt(self) -> None:
        """A slip: the guard is to go first."""
        bpy.data.objects["Bolt 1"].location.z += 1
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message="lifted")

    def test_a_slip_that_undo_takes_back_is_said_to_be_forgiven(self) -> None:
        self.lift_a_bolt()

        bpy.ops.ed.undo()

        self.assertIn("does not count against you", self.view().session.message)

    def test_a_slip_that_a_look_had_shown_too_does_not_count_once_it_is_taken_back(self) -> None:
        self.lift_a_bolt()
        bpy.ops.malloc_vr.step_check()

        bpy.ops.ed.undo()

        self.assertIn("does not count against you", self.view().session.message)

    def test_the_guard_alone_is_half_of_the_work_and_no_slip(self) -> None:
        self.put_away("Guard")

        running, shown = self.done()

        self.assertIs(shown[GUARD_FIRST].passed, True)
        self.assertIsNone(shown[BOLTS_DOWN].passed, "nothing about the bolts was tried")
        self.assertIn(f"Not done yet, so not handed in: {BOLTS_DOWN}", running.message)
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

    def test_a_bolt_before_the_guard_is_told_at_the_moment_it_is_moved_and_forgiven_by_undo(
        self,
    ) -> None:
        def shown() -> Any:
            running = addon("runtime").view().session
            return next(item for item in running.checkpoints if item.objective == GUARD_FIRST)

        self.assertEqual((shown().begun, shown().reasons), (False, ()))

        self.put_away("Bolt 1")
        self.assertIn("Undo takes that back", " ".join(shown().reasons))

        bpy.ops.ed.undo()
        self.assertNotIn("Undo takes that back", " ".join(shown().reasons))
        self.assertIsNone(shown().passed)

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


class CheckTest(BlenderCase):
    """The panel says by itself which part is not right; a look says more."""

    def setUp(self) -> None:
        super().setUp()
        bpy.ops.malloc_vr.lesson_add_example()
        for scene in bpy.data.scenes:
            if scene.get("learning_unit_id") == "seat_gasket":
                scene["prerequisites"] = "[]"
        bpy.ops.malloc_vr.unit_start(unit_id="seat_gasket", learner="ada")
        bpy.data.objects["Gasket"].location = (0.05, 0, 1.0)
        bpy.context.view_layer.update()

    def said(self) -> str:
        running = addon("runtime").view().session
        shown = next(item for item in running.checkpoints if "concentric" in item.objective)
        return " ".join((running.message, *shown.reasons))

    def test_without_a_look_what_is_wrong_is_said_and_not_how_to_mend_it(self) -> None:
        said = self.said()

        self.assertIn("The gasket is not centred on its seat.", said)
        self.assertIn("Gasket is 50 mm from Gasket seat; at most 3 mm is allowed.", said)
        self.assertNotIn("pipe axis", said)

    def test_a_second_look_says_all_until_the_work_goes_on(self) -> None:
        bpy.ops.malloc_vr.step_check()
        bpy.ops.malloc_vr.step_check()
        self.assertIn("of the pipe axis", self.said())

        bpy.data.objects["Gasket"].location = (0.04, 0, 1.0)
        bpy.context.view_layer.update()

        self.assertNotIn("pipe axis", self.said())
        self.assertIn("Gasket is 40 mm from Gasket seat", self.said())


if __name__ == "__main__":
    unittest.main()
