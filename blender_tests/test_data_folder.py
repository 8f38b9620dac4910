"""The record outlives the add-on and the Blender, and is moved as one.

scripts/blender 4.4 blender_tests/run.py test_data_folder.py
"""

import json
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import HERE, BlenderCase, addon, blender_command, preferences, tool
from installation import zip_path

WAY_SECONDS = 180.0


def go(*words: str, profile: Path, home: Path) -> list[dict[str, Any]]:
    """Run `reinstall_child.py` in a Blender of the same kind, with a profile and a home of its own."""
    command = blender_command(HERE / "reinstall_child.py")
    kept = {key: value for key, value in os.environ.items() if key != "MALLOC_VR_DATA"}
    homes = {"XDG_DATA_HOME": str(home), "LOCALAPPDATA": str(home)}  # Linux, Windows
    environment = {**kept, "BLENDER_USER_RESOURCES": str(profile), **homes}
    done = subprocess.run(
        [*command, zip_path(), *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=WAY_SECONDS,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


class OutliveTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="mvr-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name) / "home"
        self.profile = Path(folder.name) / "profile"
        self.other_profile = Path(folder.name) / "other_profile"

    def test_a_record_and_its_key_outlive_removing_and_installing_again(self) -> None:
        before, after = go(profile=self.profile, home=self.home)

        self.assertEqual(Path(before["record"]).parent, self.home / "malloc-vr")
        self.assertIn("vault.key", before["files"])
        self.assertGreater(len(before["events"]), 3)
        self.assertEqual(after["record"], before["record"])
        self.assertEqual(after["events"], before["events"])

    def test_another_blender_has_the_same_record(self) -> None:
        (before,) = go("work", profile=self.profile, home=self.home)

        (after,) = go("look", profile=self.other_profile, home=self.home)

        self.assertEqual(after["events"], before["events"])


class PlaceTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.home = self.folder / "home"
        named = mock.patch.dict(os.environ, {"MALLOC_VR_DATA": str(self.home)})
        named.start()
        self.addCleanup(named.stop)
        self.old = addon("lifetime.data_folder").scratch_folder() / "vault"

    def fill(self, folder: Path, learner: str = "ada") -> None:
        """Make a record in `folder` in which one learner has a profile."""
        self.use_record(folder)
        self.learn(learner)
        addon("runtime").close()
        preferences().folder = ""

    def learn(self, learner: str) -> None:
        profile = {"learner_id": learner, "static_profile": {}, "dynamic_profile": {}}
        addon("runtime").ready_engine().call(tool("process_learner_model", **profile))

    def learners(self) -> list[str]:
        found = addon("runtime").ready_engine().call(tool("list_learners")).learners
        return sorted(item.learner_id for item in found)

    def texts(self) -> str:
        return " ".join(f"{note.text} {note.remedy}" for note in self.record().notices)

    def test_a_record_of_the_first_release_is_moved_at_the_first_use_and_said(self) -> None:
        self.fill(self.old)
        lesson = self.old / "lessons" / "flange.blend"
        lesson.parent.mkdir()
        lesson.write_bytes(b"a lesson")

        self.assertEqual(self.learners(), ["ada"])

        self.assertEqual(Path(self.record().path).parent, self.home)
        self.assertFalse(self.old.exists())
        self.assertIn(str(self.home), self.texts())
        self.assertEqual((self.home / "lessons" / "flange.blend").read_bytes(), b"a lesson")

    def test_a_second_record_stays_and_is_offered(self) -> None:
        self.fill(self.home, "grace")
        self.fill(self.old, "ada")
        self.addCleanup(self.remove_old)

        self.assertEqual(self.learners(), ["grace"])

        self.assertTrue((self.old / "vault.key").is_file())
        self.assertIn(str(self.old), self.texts())
        place = addon("lifetime.record_place").look(self.home)
        self.assertEqual([other.folder for other in place.others], [self.old])
        self.assertIn(str(self.home), place.text)

    def test_a_folder_that_the_person_chose_is_left_as_it_is(self) -> None:
        self.fill(self.old)
        self.addCleanup(self.remove_old)
        preferences().folder = str(self.folder / "chosen")

        self.assertEqual(self.learners(), [])

        self.assertTrue((self.old / "vault.key").is_file())

    def test_a_record_that_another_blender_uses_stays_where_it_is(self) -> None:
        self.fill(self.old)
        self.addCleanup(self.remove_old)
        other = addon("core.engine").Engine(self.old, "0", addon("serving.commands").run)
        self.addCleanup(other.close)
        while not other.status().record.is_settled:
            time.sleep(0.01)

        self.assertEqual(self.learners(), [])

        self.assertIn("could not be moved", self.texts())
        self.assertTrue((self.old / "vault.key").is_file())

    def remove_old(self) -> None:
        for path in sorted(self.old.rglob("*"), reverse=True):
            path.unlink()
        self.old.rmdir()

    def test_moving_takes_the_record_along_and_keeps_the_learner(self) -> None:
        self.fill(self.home)
        bpy.ops.malloc_vr.learner_set(learner="ada")
        chosen = self.folder / "chosen"
        chosen.mkdir()

        self.assertEqual(bpy.ops.malloc_vr.record_move(directory=str(chosen)), {"FINISHED"})

        self.assertEqual(self.learners(), ["ada"])
        self.assertEqual(Path(self.record().path).parent, chosen)
        self.assertEqual(Path(preferences().folder), chosen)
        self.assertEqual(self.view().learner, "ada")
        self.assertFalse((self.home / "vault.key").exists())

    def test_a_moved_record_is_found_after_blender_forgot_where(self) -> None:
        self.fill(self.home)
        for name in ("first", "Zoë 学習"):
            bpy.ops.malloc_vr.record_move(directory=str(self.folder / name))
        for forgotten in ("", str(self.folder / "first")):
            with self.subTest(forgotten):
                addon("runtime").close()
                preferences().folder = forgotten

                place = addon("lifetime.record_place").look(Path(forgotten or self.home))
                self.assertIn(f"The record is in {self.folder / 'Zoë 学習'}", place.text)
                self.assertEqual(self.learners(), ["ada"])
                self.assertEqual(Path(preferences().folder), self.folder / "Zoë 学習")

    def test_a_moved_record_moves_on_after_blender_forgot_where(self) -> None:
        self.fill(self.home)
        bpy.ops.malloc_vr.record_move(directory=str(self.folder / "first"))
        addon("runtime").close()
        preferences().folder = ""

        done = bpy.ops.malloc_vr.record_move(directory=str(self.folder / "second"))

        self.assertEqual(done, {"FINISHED"})
        self.assertEqual(self.learners(), ["ada"])
        self.assertFalse((self.folder / "first").exists())

    def test_moving_into_a_folder_in_use_makes_one_for_the_record(self) -> None:
        self.fill(self.home)
        (self.folder / "documents").mkdir()
        (self.folder / "documents" / "letter.txt").write_text("dear ada")

        bpy.ops.malloc_vr.record_move(directory=str(self.folder / "documents"))

        folder = Path(self.record().path).parent
        self.assertEqual(folder, self.folder / "documents" / "home")  # as the default is named
        self.assertEqual(self.learners(), ["ada"])

    def test_moving_back_to_the_platforms_folder_empties_the_preference(self) -> None:
        self.fill(self.home)
        bpy.ops.malloc_vr.record_move(directory=str(self.folder / "chosen"))

        bpy.ops.malloc_vr.record_move(directory=str(self.home))

        self.assertEqual(preferences().folder, "")
        self.assertEqual(self.learners(), ["ada"])

    def test_a_place_that_does_not_do_is_rejected_and_the_record_stays_open(self) -> None:
        self.fill(self.folder / "taken", "grace")
        self.fill(self.home)
        scratch = addon("lifetime.data_folder").scratch_folder()
        for place in (self.folder / "taken", scratch / "vault", self.home, self.home / "inside"):
            with self.subTest(place):
                done = bpy.ops.malloc_vr.record_move(directory=str(place))

                self.assertEqual(done, {"CANCELLED"})
                self.assertTrue(self.view().problem)
                self.assertEqual(self.learners(), ["ada"])
                self.assertEqual(preferences().folder, "")

    def test_is_grey_while_a_unit_runs_or_the_server_does(self) -> None:
        with self.serving():
            self.assertFalse(bpy.ops.malloc_vr.record_move.poll())
            self.assertFalse(bpy.ops.malloc_vr.vault_import.poll())
        self.make_lesson()
        self.assertTrue(bpy.ops.malloc_vr.record_move.poll())
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertFalse(bpy.ops.malloc_vr.record_move.poll())

    def test_a_folder_or_a_log_that_is_not_there_yet_is_said(self) -> None:
        addon("runtime").close()
        log = addon("lifetime.data_folder").log_file()
        log.unlink(missing_ok=True)

        self.assertEqual(bpy.ops.malloc_vr.folder_open(), {"CANCELLED"})
        self.assertEqual(bpy.ops.malloc_vr.log_open(), {"CANCELLED"})

    def test_nothing_of_the_record_lies_where_removing_the_addon_deletes_it(self) -> None:
        self.learn("ada")
        with self.serving():
            names = {path.name for path in addon("lifetime.data_folder").scratch_folder().iterdir()}

        self.assertLessEqual(names, {"run", "log"})
        self.assertTrue(addon("lifetime.data_folder").log_file().is_file())


if __name__ == "__main__":
    unittest.main()
