"""The groups that need no Blender: layers, native, python, lint and record."""

import os
import sys
import tempfile
from pathlib import Path

from ..build import python_environment, unpacked_module
from ..check_layers import check
from ..cmake import build
from ..counting import Count, run_logged
from ..ctest import run_tests
from ..lint import CHECKERS, run_checkers
from ..processes import Command
from ..project import BUILD, LIB, REPO
from ..say import say

TESTS = REPO / "tests"
SAMPLE_KILLS, SAMPLE_SECONDS = 50, 1800.0
ALL_KILLS, ALL_SECONDS = 1000, 6 * 3600.0
MEMORY = Path("/dev/shm")  # where Linux has a file system in memory


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
    command: Command = [sys.executable, LIB / "unittest_run.py", TESTS / "python"]
    return run_logged("python", command, python_environment(unpacked_module())).count()


def lint() -> Count:
    """Run every checker of scripts/lint; each is one test."""
    return run_checkers(CHECKERS)


def record(everything: bool) -> Count:
    """Run what can go wrong with a record's disk: a seeded sample, or everything there is.

    tests/faults makes it go wrong, so no real disk needs to be below; tests/kill kills two processes
    on one record; scripts/record says what it should of records in each state.
    """
    built = build("native")
    limit = ALL_SECONDS if everything else SAMPLE_SECONDS
    below = MEMORY if os.access(MEMORY, os.W_OK) else BUILD
    with tempfile.TemporaryDirectory(prefix="malloc_vr_faults_", dir=below) as work:
        faults: Command = [built / "tests" / "faults" / "record_faults", work]
        faults += ["--all"] if everything else []
        count = run_logged("record-faults", faults, limit_seconds=limit).count()
    program = built / "native" / "record_tool" / "record_tool"
    tool: Command = [sys.executable, TESTS / "faults" / "record_tool_test.py", program]
    count += run_logged("record-tool", tool).count()
    kill: Command = [sys.executable, TESTS / "kill" / "record_kill.py"]
    kill += [built / "tests" / "kill" / "record_kill_child"]
    kill += ["--kills", str(ALL_KILLS if everything else SAMPLE_KILLS)]
    return count + run_logged("record-kill", kill, limit_seconds=limit).count()
