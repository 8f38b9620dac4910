"""What a learner is asked about movements, what is kept then, and what an instructor sees of it.

scripts/blender 4.4 blender_tests/run.py test_watching_reviewed.py
"""

import unittest
from typing import Any

import bpy
from blender_tests_support import addon, pump_until
from watching_support import WatchingCase


class WatchedAndReviewedTest(WatchingCase):
    """What the learner is asked, what is kept then, and what an instructor sees of it."""

    def setUp(self) -> None:
        super().setUp()
        addon("runtime").set_learner("ada")

    def known(self) -> Any:
        """The learner's answer as the panels have it, once the record said it."""
        addon("runtime").refresh_if_stale()
        engine = addon("runtime").engine()
        pump_until(lambda: not engine.has_posted)
        return self.view().consent

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

    def reviewed(self) -> Any:
        """Leave the unit, and look at it as the instructor."""
        bpy.ops.malloc_vr.session_end()
        self.deliver()
        self.deliver()
        modes = addon("modes")
        modes.choose(modes.Mode.REVIEW)
        self.known()
        reading = addon("reviewing.reading")

        def is_read() -> bool:
            reading.read_again()
            if self.view().review.learner != "ada":
                reading.choose("ada", "move_it")
            return bool(self.view().review.attention)

        self.deliver_until(is_read)
        self.known()
        return self.view().review

    def test_without_consent_the_figures_are_kept_and_there_is_no_replay(self) -> None:
        self.pan()
        shown = self.reviewed()
        self.assertIsNone(shown.replay)
        self.assertFalse(bpy.ops.malloc_vr.review_play.poll())
        self.assertAlmostEqual(dict(shown.attention)["Seat"], 3.0, places=3)
        self.assertAlmostEqual(shown.work.attention.watched_seconds, 3.0, places=3)

        bpy.context.window_manager.malloc_vr_review_attention = True
        coloured = {obj.name: share for obj, _, share in self.shares()}
        self.assertEqual(coloured["Seat"], 1.0)

    def shares(self) -> Any:
        return addon("reviewing.attention").shares(bpy.context.scene)

    def test_with_consent_each_moment_can_be_gone_back_to(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        self.deliver()
        self.pan()
        shown = self.reviewed()
        self.assertIsNotNone(shown.replay)
        manager = bpy.context.window_manager
        manager.malloc_vr_review_ghosts = True
        places = []
        for moment in (shown.replay.from_seconds, shown.replay.to_seconds):
            manager.malloc_vr_review_moment = moment
            frame = addon("reviewing.replay_ghosts").shown_frame(bpy.context.scene)
            places.append(frame.view.place_m[0])
            self.assertEqual(set(frame.parts), {"Part", "Seat"})
        self.assertAlmostEqual(places[0], 0.0, places=5)
        self.assertAlmostEqual(places[1], 2.0, places=5)

        manager.malloc_vr_review_moment = 1e6
        self.assertEqual(self.view().review.moment_seconds, shown.replay.to_seconds)

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
