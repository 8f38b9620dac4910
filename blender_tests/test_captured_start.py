"""A captured start: learners begin with the objects as their author had them.

scripts/blender 4.4 blender_tests/run.py test_captured_start.py
"""

import json
import unittest

import bpy
from scene_support import SceneCase
from start_support import BeginAgainCase, corners, delete


class CapturedStartTest(BeginAgainCase):
    """What an author captured is what learners start from, in every respect."""

    def capture(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.unit_capture_start(), {"FINISHED"})

    def test_hidden_by_the_eye_is_captured_and_started_as_hidden_by_the_eye(self) -> None:
        self.part.hide_set(True)
        self.capture()
        self.part.hide_set(False)

        self.start()

        seen = (self.part.hide_get(), self.part.hide_viewport, self.part.hide_render)
        self.assertEqual(seen, (True, False, False))

    def test_every_switch_is_captured_and_started_as_it_was(self) -> None:
        for eye, viewport, render in (
            (False, True, False),
            (False, False, True),
            (True, False, True),
            (True, True, True),
            (False, False, False),
        ):
            with self.subTest(eye=eye, viewport=viewport, render=render):
                self.part.hide_set(eye)
                self.part.hide_viewport, self.part.hide_render = viewport, render
                self.capture()
                self.part.hide_viewport = self.part.hide_render = False
                self.part.hide_set(not eye)

                self.start()

                seen = (self.part.hide_get(), self.part.hide_viewport, self.part.hide_render)
                self.assertEqual(seen, (eye, viewport, render))
                bpy.ops.malloc_vr.session_end()

    def test_scale_and_collection_are_captured(self) -> None:
        box = bpy.data.collections.new("Box")
        bpy.context.scene.collection.children.link(box)
        box.objects.link(self.part)
        bpy.context.scene.collection.objects.unlink(self.part)
        self.part.scale = (2, 3, 4)
        self.capture()
        self.part.scale = (1, 1, 1)
        bpy.context.scene.collection.objects.link(self.part)
        box.objects.unlink(self.part)

        self.start()

        self.assertEqual(tuple(self.part.scale), (2, 3, 4))
        self.assertEqual(list(self.part.users_collection), [box])

    def test_the_next_learner_finds_what_the_one_before_edited_as_it_was(self) -> None:
        before = corners("Part")
        self.capture()
        self.start("ada")
        self.part.data.vertices[0].co.x = 9
        delete("Seat")
        bpy.ops.malloc_vr.session_end()

        self.start("grace")

        self.assertEqual(corners("Part"), before)
        self.assertIn("Seat", bpy.context.scene.objects)

    def test_a_file_of_an_earlier_release_starts_as_before(self) -> None:
        self.capture()
        scene = bpy.context.scene
        scene.pop("malloc_vr_start_states", None)
        poses = json.loads(scene["malloc_vr_start_poses"])
        poses["Seat"]["hidden"] = True
        scene["malloc_vr_start_poses"] = json.dumps(poses)
        self.part.location = (1, 1, 1)

        self.start()

        self.assertEqual(tuple(self.part.location), (5, 0, 0))
        self.assertTrue(bpy.data.objects["Seat"].hide_viewport)


class CapturedVisibility(SceneCase):
    def test_what_is_hidden_in_either_way_starts_hidden_and_what_is_shown_shown(self) -> None:
        self.add_unit()
        shown, eye, screen = (self.add_box(name) for name in ("Shown", "Eye", "Screen"))
        eye.hide_set(True)
        screen.hide_viewport = True
        bpy.ops.malloc_vr.unit_capture_start()
        eye.hide_set(False)
        screen.hide_viewport = False
        shown.hide_viewport = True

        self.start()

        self.assertEqual(
            [item.visible_get() for item in (shown, eye, screen)], [True, False, False]
        )


if __name__ == "__main__":
    unittest.main()
