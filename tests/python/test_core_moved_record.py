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

    def test_the_last_place_is_found_from_each_place_before(self) -> None:
        moved_record.note(self.home, self.first, self.home)
        moved_record.note(self.home, self.second, self.first)

        for wished in (self.home, self.first, self.second):
            self.assertEqual(moved_record.folder_now(self.home, wished), self.second)
        self.assertEqual(moved_record.folder_now(self.home, self.base / "b"), self.base / "b")

    def test_a_record_that_is_there_is_taken_whatever_the_note_says(self) -> None:
        moved_record.note(self.home, self.first, self.home)
        (self.home / "vault.key").write_bytes(b"key")

        self.assertEqual(moved_record.folder_now(self.home, self.home), self.home)

    def test_a_record_that_came_back_has_no_note(self) -> None:
        moved_record.note(self.home, self.first, self.home)
        moved_record.note(self.home, self.home, self.first)

        self.assertEqual(list(self.home.iterdir()), [])

    def test_a_note_that_cannot_be_read_is_none(self) -> None:
        self.home.mkdir()
        for text in ("", "[]", "{", '{"folder": 5, "left": []}', '{"folder": "/a"}', "\\xff"):
            (self.home / moved_record.NOTE).write_text(text, "utf-8")
            self.assertEqual(moved_record.folder_now(self.home, self.home), self.home)


if __name__ == "__main__":
    unittest.main()
