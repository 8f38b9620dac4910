"""Watching the view of a running unit: features always, raw traces with consent only.

scripts/blender 4.4 blender_tests/run.py test_viewport_watching.py
"""

from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, pump_until, tool

CONSENT = {"learner_id": "ada", "purpose": "viewport_traces", "text_version": 1}


class ViewportWatchingTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.camera = bpy.data.objects.new("Eye", bpy.data.cameras.new("Eye"))
        bpy.context.scene.collection.objects.link(self.camera)
        bpy.context.scene.camera = self.camera
        self.see_from(0.0)
        self.now = 100.0
        addon("live.tracking")._state.clock = lambda: self.now
        done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertEqual(done, {"FINISHED"})
        self.session_id = self.view().session.session_id

    def see_from(self, x: float) -> None:
        """Look along Y at the middle between part and seat."""
        self.camera.location = (x, -8.0, 0.0)
        self.camera.rotation_euler = (1.5707963, 0.0, 0.0)
        bpy.context.view_layer.update()

    def look(self, count: int = 1) -> None:
        """As the timer does, ten times a second."""
        for _ in range(count):
            self.now += 0.1
            addon("live.scene_updates")._sample()

    def pan(self) -> None:
        """Rest, go 2 m to the right in 20 looks, rest."""
        self.look(5)
        for step in range(1, 21):
            self.see_from(0.1 * step)
            self.look()
        self.look(6)

    def observed(self) -> Any:
        return addon("runtime").call(tool("track_learner_interaction", interaction_data={}))

    def deliver(self) -> None:
        """As the pump does, until the record has answered."""
        engine = addon("runtime").engine()
        addon("runtime").deliver_tries()
        pump_until(lambda: not engine.has_posted)

    def trace(self) -> Any:
        traces: list[Any] = []
        addon("runtime").engine().read_trace(self.session_id, traces.append, traces.append)
        pump_until(lambda: bool(traces))
        return traces[0]

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
        self.deliver()
        self.assertTrue(addon("live.tracking").running().watching.keeps_trace)
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
        self.deliver()
        self.look(5)
        for step in range(120):
            self.see_from(0.01 * step)
            self.look()
        self.deliver()
        self.assertTrue(self.trace().samples)

        addon("runtime").call(tool("withdraw_consent", **CONSENT))
        self.pan()
        self.deliver()
        self.assertEqual(self.trace().samples, ())

    def test_the_viewport_session_counts_what_teaches(self) -> None:
        bpy.data.objects["Part"]["educational_metadata"] = "what it is"
        reply = addon("runtime").call(tool("start_vr_simulation_session", session_config={}))

        self.assertEqual(reply.status, "started")
        self.assertEqual(reply.session_id, self.session_id)
        self.assertFalse(reply.viewport_configured)  # there is no window here
        self.assertGreaterEqual(reply.educational_objects_count, 1)
        self.assertEqual(reply.assessment_triggers_count, 1)
