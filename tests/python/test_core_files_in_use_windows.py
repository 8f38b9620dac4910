"""Files of a record that another program has open, which on Windows keeps everybody else from them."""

import ctypes
import shutil
import sys
import tempfile
import unittest
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path
from unittest import mock

from core import vault_move
from record_case import RecordCase

assert sys.platform == "win32"  # by its name it is left out elsewhere

GENERIC_READ, OPEN_EXISTING = 0x80000000, 3
FILE_SHARE_READ, FILE_SHARE_WRITE = 1, 2
DATABASE = "record-v2.sqlite"
kernel = ctypes.WinDLL("kernel32", use_last_error=True)
kernel.CreateFileW.restype = wintypes.HANDLE
kernel.CloseHandle.argtypes = [wintypes.HANDLE]


@contextmanager
def opened_elsewhere(path: Path, share: int = 0) -> Iterator[None]:
    """Have a file open as a program would that lets others do no more than `share`."""
    handle = kernel.CreateFileW(str(path), GENERIC_READ, share, None, OPEN_EXISTING, 0, None)
    if handle == wintypes.HANDLE(-1).value:
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        yield
    finally:
        kernel.CloseHandle(handle)


class FilesInUseTest(RecordCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.source = Path(folder.name) / "record"
        self.target = Path(folder.name) / "moved"
        self.fill(self.source, "ada")

    def break_head(self, database: Path) -> None:
        """Have a database without its first bytes, which SQLite cannot open."""
        content = bytearray(database.read_bytes())
        content[:100] = bytes(100)
        database.write_bytes(content)

    def test_a_record_that_is_read_elsewhere_moves_and_what_stays_is_named(self) -> None:
        with opened_elsewhere(self.source / DATABASE, FILE_SHARE_READ):
            left = vault_move.move(self.source, self.target)

        self.assertEqual(left, [self.source / DATABASE])
        self.assertEqual(self.learners(self.target), ["ada"])

    def test_a_record_that_is_copied_to_another_drive_opens_there(self) -> None:
        with mock.patch("os.link", side_effect=OSError("another drive")):
            self.assertEqual(vault_move.move(self.source, self.target), [])

        self.assertEqual(self.learners(self.target), ["ada"])

    def test_a_record_is_not_rebuilt_beside_a_write_ahead_file_that_stays(self) -> None:
        left = self.source.with_name("left by a Blender that died")
        engine = self.opened(self.source)
        self.record(engine, "grace")
        shutil.copytree(self.source, left)
        engine.close()
        self.break_head(left / DATABASE)
        wal = left / (DATABASE + "-wal")
        with opened_elsewhere(wal, FILE_SHARE_READ | FILE_SHARE_WRITE):
            engine = self.settled(left)
            self.assertIn(wal.name, engine.status().record.problem)
            engine.close()

        self.assertEqual(self.learners(left), ["ada", "grace"])

    def test_a_record_that_nobody_else_may_open_is_reported_and_is_whole_later(self) -> None:
        with opened_elsewhere(self.source / DATABASE):
            engine = self.settled(self.source)
            self.assertIn(DATABASE, engine.status().record.problem)
            engine.close()

        self.assertEqual(self.learners(self.source), ["ada"])

    def test_a_broken_record_is_recovered_once_nobody_else_has_it_open(self) -> None:
        database = self.source / DATABASE
        self.break_head(database)
        with opened_elsewhere(database, FILE_SHARE_READ):
            engine = self.settled(self.source)
            self.assertTrue(engine.status().record.problem or engine.status().record.notices)
            engine.close()

        self.assertEqual(self.learners(self.source), ["ada"])


if __name__ == "__main__":
    unittest.main()
