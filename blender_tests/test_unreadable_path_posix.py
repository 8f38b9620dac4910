"""A file whose path is no UTF-8, which Windows does not allow: the lesson goes on, and the problem is said.

scripts/blender 4.4 blender_tests/run.py test_unreadable_path_posix.py
"""

import os
import unittest
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import BlenderCase, addon, call_from_outside

REPLACEMENT = "\ufffd"


class UnreadablePathTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        addon("runtime").engine()

    def save(self) -> None:
        path = os.fsdecode(os.fsencode(self.folder) + b"/les\xffson.blend")
        self.assertEqual(bpy.ops.wm.save_as_mainfile(filepath=path), {"FINISHED"})
        self.assertEqual(bpy.data.filepath, path)

    def problems(self) -> str:
        return " ".join(self.view().lesson.problems)

    def test_is_said_with_the_way_out_and_the_lesson_stays(self) -> None:
        self.assertEqual(self.problems(), "")

        self.save()

        self.assertIn(f"les{REPLACEMENT}son.blend", self.problems())
        self.assertIn("under another name", self.problems())
        self.assertEqual([unit.unit_id for unit in self.view().lesson.units], ["move_it"])

    def test_is_said_no_more_once_the_file_has_another_path(self) -> None:
        self.save()

        bpy.ops.wm.save_as_mainfile(filepath=str(self.folder / "lesson.blend"))

        self.assertEqual(self.problems(), "")

    def test_keeps_no_client_from_reading_and_saving_the_lesson(self) -> None:
        self.save()
        with self.serving():
            read, saved = call_from_outside(("get_lesson", {}), ("save_lesson", {}))

        shown = str(self.folder / f"les{REPLACEMENT}son.blend")
        self.assertEqual(read["result"]["file"], shown)
        self.assertEqual([unit["unit_id"] for unit in read["result"]["units"]], ["move_it"])
        self.assertEqual(saved["result"]["path"], shown)

    def test_keeps_nobody_from_learning(self) -> None:
        self.save()

        done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(done, {"FINISHED"})


class UnpublishedTest(BlenderCase):
    def unpublished(self) -> Any:
        error = addon("core.errors").rejection("BAD_ARGUMENT", "'units' is too long")
        return mock.patch.object(addon("core.engine").Engine, "publish_lesson", side_effect=error)

    def test_a_lesson_that_clients_cannot_get_is_shown_with_the_reason(self) -> None:
        addon("runtime").engine()
        with self.unpublished(), self.assertLogs(addon("upkeep").__name__, "WARNING"):
            self.make_lesson()
            lesson = self.view().lesson

        self.assertEqual([unit.unit_id for unit in lesson.units], ["move_it"])
        self.assertIn("'units' is too long.", " ".join(lesson.problems))


if __name__ == "__main__":
    unittest.main()
