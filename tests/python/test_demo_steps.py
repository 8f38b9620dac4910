"""
python3.11 -m unittest tests/python/test_demo_steps.py
"""

import io
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

REPOSITORY = Path(__file__).resolve().parents[2]
LIB = REPOSITORY / "scripts" / "lib"
sys.path.insert(0, str(LIB))

from devtools.demo.steps import Steps  # noqa: E402
from devtools.processes import downloading  # noqa: E402

TALKING = """
import subprocess, sys
from pathlib import Path
from devtools.demo.steps import logged
with logged(Path(sys.argv[1])) as steps, steps.step("Compiling"):
    subprocess.run(["sh", "-c", "echo chatter >&2"])
"""


class StepsTest(unittest.TestCase):
    def test_a_step_is_one_line_and_what_tools_print_goes_to_the_log(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder) / "demo.log"
            done = subprocess.run(
                [sys.executable, "-c", TALKING, str(log)], cwd=LIB, capture_output=True, text=True
            )

            self.assertEqual(done.stderr, " 1. Compiling: 0 s\n")
            self.assertEqual(log.read_text("utf-8"), "chatter\n")

    def test_downloads_are_counted_apart_from_work(self) -> None:
        terminal = io.StringIO()
        steps = Steps(terminal)
        # A step from 0 to 10 s, in which a download lasts from 1 to 8 s.
        with (
            mock.patch("time.monotonic", side_effect=[0.0, 1.0, 8.0, 10.0]),
            steps.step("Blender"),
            downloading(),
        ):
            pass

        self.assertEqual(terminal.getvalue(), " 1. Blender: 3 s, downloads 7 s\n")
        self.assertEqual(steps.work_seconds, 3.0)

    def test_a_step_that_fails_says_no_time(self) -> None:
        terminal = io.StringIO()

        with self.assertRaises(ValueError), Steps(terminal).step("Blender"):
            raise ValueError

        self.assertEqual(terminal.getvalue(), " 1. Blender\n")


if __name__ == "__main__":
    unittest.main()
