"""Saving lessons, and reading them where the add-on is not.

scripts/blender 4.4 blender_tests/run.py test_scene_files.py
"""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import addon
from client_process import python
from scene_support import NEAR, SceneCase, dump

READER = Path(__file__).resolve().parents[1] / "docs" / "read_a_lesson.py"


class Save(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.lessons = self.folder / "lessons"
        serving = mock.patch.dict(os.environ, {"MALLOC_VR_LESSONS": str(self.lessons)})
        serving.start()
        self.addCleanup(serving.stop)

    def save_own(self) -> Path:
        path = self.folder / "own.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(path))
        return path

    def test_a_file_with_a_path_is_saved_there(self) -> None:
        path = self.save_own()
        self.add_unit()
        reply = self.do("save_lesson")
        self.assertEqual(Path(reply["path"]), path)
        self.assertEqual(reply["size_bytes"], path.stat().st_size)
        bpy.ops.wm.open_mainfile(filepath=str(path))
        self.assertEqual(self.lesson()["order"], ["move_it"])

    def test_a_new_file_becomes_the_named_one_in_the_servers_folder(self) -> None:
        self.add_unit()
        first = self.do("save_lesson", file_name="bolzen größe 16")
        self.assertEqual(Path(first["path"]), self.lessons / "bolzen größe 16.blend")
        self.assertEqual(bpy.data.filepath, first["path"])
        self.assertEqual(self.do("save_lesson")["path"], first["path"])
        self.assertEqual(
            self.do("save_lesson", file_name="bolzen größe 16.blend")["path"], first["path"]
        )

    def test_a_file_with_a_path_is_copied_beside_itself_and_stays_open(self) -> None:
        own = self.save_own()
        for _ in range(2):  # its own copy may be written again
            reply = self.do("save_lesson", file_name="copy")
            self.assertEqual(Path(reply["path"]), own.with_name("copy.blend"))
            self.assertEqual(Path(bpy.data.filepath), own)

    def test_another_lesson_of_that_name_is_not_overwritten(self) -> None:
        self.lessons.mkdir(parents=True, exist_ok=True)
        other = self.lessons / "taken.blend"
        other.write_bytes(b"somebody's work")
        with self.rejected("CONFLICT", "file_name"):
            self.do("save_lesson", file_name="taken")
        self.assertEqual(other.read_bytes(), b"somebody's work")

    def test_a_new_file_without_a_name_or_a_folder_is_rejected_with_the_way_out(self) -> None:
        with self.rejected("CONFLICT", "file_name") as rejected:
            self.do("save_lesson")
        self.assertIn("Save As", rejected.exception.remedy)
        del os.environ["MALLOC_VR_LESSONS"]
        with self.rejected("CONFLICT", "file_name"):
            self.do("save_lesson", file_name="flange")
        self.assertEqual(list(self.folder.rglob("*.blend")), [])

    def test_nothing_is_saved_where_removing_the_addon_would_delete_it(self) -> None:
        folders = addon("lifetime.data_folder")
        for folder in (folders.scratch_folder() / "x", folders.default_folder()):
            with self.subTest(folder), self.rejected("CONFLICT", "file_name"):
                os.environ["MALLOC_VR_LESSONS"] = str(folder)
                self.do("save_lesson", file_name="flange")
            self.assertFalse((folder / "flange.blend").exists())

    def test_names_that_could_leave_the_folder_are_rejected(self) -> None:
        outside = ("", " ", ".", "..", "../x", "a/b", "a\\b", "/etc/x", "a..b", "c:x")
        hiding = (".hidden", ".blend", "x\ny", "x\0", "\u202ex", "x.", " x")
        elsewhere = ("con", "NUL.blend", "a" * 300)
        for name in (*outside, *hiding, *elsewhere):
            with self.subTest(name), self.rejected("VALIDATION_ERROR", "file_name"):
                self.do("save_lesson", file_name=name)

    def test_a_folder_that_cannot_be_written_is_said(self) -> None:
        own = self.save_own()
        shutil.rmtree(own.parent)  # as when a disk is taken away
        with self.rejected("STORAGE_UNAVAILABLE"):
            self.do("save_lesson")
        self.assertFalse(own.parent.exists())
        own.parent.mkdir()

    def test_everything_is_there_after_loading(self) -> None:
        self.add_unit("eins", title="Größe, 寸法", hints=["a", "b"])
        self.add_box("Part")
        self.add_box("Seat")
        self.add_trigger(NEAR)
        self.add_unit("zwei", prerequisite_units=["eins"])
        before, authored = self.lesson(), dump()
        path = self.do("save_lesson", file_name="whole")["path"]
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        bpy.ops.wm.open_mainfile(filepath=path)
        after = self.lesson()
        self.assertEqual(after["units"], before["units"])
        self.assertEqual(after["order"], ["eins", "zwei"])
        self.assertEqual(dump(), authored)


class WithoutTheAddOn(SceneCase):
    def read_elsewhere(self, path: Path) -> list[dict[str, Any]]:
        """Run the documented script in another Blender whose profile holds no add-on."""
        with tempfile.TemporaryDirectory() as profile:
            if bpy.app.binary_path:
                command = [bpy.app.binary_path, "-b", "--factory-startup", "-P", str(READER), "--"]
            else:
                command = [python(), str(READER)]
            environment = {**os.environ, "BLENDER_USER_RESOURCES": profile}
            done = subprocess.run(
                [*command, str(path)], env=environment, capture_output=True, text=True, timeout=120
            )
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        self.assertTrue(lines, done.stdout + done.stderr)
        return [json.loads(line) for line in lines]

    def test_all_keys_of_the_specification_are_read(self) -> None:
        self.add_unit("eins", learning_objectives=["Größe"], estimated_duration="20_minutes")
        self.add_box("Part")
        self.add_box("Seat")
        self.add_trigger(NEAR, learning_objective="Größe")
        self.add_unit("zwei", prerequisite_units=["eins"])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "lesson.blend"
            bpy.ops.wm.save_as_mainfile(filepath=str(path), copy=True)
            read = {item["name"]: item for item in self.read_elsewhere(path)}

        self.assertEqual(json.loads(read["zwei"]["prerequisites"]), ["eins"])
        self.assertEqual(read["eins"]["learning_unit_id"], "eins")
        self.assertEqual(json.loads(read["eins"]["learning_objectives"]), ["Größe"])
        self.assertEqual(read["eins"]["estimated_duration"], "20_minutes")
        trigger = read["assessment_trigger_Größe"]
        self.assertEqual(trigger["scene"], "eins")
        self.assertIs(trigger["assessment_trigger"], True)
        self.assertEqual(trigger["assessment_type"], "authentic")
        self.assertEqual(trigger["learning_objective"], "Größe")
        self.assertEqual(json.loads(trigger["trigger_conditions"]), NEAR)

    def test_the_documented_script_has_ten_lines(self) -> None:
        code = [line for line in READER.read_text("utf-8").splitlines()[1:] if line.strip()]
        self.assertLessEqual(len(code), 10)
