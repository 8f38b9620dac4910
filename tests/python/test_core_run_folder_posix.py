"""What the folder of the socket is on POSIX systems: closed to others, and short enough for a socket."""

import os
import socket
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from core import run_folder
from core.run_folder import RunFolder


class RunFolderOnPosixTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)

    def choose(self, base: Path, process_id: int) -> RunFolder:
        chosen = run_folder.choose(base, process_id, {})
        self.addCleanup(chosen.remove)
        return chosen

    def test_is_private(self) -> None:
        self.assertEqual(self.choose(self.base, 4711).path.stat().st_mode & 0o777, 0o700)

    def test_always_holds_a_socket_that_can_be_bound(self) -> None:
        for length in (1, 20, *range(50, 110), 150, 240):
            with self.subTest(length=length):
                chosen = self.choose(self.base / ("x" * length), os.getpid())
                with socket.socket(socket.AF_UNIX) as bound:
                    bound.bind(str(chosen.path / "mcp.sock"))
                self.assertTrue((chosen.path / "mcp.sock").is_socket())

    def test_that_the_first_release_left_is_removed_with_its_process(self) -> None:
        gone = self.base / "run" / str(2**22 + 1)  # above the kernel's largest id
        gone.mkdir(parents=True)
        (gone / "token").write_text("old")

        run_folder.remove_stale(self.base, {})

        self.assertFalse(gone.exists())

    def test_another_users_folder_beside_ours_is_left_alone(self) -> None:
        theirs = self.base / "run" / "4711-abcdefab"
        theirs.mkdir(parents=True)
        (theirs / "lock").touch()
        denied = PermissionError(13, "Permission denied")
        with mock.patch.object(Path, "is_file", side_effect=denied):
            run_folder.remove_stale(self.base, {})

        self.assertTrue(theirs.exists())


if __name__ == "__main__":
    unittest.main()
