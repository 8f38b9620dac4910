"""Group python: unittest over python/core, the native module and these commands."""

import sys
from pathlib import Path

from ..counting import Count, run_counted
from ..paths import LIB, REPO
from ..python_path import environment, unpacked_module


def run() -> Count:
    """Run tests/python with the host's Python and the wheel built for it."""
    command: list[str | Path] = [sys.executable, LIB / "unittest_run.py", REPO / "tests" / "python"]
    return run_counted("python", command, environment(unpacked_module()))
