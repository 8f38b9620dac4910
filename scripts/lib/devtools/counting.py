"""Counting tests: running a program that ends with `N passed, N failed`."""

import re
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from .processes import Argv
from .project import BUILD, REPO
from .say import CommandError, say

LOGS = BUILD / "logs"
SHOWN_LINES = 60
LAST_LINE = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)
FAILED_TEST = re.compile(r"^(?:FAIL|ERROR): (.+)$|^(\w+) \.\.\. FAIL$", re.MULTILINE)
REPORTS_END = re.compile(r"^[=-]{70}$", re.MULTILINE)
TRACEBACK = "Traceback (most recent call last):"
REASON_CHARS = 1200
TIMED_OUT = 124  # says timeout(1)


@dataclass(frozen=True)
class Count:
    """How many tests passed and failed.

    Attributes:
        passed: how many passed.
        failed: how many failed.
        failures: the failed ones whose names were found, behind what was run, with their reasons.
    """

    passed: int = 0
    failed: int = 0
    failures: tuple[str, ...] = field(default=(), compare=False)

    def __add__(self, other: "Count") -> "Count":
        """Return both together."""
        return Count(
            self.passed + other.passed, self.failed + other.failed, self.failures + other.failures
        )

    def __str__(self) -> str:
        """Return the line that ends every run."""
        return f"{self.passed} passed, {self.failed} failed"


FAILED = Count(failed=1)


@dataclass(frozen=True)
class Ended:
    """How a program ended.

    Attributes:
        name: what was run.
        code: its exit code; TIMED_OUT when its time was up.
        output: all that it printed.
        seconds: how long it took.
    """

    name: str
    code: int
    output: str
    seconds: float

    def __str__(self) -> str:
        """Return how it ended."""
        if self.code == TIMED_OUT:
            return f"{self.name}: its time was up after {self.seconds:.0f} s"
        return f"{self.name}: ended with exit code {self.code}"

    def check(self) -> None:
        """Do nothing when it did what it should.

        Raises:
            CommandError: when it failed or its time was up, with the end of what it said.
        """
        if self.code != 0:
            raise CommandError(f"{self}:\n{self.output.strip()[-4000:]}")

    def count(self) -> Count:
        """Return the counts that it printed last, and show its end when something failed.

        A run without counts, past its time, or with an exit code that its counts do not explain has
        failed: that is one more failed test.
        """
        found = LAST_LINE.findall(self.output)
        passed, failed = map(int, found[-1]) if found else (0, 0)
        count = Count(passed, failed)
        explained = count.failed > 0 or (self.code == 0 and count.passed > 0)
        if self.code == TIMED_OUT or not explained:
            count += FAILED
            say(f"{self}, and no count that explains it")
        if count.failed:
            show_end(self.output)
            count += Count(
                failures=tuple(f"{self.name}: {one}" for one in failed_tests(self.output))
            )
        say(f"{self.name}: {count} ({self.seconds:.1f} s)")
        return count


def run_logged(
    name: str,
    command: Argv,
    environment: Mapping[str, str] | None = None,
    limit_seconds: float = 600.0,
) -> Ended:
    """Run `command`, keeping what it prints in build/logs/NAME.log, with - for what no name has."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{re.sub(r'[^A-Za-z0-9_.]+', '-', name)}.log"
    # It makes a group of its own, so it ends what was started in it and nothing else.
    limited: Argv = ["timeout", "--kill-after=10", str(limit_seconds), *command]
    began = time.monotonic()
    with log.open("wb") as out:
        code = subprocess.run(
            limited,
            cwd=REPO,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        ).returncode
    return Ended(name, code, log.read_text("utf-8", "replace"), time.monotonic() - began)


def failed_tests(output: str) -> list[str]:
    """Return the names of the tests that `output` says to have failed, in its order, each with its reason if there is one."""
    return [_name_and_reason(output, found) for found in FAILED_TEST.finditer(output)]


def _name_and_reason(output: str, found: re.Match[str]) -> str:
    name = found[found.lastindex or 0].strip()
    _, *reports = REPORTS_END.split(output[found.end() :], maxsplit=2)
    if not found[1] or not reports or TRACEBACK not in reports[0]:
        return name
    lines = reports[0].rpartition(TRACEBACK)[2].strip("\n").rstrip().splitlines()
    raised = next((at for at, line in enumerate(lines) if line[:1].strip()), len(lines) - 1)
    # Between the two lies a comparison; a message of the test's own comes last.
    said = dict.fromkeys((lines[raised], lines[-1]))
    return f"{name}: {' … '.join(said)}"[:REASON_CHARS]


def show_end(output: str) -> None:
    """Show the last lines of what failed."""
    for line in output.rstrip().splitlines()[-SHOWN_LINES:]:
        say(f"    {line}")
