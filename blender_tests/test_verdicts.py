"""What the panel says of the work is true at that moment, or gone.

scripts/blender 4.4 blender_tests/run.py test_verdicts.py
"""

import json
import unittest
import unittest.mock
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon


class VerdictTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        bpy.ops.malloc_vr.unit_capture_start()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        bpy.ops.ed.undo_push(message="started")

    def put(self, *location: float) -> None:
        """Move the part, as one step for Undo."""
        bpy.data.objects["Part"].location = location
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message="moved")

    def shown(self) -> Any:
        """The one checkpoint as the panel shows it by now."""
        (checkpoint,) = self.view().session.checkpoints
        return checkpoint

    def now(self) -> Any:
        """… as it shows it at this very moment, with no timer's help."""
        (checkpoint,) = addon("runtime").view().session.checkpoints
        return checkpoint

    def at_rest(self) -> None:
        """Let the time pass that a part has to rest in its place, and Blender's timer fire."""
        tracking = addon("live.tracking")
        later = tracking._state.clock() + 1.0
        tracking._state.clock = lambda: later
        addon("live.scene_updates")._sample()

    def test_a_reason_follows_the_object_that_it_names(self) -> None:
        self.put(1, 0, 0)
        bpy.ops.malloc_vr.step_check()
        self.assertIn("1000 mm", self.now().reasons[0])

        self.put(0.5, 0, 0)
        self.assertIn("500 mm", self.now().reasons[0])

        self.put(0, 0, 0)
        self.assertEqual(self.now().reasons, ())

    def test_starting_shows_no_tick_and_no_reason(self) -> None:
        self.at_rest()

        self.assertEqual(
            (self.now().begun, self.now().passed, self.now().reasons), (False, None, ())
        )

    def test_a_tick_comes_by_itself_once_the_part_is_at_rest_in_its_place(self) -> None:
        self.put(0, 0, 0)
        self.assertIsNone(self.now().passed)

        self.at_rest()

        self.assertIs(self.now().passed, True)
        self.assertTrue(self.now().begun)

    def test_a_change_asks_for_a_redraw_before_blender_goes_on(self) -> None:
        redraw = addon("redraw")
        with unittest.mock.patch.object(redraw, "interface") as asked:
            bpy.data.objects["Part"].location = (1, 0, 0)
            self.assertEqual(asked.call_count, 0)
            bpy.context.view_layer.update()
            self.assertEqual(asked.call_count, 1)
            self.add_cube("Bystander", (9, 9, 9))
            self.assertEqual(asked.call_count, 1)

    def test_a_reason_that_is_still_true_stays(self) -> None:
        self.put(1, 0, 0)
        bpy.ops.malloc_vr.step_check()
        said = self.shown().reasons

        self.add_cube("Bystander", (9, 9, 9))

        self.assertEqual(self.shown().reasons, said)

    def test_a_tick_goes_when_the_object_leaves_its_place(self) -> None:
        self.put(0, 0, 0)
        bpy.ops.malloc_vr.step_check()
        self.assertTrue(self.shown().passed)
        self.assertEqual(self.view().session.message, "Passed.")

        self.put(2, 0, 0)

        self.assertIsNone(self.shown().passed)
        self.assertEqual(self.view().session.message, "")

    def test_a_tick_stays_while_it_is_true(self) -> None:
        self.put(0, 0, 0)
        bpy.ops.malloc_vr.step_check()

        self.put(0.001, 0, 0)

        self.assertTrue(self.shown().passed)

    def test_a_tick_goes_when_what_earned_it_is_undone(self) -> None:
        self.put(0, 0, 0)
        bpy.ops.malloc_vr.step_check()

        bpy.ops.ed.undo()

        self.assertEqual(tuple(bpy.data.objects["Part"].location), (5, 0, 0))
        self.assertIsNone(self.shown().passed)

    def test_a_cross_goes_as_soon_as_the_learner_works_on(self) -> None:
        self.put(1, 0, 0)
        bpy.ops.malloc_vr.work_submit()
        self.assertIs(self.shown().passed, False)

        self.put(0.5, 0, 0)

        self.assertIsNone(self.shown().passed)
        self.assertIn("500 mm", self.shown().reasons[0])

    def test_a_part_reads_as_begun_from_the_first_move_and_as_not_begun_once_it_is_undone(
        self,
    ) -> None:
        self.assertFalse(self.shown().begun)

        self.put(1, 0, 0)
        self.assertTrue(self.shown().begun)

        bpy.ops.ed.undo()
        self.assertFalse(self.shown().begun)


class TimeTest(BlenderCase):
    """A goal that is to be reached in a minute."""

    def setUp(self) -> None:
        super().setUp()
        self.add_unit(objectives="")
        self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")
        near = {"distance": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}}
        both = {"all": [near, {"within": {"of": near, "max": 60, "unit": "s"}}]}
        bpy.ops.malloc_vr.trigger_add(kind="JSON", objective="in time", conditions=json.dumps(both))
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

    def wait(self, seconds: float) -> None:
        """Let time pass, with Blender's own timer as the only one that looks."""
        tracking = addon("live.tracking")
        later = tracking._state.clock() + seconds
        tracking._state.clock = lambda: later
        addon("live.scene_updates")._sample()

    def guidance(self) -> Any:
        self.view()
        return addon("learner_view").guidance()

    def test_that_time_is_over_is_said_at_that_moment_with_the_way_out(self) -> None:
        self.wait(59.0)
        self.assertEqual((self.guidance().wrong, self.guidance().way_out), ("", ""))

        self.wait(2.0)

        said = self.guidance()
        self.assertEqual(said.wrong, "The time for this is over; it was 60 s.")
        self.assertEqual(said.way_out, "Begin Again gives you the time anew.")
        over_the_view = addon("learner_view").lines()
        texts = [span.text for line in over_the_view for span in line]
        self.assertIn(f"✗ {said.wrong}", texts)
        self.assertIn(said.way_out, texts)

        bpy.ops.malloc_vr.unit_restart()
        self.assertEqual((self.guidance().wrong, self.guidance().way_out), ("", ""))

    def test_what_is_reached_in_time_stays_reached_when_the_time_is_over(self) -> None:
        bpy.data.objects["Part"].location = (0, 0, 0)
        bpy.context.view_layer.update()
        self.wait(1.0)
        self.wait(61.0)
        self.assertTrue(self.view().session.passed)
        self.assertEqual(self.guidance().way_out, "")

    def test_a_pause_stops_the_time(self) -> None:
        bpy.ops.malloc_vr.unit_pause()
        self.wait(120.0)
        bpy.ops.malloc_vr.unit_resume()
        self.wait(1.0)
        self.assertEqual(self.guidance().wrong, "")


if __name__ == "__main__":
    unittest.main()
