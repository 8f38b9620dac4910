"""The record's files: known by their names, and found where release 0.1.0 kept them."""

import tempfile
import unittest
from pathlib import Path

from core import vault_files


class KnowTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)

    def test_a_record_by_its_database_or_its_key(self) -> None:
        rows = (
            (("vault.key",), True),
            (("record-v1.sqlite",), True),
            (("record-v2.sqlite", "record-v2.sqlite-wal"), True),
            (("reserve", "vault.lock", "spill-a1.sealed"), False),
            (("notes.txt", "holiday.sqlite"), False),
        )
        for number, (names, expected) in enumerate(rows):
            with self.subTest(names):
                folder = self.base / str(number)
                folder.mkdir()
                for name in names:
                    (folder / name).write_bytes(b"12345")
                self.assertIs(vault_files.is_vault(folder), expected)
        self.assertFalse(vault_files.is_vault(self.base / "nowhere"))

    def test_how_much_of_a_folder_is_the_records(self) -> None:
        for name in ("vault.key", "record.head", "notes.txt"):
            (self.base / name).write_bytes(b"12345")

        self.assertEqual(vault_files.size_bytes(self.base), 10)


class OldVaultsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.config = Path(folder.name)

    def own(self, version: str) -> Path:
        return (
            self.config / version / "extensions" / ".user" / "user_default" / "malloc_vr" / "vault"
        )

    def make(self, *versions: str) -> None:
        for version in versions:
            self.own(version).mkdir(parents=True)
            (self.own(version) / "vault.key").write_bytes(b"key")

    def test_are_this_blenders_first_and_then_the_newest_of_the_others(self) -> None:
        self.make("4.2", "4.10", "5.0", "4.4")
        (self.config / "notes").mkdir()

        found = vault_files.old_vaults(self.config / "4.4", self.own("4.4"))

        self.assertEqual(found, tuple(self.own(v) for v in ("4.4", "5.0", "4.10", "4.2")))

    def test_are_only_this_blenders_where_its_folder_is_not_named_by_a_version(self) -> None:
        self.make("profile", "4.2")

        found = vault_files.old_vaults(self.config / "profile", self.own("profile"))

        self.assertEqual(found, (self.own("profile"),))

    def test_are_none_where_no_record_lies(self) -> None:
        self.own("4.4").mkdir(parents=True)

        self.assertEqual(vault_files.old_vaults(self.config / "4.4", self.own("4.4")), ())


if __name__ == "__main__":
    unittest.main()
