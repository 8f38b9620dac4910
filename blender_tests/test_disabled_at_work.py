"""The add-on is disabled while a unit runs: nothing of it stays, and nothing of the work is lost.

scripts/blender 4.4 blender_tests/run.py test_disabled_at_work.py
"""

import unittest

import addon_utils
import bpy
from blender_tests_support import PACKAGE, BlenderCase, addon, preferences


class DisabledAtWorkTest(BlenderCase):
    def enable(self) -> None:
        addon_utils.enable(PACKAGE, default_set=True)
        preferences().folder = str(self.folder / "vault")

    def disable(self) -> None:
        addon_utils.disable(PACKAGE, default_set=True)
        self.addCleanup(lambda: addon_utils.check(PACKAGE)[1] or self.enable())

    def start(self) -> None:
        done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertEqual(done, {"FINISHED"}, self.view().problem)

    def move(self, x_m: float) -> None:
        bpy.data.objects["Part"].location.x = x_m
        bpy.context.view_layer.update()

    def test_the_work_is_in_the_record_and_the_scene_goes_on_without_the_add_on(self) -> None:
        self.make_lesson()
        self.start()
        self.move(4.0)
        session = self.view().session.session_id
        before = dict(bpy.context.scene.items())

        self.disable()
        self.move(3.0)  # a handler that was left behind would raise, or follow this

        left = [
            handler
            for name in dir(bpy.app.handlers)
            if isinstance(waiting := getattr(bpy.app.handlers, name), list)
            for handler in waiting
            if handler.__module__.startswith(PACKAGE)
        ]
        self.assertEqual(left, [])
        after = dict(bpy.context.scene.items())
        gone = before.keys() - after.keys()
        self.assertTrue(all("run" in key for key in gone), gone)
        self.enable()
        self.assertIsNone(addon("live.tracking").running())
        self.start()
        self.assertNotEqual(self.view().session.session_id, session)
        self.move(0.0)
        self.assertTrue(self.view().session.checkpoints[0].begun)


if __name__ == "__main__":
    unittest.main()
