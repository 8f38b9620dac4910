#!/usr/bin/env python3
"""What an administrator gets from scripts/record, run on the record that release 0.1.0 made.

record_tool_test.py PROGRAM     the built record_tool; ends with `N passed, N failed`
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

OLD = Path(__file__).resolve().parents[1] / "vaults" / "0.1.0"
EVENTS = 30
INTACT, NOT_INTACT, COULD_NOT = 0, 1, 2
SEALED_BEHIND_ID = 200  # bytes: time and hashes come before, and an event is longer
PROGRAM = ""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program with these arguments."""
    command = [PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


class RecordTool(unittest.TestCase):
    """Each test has a copy of the old record in a folder of its own."""

    def setUp(self) -> None:
        """Copy the record, readable by this user only."""
        scratch = tempfile.TemporaryDirectory(prefix="malloc_vr_record_")
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        for name in ("record-v1.sqlite", "vault.key"):
            shutil.copy(OLD / name, self.folder)
            (self.folder / name).chmod(0o600)

    def test_a_sound_record_is_intact_and_counted(self) -> None:
        done = run("verify", self.folder)
        self.assertEqual(done.returncode, INTACT, done.stderr)
        self.assertIn(f"{EVENTS} readable, 0 erased, 0 purged, 0 quarantined", done.stdout)
        self.assertIn(f"verified {EVENTS} of {EVENTS}", done.stderr)

    def test_a_broken_event_is_named_and_makes_the_record_not_intact(self) -> None:
        out = self.folder / "events.jsonl"
        run("export", self.folder, out)
        event = json.loads(out.read_text("utf-8").splitlines()[9])
        database = self.folder / "record-v2.sqlite"
        content = bytearray(database.read_bytes())
        at = content.index(bytes.fromhex(event["id"].replace("-", "")))
        content[at + SEALED_BEHIND_ID] ^= 0x55
        database.write_bytes(content)
        for _ in range(2):  # also where an opening before this one found it
            done = run("verify", self.folder)
            self.assertEqual(done.returncode, NOT_INTACT, done.stdout + done.stderr)
            self.assertIn("quarantined  event", done.stdout)
            self.assertIn(f"{EVENTS - 1} readable", done.stdout)

    def test_a_folder_without_a_record_is_an_error_and_stays_as_it_was(self) -> None:
        empty = self.folder / "empty"
        empty.mkdir(mode=0o700)
        for arguments in (
            ("verify", empty),
            ("export", empty, empty / "out"),
            ("restore-0.1.0", empty),
        ):
            done = run(*arguments)
            self.assertEqual(done.returncode, COULD_NOT, done.stdout)
            self.assertIn("error:", done.stderr)
        self.assertEqual(list(empty.iterdir()), [])
        missing = self.folder / "missing"
        self.assertEqual(run("verify", missing).returncode, COULD_NOT)
        self.assertFalse(missing.exists())

    def test_the_export_has_every_event(self) -> None:
        out = self.folder / "events.jsonl"
        done = run("export", self.folder, out)
        self.assertEqual(done.returncode, INTACT, done.stderr)
        events = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        self.assertEqual([event["sequence"] for event in events], list(range(1, EVENTS + 1)))
        self.assertEqual(out.stat().st_mode & 0o777, 0o600)

    def test_the_way_back_gives_the_old_file_again(self) -> None:
        run("verify", self.folder)
        self.assertFalse((self.folder / "record-v1.sqlite").exists())
        done = run("restore-0.1.0", self.folder)
        self.assertEqual(done.returncode, INTACT, done.stderr)
        old = (OLD / "record-v1.sqlite").read_bytes()
        self.assertEqual((self.folder / "record-v1.sqlite").read_bytes(), old)
        self.assertEqual((self.folder / "since-0.1.0.jsonl").read_text("utf-8"), "")
        self.assertEqual(len(list(self.folder.glob("record-v2.kept-*.sqlite"))), 1)


def main() -> int:
    """Run all and print the counts."""
    global PROGRAM
    PROGRAM = sys.argv[1]
    tests = unittest.defaultTestLoader.loadTestsFromTestCase(RecordTool)
    result = unittest.TextTestRunner(verbosity=2).run(tests)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
