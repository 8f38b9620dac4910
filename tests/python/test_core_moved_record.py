"""A record that was moved is found again by whoever looks where it was."""

import tempfile
import unittest
from pathlib import Path

from core import moved_record


class MovedRecordTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)
        self.home, self.first, self.second = (self.base / name for name in ("home", "a", "Zoë 学"))

    def test_without_a_note_the_record_is_where_it_is_wished(self) -> None:
        for wished in (self.home, self.first):
            self.assertEqual(moved_record.folder_now(self.home, wished), wished)

    def note(self, left: Path, folder: Path) -> None:
        self.home.mkdir(exist_ok=True)
        moved_record.note(self.home, left, folder)

    def now(self, wished: Path) -> Path:
        return moved_record.folder_now(self.home, wished)

    def test_the_last_place_is_found_from_each_place_before(self) -> None:
        self.note(self.home, self.first)
        self.note(self.first, self.second)

        for wished in (self.home, self.first, self.second):
            self.assertEqual(self.now(wished), self.second)
        self.assertEqual(self.now(self.base / "b"), self.base / "b")

    def test_two_records_are_not_mixed_up(self) -> None:
        self.note(self.home, self.first)
        self.note(self.base / "c", self.base / "d")

        self.assertEqual(self.now(self.home), self.first)
        self.assertEqual(self.now(self.base / "c"), self.base / "d")

    def test_a_record_that_came_back_is_found_from_where_it_was(self) -> None:
        self.note(self.home, self.first)
        self.note(self.first, self.home)

        for wished in (self.home, self.first):
            self.assertEqual(self.now(wished), self.home)

    def test_files_that_stayed_behind_are_no_record(self) -> None:
        self.note(self.home, self.first)
        for folder in (self.home, self.first):
            folder.mkdir(exist_ok=True)
            (folder / "vault.key").write_bytes(b"key")

        self.assertEqual(self.now(self.home), self.first)

    def test_a_record_is_taken_where_it_is_while_the_other_place_has_none(self) -> None:
        self.note(self.home, self.first)
        (self.home / "vault.key").write_bytes(b"key")

        self.assertEqual(self.now(self.home), self.home)

    def test_a_note_that_cannot_be_read_is_none(self) -> None:
        self.home.mkdir()
        for text in ("", "[]", "{", '{"moved": []}', '{"moved": {"/a": 5}}', '{"a": "/b"}', "5"):
            (self.home / moved_record.NOTE).write_text(text, "utf-8")
            self.assertEqual(self.now(self.home), self.home)


if __name__ == "__main__":
    unittest.main()
