"""The groups that need no Blender: layers, native, python, lint."""

import sys
from pathlib import Path

from ..cmake import build
from ..counting import Count, run_counted
from ..ctest import run_tests
from ..layers.check import check
from ..lint import run_checkers
from ..paths import LIB, REPO
from ..python_path import environment, unpacked_module
from ..say import say


def layers() -> Count:
    """Check the rules of structure; every file without a breach is one passed test."""
    files, problems = check(REPO)
    for problem in problems:
        say(f"    {problem}")
    broken = {problem.path for problem in problems}
    return Count(len(files) - len(broken), len(broken))


def native() -> Count:
    """Build and run the Catch2 tests of every module."""
    build("native")
    return run_tests("native")


def python() -> Count:
    """Run tests/python with the host's Python and the wheel built for it."""
    command: list[str | Path] = [sys.executable, LIB / "unittest_run.py", REPO / "tests" / "python"]
    return run_counted("python", command, environment(unpacked_module()))


def lint() -> Count:
    """Run every checker of scripts/lint; each is one test."""
    return run_checkers(fix=False)
