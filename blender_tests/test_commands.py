"""The one way to run scene commands.

scripts/blender 4.4 blender_tests/run.py test_commands.py
"""

import tempfile
from pathlib import Path

import bpy
from blender_tests_support import addon
from scene_support import ClientCall, SceneCase


class Run(SceneCase):
    def test_an_unknown_command_is_rejected(self) -> None:
        kind = type("FormatDisk", (addon("core.shape").Command,), {"NAME": "format_disk"})
        with self.rejected("UNSUPPORTED"):
            addon("serving.commands").run(kind(), self.call)

    def test_what_its_caller_cancelled_is_not_begun(self) -> None:
        temporary = tempfile.TemporaryDirectory(prefix="mvr-", ignore_cleanup_errors=True)
        self.addCleanup(temporary.cleanup)
        folder = Path(temporary.name)
        bpy.ops.wm.save_as_mainfile(filepath=str(folder / "lesson.blend"))
        self.add_unit()
        self.call = ClientCall(is_cancelled=True)
        with self.rejected("CONFLICT"):
            self.add_unit("two")
        with self.rejected("CONFLICT"):
            self.start()
        with self.rejected("CONFLICT"):
            self.do("save_lesson", file_name="copy")
        self.assertIsNone(addon("live.tracking").running())
        self.assertEqual([path.name for path in folder.iterdir()], ["lesson.blend"])

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
