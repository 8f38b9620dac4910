"""
python3.11 -m unittest tests/python/test_counting.py
"""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
LIB = REPOSITORY / "scripts" / "lib"
sys.path.insert(0, str(LIB))

from devtools.counting import TIMED_OUT, Count, Ended, run_logged  # noqa: E402

# What a program printed, its exit code, and what it counts as.
ENDS = [
    ("3 passed, 0 failed\n", 0, Count(3, 0)),
    ("x\n1 passed, 0 failed\n4 passed, 2 failed\n", 1, Count(4, 2)),
    ("3 passed, 0 failed\n", 139, Count(3, 1)),
    ("3 passed, 0 failed\n", TIMED_OUT, Count(3, 1)),
    ("0 passed, 0 failed\n", 0, Count(0, 1)),
    ("all is well\n", 0, Count(0, 1)),
    ("", 1, Count(0, 1)),
]

UNITTESTS = """
import unittest

class Conflict(Exception): pass

class Some(unittest.TestCase):
    def test_passes(self): pass
    def test_fails(self): self.fail()
    def test_raises(self):
        try: raise KeyError("cause")
        except KeyError as error: raise Conflict("in two\\nlines") from error
    def test_compares(self): self.assertEqual([1], [2], "of ours")
    @unittest.skip("never")
    def test_is_skipped(self): pass
    def test_fails_twice(self):
        for number in range(2):
            with self.subTest(number): self.fail()
"""


class CountingTest(unittest.TestCase):
    def test_trusts_counts_only_when_the_exit_code_agrees(self) -> None:
        for output, code, expected in ENDS:
            with self.subTest(output=output, code=code), contextlib.redirect_stderr(io.StringIO()):
                self.assertEqual(Ended("x", code, output, 0.1).count(), expected)

    def test_ends_a_program_whose_time_is_up(self) -> None:
        ended = run_logged("test-counting", ["sleep", "60"], limit_seconds=0.2)

        self.assertEqual(ended.code, TIMED_OUT)
        self.assertLess(ended.seconds, 30)

    def test_counts_a_skipped_test_and_one_with_several_failures_as_one_failed(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "test_some.py").write_text(UNITTESTS, "utf-8")
            command: list[str | Path] = [sys.executable, LIB / "unittest_run.py", folder]

            ended = run_logged("test-counting", command)

        self.assertEqual(ended.output.splitlines()[-1], "1 passed, 5 failed")
        self.assertEqual(ended.code, 1)

    def test_names_the_tests_that_failed_behind_what_was_run(self) -> None:
        output = (
            "ERROR: test_a (test_x.T.test_a)\nFAIL: test_b (test_x.T.test_b)\n"
            "review_by_eye ... FAIL\nguide ... ok\n2 passed, 3 failed\n"
        )
        with contextlib.redirect_stderr(io.StringIO()):
            count = Ended("blender", 1, output, 0.1).count() + Count(1, 0)

        self.assertEqual(
            count.failures,
            (
                "blender: test_a (test_x.T.test_a)",
                "blender: test_b (test_x.T.test_b)",
                "blender: review_by_eye",
            ),
        )

    def test_says_beside_a_name_what_was_raised_and_the_last_line_of_it(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "test_some.py").write_text(UNITTESTS, "utf-8")
            command: list[str | Path] = [sys.executable, LIB / "unittest_run.py", folder]
            with contextlib.redirect_stderr(io.StringIO()):
                count = run_logged("test-counting", command).count()

        reasons = [name.split("): ")[-1] for name in count.failures]
        self.assertIn("test_some.Conflict: in two … lines", reasons)
        self.assertIn("AssertionError: Lists differ: [1] != [2] … + [2] : of ours", reasons)

    def test_finds_a_file_that_does_not_import(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "test_some.py").write_text("import not_there\n", "utf-8")

            ended = run_logged("t", [sys.executable, LIB / "unittest_run.py", folder])

        self.assertEqual(ended.output.splitlines()[-1], "0 passed, 1 failed")


class CountTest(unittest.TestCase):
    def test_counts_of_several_runs_keep_what_passed_and_what_failed(self) -> None:
        self.assertEqual(Count(3, 1) + Count(2, 2), Count(5, 3))
        self.assertEqual(str(Count(5, 3)), "5 passed, 3 failed")


if __name__ == "__main__":
    unittest.main()
