"""Records in folders as people name them: with blanks, umlauts and letters of other scripts."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

from core import program_log, run_folder, vault_move
from core.errors import MallocVrError
from record_case import RecordCase

# Of the kernel, which takes no file of anybody; under wine it is on the drive that shows this machine.
READ_ONLY = Path("Z:/sys" if sys.platform == "win32" else "/sys")
NAMES = ("with a blank", "Zoë_学習", "Ünïcödé 🙂 папка")


class FoldersTest(RecordCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)

    def test_a_record_is_made_opened_again_and_moved_whatever_its_folder_is_called(self) -> None:
        for name in NAMES:
            with self.subTest(name):
                folder, target = self.base / name / "record", self.base / f"{name} later"
                self.fill(folder, f"{name} 学")
                self.assertEqual(self.learners(folder), [f"{name} 学"])

                self.assertEqual(vault_move.move(folder, target), [])

                self.assertEqual(self.learners(target), [f"{name} 学"])

    def test_events_are_exported_to_a_file_whatever_it_is_called(self) -> None:
        for name in NAMES:
            with self.subTest(name):
                self.fill(self.base / name, "ada")
                engine = self.opened(self.base / name)
                exported = self.base / name / f"{name}.jsonl"

                self.assertEqual(engine.export_events(exported), 1)

                engine.close()
                (line,) = exported.read_text("utf-8").splitlines()
                self.assertEqual(json.loads(line)["payload"]["learner_id"], "ada")

    def test_a_vault_is_added_and_a_log_written_whatever_their_folder_is_called(self) -> None:
        for name in NAMES:
            with self.subTest(name):
                self.fill(self.base / f"old {name}", "grace")
                log = self.base / name / "logs" / "malloc_vr.log"
                program_log.start_log(log)
                self.addCleanup(program_log.stop_log)
                engine = self.opened(self.base / name / "record")

                self.assertEqual(engine.import_vault(self.base / f"old {name}"), 1)

                engine.close()
                program_log.stop_log()
                self.assertTrue(log.is_file())

    def test_a_server_has_its_token_and_its_lines_whatever_its_folder_is_called(self) -> None:
        for name in NAMES:
            with self.subTest(name):
                engine = self.opened(self.base / name / "record")
                run = run_folder.choose(self.base / name, 1, {})
                self.addCleanup(run.remove)

                status = engine.start_server(0, run.path)

                self.assertTrue(status.url)
                self.assertTrue(Path(status.token_file).read_text("utf-8").strip())
                self.assertTrue(status.socket or status.line_port, status.socket_problem)
                engine.close()

    def test_a_folder_that_takes_no_files_is_said_with_a_way_out(self) -> None:
        for folder in (READ_ONLY / "malloc-vr", READ_ONLY / "kernel"):
            with self.subTest(folder):
                engine = self.settled(folder)

                record = engine.status().record
                self.assertIn(folder.name, record.problem)
                self.assertIn("choose a folder that you can write to", record.remedy)
                self.record(engine, "ada")  # kept in memory, for a better folder
                engine.close()

    def test_a_file_where_the_folder_should_be_is_said_and_left(self) -> None:
        taken = self.base / "Zoë_学習"
        taken.write_text("mine", "utf-8")

        engine = self.settled(taken)

        self.assertIn("Zoë_学習", engine.status().record.problem)
        with self.assertRaises(MallocVrError):
            engine.export_events(taken / "events.jsonl")
        self.assertEqual(taken.read_text("utf-8"), "mine")


if __name__ == "__main__":
    unittest.main()
