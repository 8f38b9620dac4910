"""Whom a record is for after it was copied; the twin is in test_core_files_in_use_windows.py."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

from core import vault_move


class VaultCopyTest(unittest.TestCase):
    def test_what_was_copied_is_for_nobody_else_whatever_it_was_before(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        source, target = Path(folder.name) / "old", Path(folder.name) / "new"
        source.mkdir()
        for name in ("vault.key", "vault.lock", "record-v2.sqlite"):
            (source / name).write_bytes(b"content")
            (source / name).chmod(0o644)

        with mock.patch("os.link", side_effect=OSError(18, "Invalid cross-device link")):
            vault_move.move(source, target)

        modes = {path.stat().st_mode & 0o777 for path in target.iterdir()}
        self.assertEqual((modes, target.stat().st_mode & 0o777), ({0o600}, 0o700))


if __name__ == "__main__":
    unittest.main()
