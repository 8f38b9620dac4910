"""Going back to the moments of a session that was watched: view, parts, gaps, and the steps in it.

scripts/blender 4.4 blender_tests/run.py test_watching_replayed.py
"""

import unittest

import bpy
from blender_tests_support import addon
from watching_support import WatchingCase


class ReplayedTest(WatchingCase):
    def setUp(self) -> None:
        super().setUp()
        addon("runtime").set_learner("ada")

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

    def test_a_part_that_was_renamed_since_is_found_by_its_id(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        self.deliver()
        self.pan()
        shown = self.reviewed()
        manager = bpy.context.window_manager
        manager.malloc_vr_review_ghosts = manager.malloc_vr_review_attention = True
        seat = bpy.data.objects["Seat"]
        self.assertTrue(seat["malloc_vr_uuid"])
        self.assertEqual(shown.replay.part_uuids["Seat"], seat["malloc_vr_uuid"])
        self.assertEqual(self.drawn(), {"Part", "Seat"})
        seat.name = "Cushion"
        other = bpy.data.objects.new("Seat", None)  # another one takes its name
        bpy.context.scene.collection.objects.link(other)
        self.assertEqual(self.drawn(), {"Part", "Cushion"})
        self.assertEqual([obj.name for obj, _, _ in self.shares()], ["Cushion"])

    def drawn(self) -> set[str]:
        """Names in the file of the objects whose boxes are drawn at the moment."""
        ghosts, scene = addon("reviewing.replay_ghosts"), bpy.context.scene
        parts = ghosts.shown_parts(scene, ghosts.shown_frame(scene))
        return {obj.name for obj, _ in parts}

    def test_step_and_moment_never_part(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        self.deliver()
        self.pan()
        bpy.data.objects["Part"].location = (0, 0, 0)
        bpy.context.view_layer.update()
        self.look(20)  # at rest for the dwell: passed, when nothing had moved for half a second
        shown = self.reviewed()
        manager = bpy.context.window_manager
        kinds = [step.kind.value for step in shown.steps]
        self.assertEqual(kinds, ["started", "passed", "ended"])
        passed = shown.steps[1].seconds
        self.assertGreater(passed, shown.replay.to_seconds)
        for number, moment in ((1, 0.0), (2, passed), (3, passed)):
            manager.malloc_vr_review_step = number
            self.assertAlmostEqual(manager.malloc_vr_review_moment, moment, places=3)
            self.assertEqual(manager.malloc_vr_review_step, number)
        manager.malloc_vr_review_moment = 1.0
        self.assertEqual(manager.malloc_vr_review_step, 1)
        manager.malloc_vr_review_moment = 1e6
        self.assertEqual(manager.malloc_vr_review_step, 3)

    def test_a_closed_viewport_is_said_in_the_replay(self) -> None:
        self.known()
        bpy.ops.malloc_vr.consent_give()
        self.deliver()
        self.look(5)
        window = bpy.context.window_manager.windows[0]
        here = window.scene
        window.scene = bpy.data.scenes.new("Elsewhere")
        self.look(10)
        window.scene = here
        self.look(5)
        shown = self.reviewed()
        sights = [
            shown.replay.at(shown.replay.from_seconds + after).sight.value
            for after in (0.2, 1.0, 1.6)
        ]
        self.assertEqual(sights, ["view", "no_view", "view"])


if __name__ == "__main__":
    unittest.main()
