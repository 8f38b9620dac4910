"""The folder of the socket: private, short enough, one for each process."""

import os
import socket
import tempfile
import unittest
from pathlib import Path

from core import run_folder


class RunFolderTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)

    def test_is_below_the_addons_folder_and_private(self) -> None:
        chosen = run_folder.choose(self.base, 4711, {})

        self.assertEqual(chosen, self.base / "run" / "4711")
        self.assertEqual(chosen.stat().st_mode & 0o777, 0o700)

    def test_is_made_private_when_it_was_open_before(self) -> None:
        (self.base / "run" / "4711").mkdir(parents=True, mode=0o755)

        self.assertEqual(run_folder.choose(self.base, 4711, {}).stat().st_mode & 0o777, 0o700)

    def test_is_in_the_runtime_folder_when_the_addons_path_is_too_long(self) -> None:
        runtime = self.base / "runtime"
        runtime.mkdir()

        chosen = run_folder.choose(self.base / ("x" * 100), 4711, {"XDG_RUNTIME_DIR": str(runtime)})

        self.assertEqual(chosen, runtime / "malloc_vr" / "4711")

    def test_always_holds_a_socket_that_can_be_bound(self) -> None:
        for length in (1, 20, 60, 90, 150, 240):
            with self.subTest(length=length):
                chosen = run_folder.choose(self.base / ("x" * length), os.getpid(), {})
                self.addCleanup(run_folder.remove, chosen)
                with socket.socket(socket.AF_UNIX) as bound:
                    bound.bind(str(chosen / "mcp.sock"))
                (chosen / "mcp.sock").unlink()

    def test_is_elsewhere_when_the_addons_folder_cannot_be_made(self) -> None:
        (self.base / "run").write_text("a file is in the way")

        chosen = run_folder.choose(self.base, 4711, {})
        self.addCleanup(run_folder.remove, chosen)

        self.assertTrue(chosen.is_dir())
        self.assertNotIn(self.base, chosen.parents)

    def test_of_a_process_that_is_no_more_is_removed_and_of_others_kept(self) -> None:
        gone = run_folder.choose(self.base, 2**22 + 1, {})  # above the kernel's largest id
        (gone / "token").write_text("old")
        mine = run_folder.choose(self.base, os.getpid(), {})
        other = self.base / "run" / "notes"
        other.mkdir()

        run_folder.remove_stale(self.base, {})

        self.assertFalse(gone.exists())
        self.assertTrue(mine.exists())
        self.assertTrue(other.exists())


if __name__ == "__main__":
    unittest.main()
