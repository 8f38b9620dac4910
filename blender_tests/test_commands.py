"""The one way to run scene commands.

scripts/blender 4.4 blender_tests/run.py test_commands.py
"""

import bpy
from blender_tests_support import addon
from scene_support import SceneCase


class Run(SceneCase):
    def test_an_unknown_command_is_rejected(self) -> None:
        kind = type("FormatDisk", (addon("core.shape").Command,), {"NAME": "format_disk"})
        with self.rejected("UNSUPPORTED"):
            addon("serving.commands").run(kind(), caller="owner")

    def test_nothing_is_authored_or_started_in_another_mode(self) -> None:
        self.add_unit()
        box = self.add_box("Part")
        bpy.context.view_layer.objects.active = box
        bpy.ops.object.mode_set(mode="EDIT")
        with self.rejected("CONFLICT") as caught:
            self.start()
        self.assertIn("edit mesh", caught.exception.message)
        with self.rejected("CONFLICT"):
            self.add_unit("two")
        self.assertEqual(len(self.lesson()["units"]), 1)
        bpy.ops.object.mode_set(mode="OBJECT")
        self.start()
