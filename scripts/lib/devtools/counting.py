"""Counting tests: running a program that ends with `N passed, N failed`."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .paths import BUILD, REPO
from .say import CommandError, say

LOGS = BUILD / "logs"
SHOWN_LINES = 60
LAST_LINE = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)


@dataclass(frozen=True)
class Count:
    """How many tests passed and failed."""

    passed: int = 0
    failed: int = 0

    def __add__(self, other: "Count") -> "Count":
        """Return both together."""
        return Count(self.passed + other.passed, self.failed + other.failed)

    def __str__(self) -> str:
        """Return the line that ends every run."""
        return f"{self.passed} passed, {self.failed} failed"


FAILED = Count(failed=1)


@dataclass(frozen=True)
class Ended:
    """How a program ended.

    Attributes:
        code: its exit code; None when its time was up.
        output: all that it printed.
        seconds: how long it took.
    """

    code: int | None
    output: str
    seconds: float


def run_logged(
    name: str,
    command: Sequence[str | Path],
    environment: Mapping[str, str] | None = None,
    limit_seconds: float = 600.0,
    cwd: Path = REPO,
) -> Ended:
    """Run `command`, keeping what it prints in build/logs/NAME.log, with - for what no name has."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{re.sub(r'[^A-Za-z0-9_.]+', '-', name)}.log"
    began = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(each) for each in command],
            cwd=cwd,
            env=dict(environment) if environment is not None else None,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        code: int | None = None
        try:
            code = process.wait(limit_seconds)
        except subprocess.TimeoutExpired:
            # Its session is its own, so this ends what it started and nothing else.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return Ended(code, log.read_text("utf-8", "replace"), time.monotonic() - began)


def run_quiet(
    name: str,
    command: Sequence[str | Path],
    environment: Mapping[str, str],
    limit_seconds: float = 600.0,
) -> None:
    """Run `command`; what it prints is shown when it fails.

    Raises:
        CommandError: when it fails or its time is up, with the end of what it said.
    """
    ended = run_logged(name, command, environment, limit_seconds)
    if ended.code is None:
        raise CommandError(f"{name}: its time was up after {ended.seconds:.0f} s")
    if ended.code != 0:
        raise CommandError(f"{name} failed:\n{ended.output.strip()[-4000:]}")


def count_of(name: str, ended: Ended) -> Count:
    """Return the counts that a run printed last, and show its end when something failed.

    A run without counts, past its time, or with an exit code that its counts do not explain has
    failed: that is one more failed test.
    """
    found = LAST_LINE.findall(ended.output)
    count = Count(*map(int, found[-1])) if found else Count()
    if ended.code is None:
        count += FAILED
        say(f"{name}: its time was up after {ended.seconds:.0f} s")
    elif not found or count == Count() or (ended.code != 0 and count.failed == 0):
        count += FAILED
        say(f"{name}: ended with exit code {ended.code} and no count that explains it")
    if count.failed:
        show_end(ended.output)
    say(f"{name}: {count} ({ended.seconds:.1f} s)")
    return count


def show_end(output: str) -> None:
    """Show the last lines of what failed."""
    for line in output.rstrip().splitlines()[-SHOWN_LINES:]:
        say(f"    {line}")


def run_counted(
    name: str,
    command: Sequence[str | Path],
    environment: Mapping[str, str] | None = None,
    limit_seconds: float = 600.0,
) -> Count:
    """Run a program that ends with its counts and return them."""
    return count_of(name, run_logged(name, command, environment, limit_seconds))
