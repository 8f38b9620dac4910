"""Watching the view of a running unit: features always, raw traces with consent only.

scripts/blender 4.4 blender_tests/run.py test_viewport_watching.py
"""

import unittest

import bpy
from blender_tests_support import addon, tool
from watching_support import WatchingCase

CONSENT = {"learner_id": "ada", "purpose": "viewport_traces", "text_version": 1}


class ViewportWatchingTest(WatchingCase):
    def test_a_straight_pan_is_one_movement_without_detour(self) -> None:
        self.pan()
        reply = self.observed()

        self.assertEqual(reply.observed.view.movements, 1)
        self.assertAlmostEqual(reply.observed.view.path_efficiency, 1.0, places=4)
        self.assertAlmostEqual(reply.observed.view.watched_seconds, 3.0, places=3)
        self.assertIsNone(reply.observed.view.rotation_efficiency)
        self.assertAlmostEqual(reply.observed.view.dwell_seconds["Seat"], 3.0, places=3)
        self.assertIsNone(reply.manipulation_accuracy)
        self.assertIsNone(reply.tool_usage_efficiency)
        self.assertFalse(reply.event_ids)

    def test_a_pause_is_not_watched(self) -> None:
        self.look(5)
        bpy.ops.malloc_vr.unit_pause()
        self.look(50)
        bpy.ops.malloc_vr.unit_resume()
        self.look(5)

        self.assertLess(self.observed().observed.view.watched_seconds, 1.2)

    def test_without_consent_nothing_of_the_movement_is_kept(self) -> None:
        self.deliver()
        self.pan()
        self.deliver()

        self.assertEqual(self.trace().samples, ())
        self.assertFalse(list((self.folder / "vault").glob("traces*")))

    def test_with_consent_the_movement_comes_back(self) -> None:
        addon("runtime").call(tool("give_consent", **CONSENT))
        self.deliver_until(lambda: addon("live.tracking").running().watching.keeps_trace)
        self.pan()
        bpy.ops.malloc_vr.session_end()
        self.deliver()
        samples = self.trace().samples

        self.assertEqual(len(samples), 21)  # the first, and each that differs
        self.assertEqual({part.name for part in samples[0].moved}, {"Part", "Seat"})
        self.assertAlmostEqual(samples[0].view.place_m[1], -8.0, places=5)
        self.assertAlmostEqual(samples[-1].view.place_m[0], 2.0, places=5)
        self.assertAlmostEqual(samples[-1].seconds - samples[0].seconds, 2.4, places=2)

    def test_taking_consent_back_deletes_it_and_ends_the_keeping(self) -> None:
        addon("runtime").call(tool("give_consent", **CONSENT))
        self.deliver_until(lambda: addon("live.tracking").running().watching.keeps_trace)
        self.look(5)
        for step in range(120):
            self.see_from(0.01 * step)
            self.look()
        self.deliver()
        self.assertTrue(self.trace().samples)

        addon("runtime").call(tool("withdraw_consent", **CONSENT))
        self.deliver_until(lambda: not addon("live.tracking").running().watching.keeps_trace)
        self.pan()
        self.deliver()
        self.assertEqual(self.trace().samples, ())

    def undone(self) -> int:
        return int(addon("live.tracking").running().watching.work().undone)

    def step(self, x: float) -> None:
        """The learner moves the part, as an operator ends."""
        bpy.data.objects["Part"].location.x = x
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message="Move")

    def test_only_an_undo_that_takes_back_work_at_the_parts_is_one_of_the_learner(self) -> None:
        bpy.ops.ed.undo_push(message="Start")
        self.step(3.0)
        bpy.context.scene["malloc_vr_instructions"] = "An author's edit."
        bpy.ops.ed.undo_push(message="Author")
        bpy.ops.ed.undo()
        self.assertEqual(self.undone(), 0)
        bpy.ops.ed.undo()
        self.assertEqual(bpy.data.objects["Part"].location.x, 5.0)
        self.assertEqual(self.undone(), 1)
        bpy.ops.ed.redo()
        self.assertEqual(self.undone(), 1)

    def test_what_the_program_or_a_client_put_there_is_no_work_that_is_taken_back(self) -> None:
        bpy.ops.ed.undo_push(message="Start")
        with addon("live.tracking").own_changes(bpy.context.scene):
            bpy.data.objects["Part"].location.x = 4.0
        bpy.ops.ed.undo_push(message="Client")
        bpy.ops.ed.undo()
        self.assertEqual(bpy.data.objects["Part"].location.x, 5.0)
        self.assertEqual(self.undone(), 0)

    def test_the_viewport_session_counts_what_teaches(self) -> None:
        bpy.data.objects["Part"]["educational_metadata"] = "what it is"
        reply = addon("runtime").call(
            tool("start_vr_simulation_session", session_config={"learning_context": {}})
        )

        self.assertEqual(reply.status, "started")
        self.assertEqual(reply.session_id, self.session_id)
        self.assertTrue(reply.viewport_configured)
        for space, _ in addon("scene.viewport").viewports(bpy.context.scene):
            self.assertEqual((space.shading.type, space.show_gizmo), ("SOLID", True))
        self.assertGreaterEqual(reply.educational_objects_count, 1)
        self.assertEqual(reply.assessment_triggers_count, 1)


if __name__ == "__main__":
    unittest.main()
