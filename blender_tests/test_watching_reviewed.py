"""What a learner is asked about movements, what is kept then, and what an instructor sees of it.

scripts/blender 4.4 blender_tests/run.py test_watching_reviewed.py
"""

import unittest

import bpy
from blender_tests_support import addon, call_from_outside, tool
from watching_support import WatchingCase

CONSENT = {"learner_id": "ada", "purpose": "viewport_traces", "text_version": 1}


class WatchedAndReviewedTest(WatchingCase):
    """What the learner is asked, what is kept then, and what an instructor sees of it."""

    def setUp(self) -> None:
        super().setUp()
        addon("runtime").set_learner("ada")

    def recording(self) -> str:
        self.deliver()
        return str(self.view().recording.value)

    def test_nobody_has_answered_before_being_asked(self) -> None:
        answer = self.known()
        self.assertEqual((answer.learner, answer.answered, answer.given), ("ada", False, False))
        self.assertEqual(self.recording(), "off")

    def test_a_yes_marks_the_recording_and_a_pause_keeps_nothing(self) -> None:
        self.known()
        self.assertEqual(bpy.ops.malloc_vr.consent_give(), {"FINISHED"})
        self.assertTrue(self.known().given)
        self.assertEqual(self.recording(), "on")
        self.assertIn("● Recording", self.first_line())

        bpy.ops.malloc_vr.recording_pause()
        self.assertEqual(self.recording(), "paused")
        self.assertIn("Recording paused", self.first_line())
        self.pan()
        self.assertEqual(addon("live.tracking").running().watching.features().samples, 0)

        bpy.ops.malloc_vr.recording_pause()
        self.pan()
        self.assertGreater(addon("live.tracking").running().watching.features().samples, 20)

    def first_line(self) -> str:
        return " ".join(span.text for span in addon("learner_view").lines()[0])

    def test_a_no_is_an_answer_and_there_is_nothing_to_pause(self) -> None:
        self.known()
        self.assertEqual(bpy.ops.malloc_vr.consent_decline(), {"FINISHED"})
        answer = self.known()
        self.assertEqual((answer.answered, answer.given), (True, False))
        self.assertFalse(bpy.ops.malloc_vr.recording_pause.poll())

    def test_somebody_elses_answer_is_their_own(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        bpy.ops.malloc_vr.session_end()
        addon("runtime").set_learner("bob")
        self.assertFalse(self.known().answered)

    def test_without_consent_the_figures_are_kept_and_there_is_no_replay(self) -> None:
        self.pan()
        shown = self.reviewed()
        self.assertIsNone(shown.replay)
        self.assertFalse(bpy.ops.malloc_vr.review_play.poll())
        self.assertAlmostEqual(self.seconds_of(shown, "Seat"), 3.0, places=3)
        self.assertAlmostEqual(shown.work.attention.watched_seconds, 3.0, places=3)

        bpy.context.window_manager.malloc_vr_review_attention = True
        coloured = {obj.name: share for obj, _, share in self.shares()}
        self.assertEqual(coloured["Seat"], 1.0)

    def test_what_ends_with_blender_is_kept_all_the_same(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        self.deliver_until(lambda: addon("live.tracking").running().watching.keeps_trace)
        self.pan()
        addon("runtime").leave_unit()
        self.use_record(self.folder / "vault")  # as the next Blender opens it
        shown = self.reviewed()
        self.assertAlmostEqual(self.seconds_of(shown, "Seat"), 3.0, places=3)
        self.assertIsNotNone(shown.replay)

    def test_a_client_that_begins_for_somebody_gets_no_trace_of_who_sits_here(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        bpy.ops.malloc_vr.session_end()
        with self.serving():
            call_from_outside(("start_session", {"learner_id": "ada", "unit_id": "move_it"}))
        self.deliver()
        self.deliver()
        watching = addon("live.tracking").running().watching
        self.assertTrue(self.known().given)
        self.assertEqual((watching.keeps_trace, watching.is_recorded), (False, True))

    def test_a_client_that_takes_the_consent_back_is_seen_in_the_panel(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        self.deliver()
        self.assertTrue(self.known().given)
        addon("runtime").call(tool("withdraw_consent", **CONSENT))
        self.deliver_until(lambda: not self.known().given)

    def test_whoever_pauses_and_begins_again_stays_paused(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        self.deliver()
        self.deliver()
        bpy.ops.malloc_vr.recording_pause()
        bpy.ops.malloc_vr.unit_restart()
        self.deliver()
        self.assertTrue(addon("live.tracking").running().watching.is_paused)

    def test_whoever_pauses_stays_paused_though_another_one_paused_and_goes_on(self) -> None:
        traces = addon("live.trace_delivery")
        traces.pause(is_paused=True)
        bpy.ops.malloc_vr.session_end()
        for learner, is_paused in (("grace", True), ("grace", False)):
            bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner=learner)
            traces.pause(is_paused=is_paused)
            self.deliver()
            self.assertIs(addon("live.tracking").running().watching.is_paused, is_paused)
            bpy.ops.malloc_vr.session_end()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.deliver()
        self.assertTrue(addon("live.tracking").running().watching.is_paused)

    def test_what_nobody_sees_counts_for_nothing(self) -> None:
        self.look(5)
        window = bpy.context.window_manager.windows[0]
        before = window.scene
        window.scene = bpy.data.scenes.new("Elsewhere")
        self.addCleanup(setattr, window, "scene", before)
        self.look(50)
        self.assertLess(self.observed().observed.view.watched_seconds, 1.0)

    def test_what_is_added_was_not_selected(self) -> None:
        self.look(2)
        self.add_cube("Another")
        bpy.context.view_layer.objects.active = bpy.data.objects["Another"]
        self.look(2)
        bpy.context.view_layer.objects.active = bpy.data.objects["Seat"]
        self.look(2)
        work = addon("live.tracking").running().watching.work()
        self.assertEqual((work.selected_right, work.selected_wrong), (1, 0))

    def test_a_try_of_the_author_leaves_no_figures(self) -> None:
        bpy.ops.malloc_vr.session_end()
        self.deliver()
        before = addon("runtime").engine().status().record.events
        self.assertEqual(bpy.ops.malloc_vr.unit_try(unit_id="move_it"), {"FINISHED"})
        self.pan()
        bpy.ops.malloc_vr.try_stop()
        self.deliver()
        self.assertEqual(addon("runtime").engine().status().record.events, before)


if __name__ == "__main__":
    unittest.main()
