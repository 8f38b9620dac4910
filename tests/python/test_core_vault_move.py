"""Moving the record's files, so that no moment loses them."""

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from core import vault_files, vault_move
from core.errors import Conflict, StorageUnavailable
from core.moved_record import NOTE
from malloc_vr_native import hold_file

FILES = {
    "vault.key": b"key",
    "vault.lock": b"",
    "record-v1.sqlite": b"rows" * 1000,
    "record-v1.sqlite-wal": b"frames",
    "record.head": b"head",
    "spill-a1.sealed": b"spilt",
    "reserve": bytes(1024),
}


class VaultMoveTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)
        self.source = self.make_vault(self.base / "old")
        self.target = self.base / "data" / "malloc-vr"

    def make_vault(self, folder: Path) -> Path:
        folder.mkdir(parents=True)
        for name, content in FILES.items():
            (folder / name).write_bytes(content)
        return folder

    def content(self, folder: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in vault_files.files_of(folder)}

    def test_moves_every_file_of_the_record_and_leaves_what_is_not_its(self) -> None:
        (self.source / "notes.txt").write_text("mine")

        left = vault_move.move(self.source, self.target)

        self.assertEqual(self.content(self.target), FILES)
        self.assertEqual(left, [])
        self.assertEqual([path.name for path in self.source.iterdir()], ["notes.txt"])

    def test_removes_the_old_folder_when_nothing_is_left_in_it(self) -> None:
        vault_move.move(self.source, self.target)

        self.assertFalse(self.source.exists())
        self.assertEqual(list(self.target.parent.iterdir()), [self.target])

    def test_moves_into_a_folder_that_is_there_whether_empty_or_not(self) -> None:
        for others in ({}, {"holiday.jpg": b"sea"}):
            with self.subTest(others):
                source = self.make_vault(self.base / f"from {len(others)}")
                target = self.base / f"to {len(others)}"
                target.mkdir()
                for name, content in others.items():
                    (target / name).write_bytes(content)

                vault_move.move(source, target)

                self.assertEqual(self.content(target), FILES)
                names = {path.name for path in target.iterdir()}
                self.assertEqual(names, {*FILES, *others})

    def test_the_note_of_an_earlier_move_stays_and_does_not_make_the_move_piecemeal(self) -> None:
        self.target.mkdir(parents=True)
        (self.target / NOTE).write_text("{}", "utf-8")
        with mock.patch("pathlib.Path.replace", side_effect=AssertionError("file by file")):
            vault_move.move(self.source, self.target)

        self.assertEqual(self.content(self.target), FILES)
        self.assertEqual((self.target / NOTE).read_text("utf-8"), "{}")

    def test_copies_where_the_file_system_has_no_links(self) -> None:
        with mock.patch("os.link", side_effect=OSError(18, "Invalid cross-device link")):
            vault_move.move(self.source, self.target)

        self.assertEqual(self.content(self.target), FILES)
        self.assertFalse(self.source.exists())

    def test_does_not_touch_a_record_that_is_there_already(self) -> None:
        self.target.mkdir(parents=True)
        (self.target / "vault.key").write_bytes(b"another")

        with self.assertRaises(Conflict):
            vault_move.move(self.source, self.target)

        self.assertEqual((self.target / "vault.key").read_bytes(), b"another")
        self.assertEqual(self.content(self.source), FILES)

    def test_does_not_take_the_record_from_under_a_program_that_uses_it(self) -> None:
        held = hold_file(str(self.source / "vault.lock"))
        assert held is not None
        self.addCleanup(held.release)

        with self.assertRaises(Conflict):
            vault_move.move(self.source, self.target)

        self.assertEqual(self.content(self.source), FILES)
        self.assertFalse(self.target.exists())

    def test_does_not_take_it_from_under_a_program_that_spills_beside_it(self) -> None:
        spill = self.source / "spill-aa.sealed"
        spill.write_bytes(b"x")
        held = hold_file(str(spill))
        assert held is not None
        with self.assertRaises(Conflict):
            vault_move.move(self.source, self.target)
        held.release()
        self.assertTrue(spill.is_file())
        vault_move.move(self.source, self.target)
        self.assertTrue((self.target / "spill-aa.sealed").is_file())

    def test_holds_the_whole_record_in_one_folder_wherever_it_is_interrupted(self) -> None:
        calls = ("os.link", "os.fsync", "os.rename", "pathlib.Path.unlink", "pathlib.Path.rename")
        for count, name in enumerate(calls):
            for after in range(3):
                with self.subTest(name, after=after):
                    source = self.make_vault(self.base / f"s{count}{after}")
                    target = self.base / f"t{count}{after}"
                    self.interrupt(name, after, source, target)

                    whole = [self.content(folder) == FILES for folder in (source, target)]
                    self.assertIn(True, whole)
                    if self.content(target) != FILES:
                        vault_move.move(source, target)
                        self.assertEqual(self.content(target), FILES)

    def interrupt(self, name: str, after: int, source: Path, target: Path) -> None:
        """Have the process end in the call of `name` that follows `after` others."""
        owner, _, function = name.rpartition(".")
        module = Path if owner == "pathlib.Path" else os
        real, left = getattr(module, function), [after]

        def dying(*given: object, **named: object) -> object:
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
            return real(*given, **named)

        with mock.patch.object(module, function, dying):
            try:
                vault_move.move(source, target)
            except KeyboardInterrupt:
                return

    def test_says_why_it_could_not_move_and_leaves_the_record_where_it_was(self) -> None:
        (self.base / "data").write_text("a file is in the way")

        with self.assertRaises(StorageUnavailable) as caught:
            vault_move.move(self.source, self.target)

        self.assertIn(str(self.target), caught.exception.message)
        self.assertEqual(self.content(self.source), FILES)

    def test_is_a_move_also_where_another_program_keeps_a_file_of_the_old_folder(self) -> None:
        real = Path.unlink

        def kept(path: Path, missing_ok: bool = False) -> None:
            if path.name == "record.head":
                raise PermissionError(13, "another program has it open")
            real(path, missing_ok)

        with mock.patch.object(Path, "unlink", kept):
            left = vault_move.move(self.source, self.target)

        self.assertEqual(self.content(self.target), FILES)
        self.assertEqual(left, [self.source / "record.head"])

    def test_keeps_every_lesson_that_was_saved_beside_the_record(self) -> None:
        lessons, kept = self.source / "lessons", self.base / "kept"
        lessons.mkdir()
        kept.mkdir()
        (lessons / "flange.blend").write_bytes(b"mine")
        (kept / "flange.blend").write_bytes(b"another")

        vault_move.move(self.source, self.target)
        moved = vault_move.rescue_lessons(self.source, kept)

        self.assertEqual(moved, [kept / "flange 2.blend"])
        self.assertEqual(moved[0].read_bytes(), b"mine")
        self.assertEqual((kept / "flange.blend").read_bytes(), b"another")
        self.assertFalse(self.source.exists())


if __name__ == "__main__":
    unittest.main()
