"""Adaptation in words with its reason, and a learner who declines it.

scripts/blender 4.4 blender_tests/run.py test_adaptation_declined.py
"""

import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, tool


class DeclineTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.scene = bpy.context.scene
        self.scene["malloc_vr_adaptation_optional"] = True

    def start(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

    def adapt(self, **data: Any) -> None:
        arguments = {"scene_id": "move_it", "learning_progress": {}, "adaptation_data": data}
        addon("runtime").engine().call(tool("update_blender_scene_metadata", **arguments))

    def test_what_is_different_is_said_with_what_had_happened_before(self) -> None:
        self.start()
        bpy.data.objects["Part"].location.x = 1.0
        bpy.context.view_layer.update()
        bpy.ops.malloc_vr.work_submit()
        self.adapt(support_level="high", guidance_level="high")

        view = self.view()
        self.assertIn("The goal is shown in the scene.", view.adaptation.sentences)
        self.assertEqual(
            view.adaptation_reason, "A client asked for this after one try that did not hold."
        )

    def test_a_learner_who_declines_works_as_authored_until_the_unit_ends(self) -> None:
        self.start()
        self.adapt(difficulty_adjustment=2.0, support_level="high")
        self.assertTrue(self.view().may_decline)

        self.assertEqual(bpy.ops.malloc_vr.adaptation_decline(), {"FINISHED"})

        view = self.view()
        self.assertEqual((view.adaptation.sentences, view.adaptation_reason), ((), ""))
        self.assertEqual(view.adaptation.tolerance_factor, 1.0)
        self.assertFalse(bpy.ops.malloc_vr.adaptation_decline.poll())
        with self.assertRaisesRegex(addon("core.errors").Conflict, "declined adaptation"):
            self.adapt(support_level="high")

        bpy.ops.malloc_vr.session_end()
        self.start()
        self.adapt(support_level="high")
        self.assertTrue(self.view().adaptation.sentences)

    def test_where_the_author_does_not_allow_it_there_is_no_button(self) -> None:
        del self.scene["malloc_vr_adaptation_optional"]
        self.start()
        self.adapt(support_level="high")

        self.assertFalse(self.view().may_decline)
        self.assertFalse(bpy.ops.malloc_vr.adaptation_decline.poll())


if __name__ == "__main__":
    unittest.main()
