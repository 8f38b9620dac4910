"""The folder of the socket: private, short enough, one for each server."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from core import run_folder
from core.run_folder import RunFolder

OTHER_PROCESS = """
import sys, time
from pathlib import Path
sys.path[:0] = {path!r}
from core import run_folder
made = run_folder.choose(Path({base!r}), 4711, {{}})
print(made.path, flush=True)
sys.stdin.read()
"""


class RunFolderTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)

    def choose(self, base: Path, process_id: int, environment: dict[str, str]) -> RunFolder:
        chosen = run_folder.choose(base, process_id, environment)
        self.addCleanup(chosen.remove)
        return chosen

    def in_another_process(self) -> "tuple[subprocess.Popen[str], Path]":
        """A server of another process that has, or believes to have, the id 4711."""
        text = OTHER_PROCESS.format(path=sys.path, base=str(self.base))
        other = subprocess.Popen(
            [sys.executable, "-c", text],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert other.stdout is not None
        self.addCleanup(other.communicate)
        return other, Path(other.stdout.readline().strip())

    def test_is_below_the_addons_folder_and_private(self) -> None:
        chosen = self.choose(self.base, 4711, {})

        self.assertEqual(chosen.path.parent, self.base / "run")
        self.assertTrue(chosen.path.name.startswith("4711-"))

    def test_is_another_one_for_each_server_also_where_the_process_ids_are_equal(self) -> None:
        _, theirs = self.in_another_process()
        (theirs / "token").write_text("theirs")

        run_folder.remove_stale(self.base, {})
        mine = self.choose(self.base, 4711, {})
        (mine.path / "token").write_text("mine")

        self.assertNotEqual(mine.path, theirs)
        self.assertEqual((theirs / "token").read_text(), "theirs")
        mine.remove()
        self.assertEqual((theirs / "token").read_text(), "theirs")

    def test_of_a_process_that_was_killed_is_removed(self) -> None:
        other, theirs = self.in_another_process()
        other.kill()
        other.wait()

        run_folder.remove_stale(self.base, {})

        self.assertFalse(theirs.exists())

    def test_of_a_process_that_was_killed_is_removed_also_elsewhere(self) -> None:
        (self.base / "run").write_text("a file is in the way")
        other, theirs = self.in_another_process()
        run_folder.remove_stale(self.base, {})
        self.assertTrue(theirs.exists())
        other.kill()
        other.wait()

        run_folder.remove_stale(self.base, {})

        self.assertNotIn(self.base, theirs.parents)
        self.assertFalse(theirs.exists())

    def test_that_is_removed_twice_is_gone(self) -> None:
        chosen = self.choose(self.base, 4711, {})

        chosen.remove()
        chosen.remove()

        self.assertFalse(chosen.path.exists())

    def test_is_in_the_runtime_folder_when_the_addons_path_is_too_long(self) -> None:
        runtime = self.base / "runtime"
        runtime.mkdir()

        chosen = run_folder.choose(
            self.base / ("x" * 100), 4711, {"XDG_RUNTIME_DIR": str(runtime)}, "linux"
        )
        self.addCleanup(chosen.remove)

        self.assertEqual(chosen.path.parent, runtime / "malloc_vr")

    def test_leaves_room_for_a_socket_as_long_as_each_system_allows(self) -> None:
        for platform, limit in (("linux", 107), ("darwin", 103)):
            for length in range(50, 110):
                with self.subTest(platform=platform, length=length):
                    base = self.base / ("x" * length)
                    chosen = run_folder.choose(base, 4711, {}, platform)
                    self.addCleanup(chosen.remove)

                    self.assertLessEqual(len(os.fsencode(chosen.path / "mcp.sock")), limit)

    def test_may_have_any_length_where_there_is_no_socket(self) -> None:
        chosen = run_folder.choose(self.base / ("x" * 100), 4711, {}, "win32")
        self.addCleanup(chosen.remove)

        self.assertEqual(chosen.path.parent.parent, self.base / ("x" * 100))

    def test_is_elsewhere_when_the_addons_folder_cannot_be_made(self) -> None:
        (self.base / "run").write_text("a file is in the way")

        chosen = self.choose(self.base, 4711, {})

        self.assertTrue(chosen.path.is_dir())
        self.assertNotIn(self.base, chosen.path.parents)

    def test_what_is_not_ours_or_not_ready_is_kept(self) -> None:
        run = self.base / "run"
        for name in ("notes", "4711-half", str(os.getpid())):
            (run / name).mkdir(parents=True)
        (run / "file").write_text("")

        run_folder.remove_stale(self.base, {})

        kept = {path.name for path in run.iterdir()}
        self.assertEqual(kept, {"notes", "4711-half", str(os.getpid()), "file"})


if __name__ == "__main__":
    unittest.main()
