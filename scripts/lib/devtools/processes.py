"""Running other programs."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO

from .paths import REPO
from .say import CommandError, say

RETRY_PAUSES_SECONDS = (2.0, 10.0)
_download_seconds: list[float] = []


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path = REPO,
    env: Mapping[str, str] | None = None,
    what: str = "",
) -> None:
    """Run `command` with its output on stderr.

    Raises:
        CommandError: when it fails; `what` names the step.
    """
    code = subprocess.run([str(each) for each in command], cwd=cwd, env=env, stdout=2).returncode
    if code != 0:
        raise CommandError(f"{what or Path(command[0]).name} failed (exit code {code})")


@contextmanager
def downloading() -> Iterator[None]:
    """Count the time inside as time of downloads."""
    began = time.monotonic()
    try:
        yield
    finally:
        _download_seconds.append(time.monotonic() - began)


def download_seconds() -> float:
    """Return how long this process has been downloading so far."""
    return sum(_download_seconds)


def run_retrying(command: Sequence[str | Path], what: str) -> None:
    """Run something that downloads; try again after a pause, as networks have bad moments.

    Raises:
        CommandError: when it fails for the last time.
    """
    with downloading():
        _run_retrying(command, what)


def _run_retrying(command: Sequence[str | Path], what: str) -> None:
    for pause_seconds in RETRY_PAUSES_SECONDS:
        try:
            run(command, what=what)
        except CommandError as trouble:
            say(f"{trouble}; once more in {pause_seconds:.0f} s")
            time.sleep(pause_seconds)
        else:
            return
    run(command, what=what)


def output_of(command: Sequence[str | Path], *, cwd: Path = REPO) -> str:
    """Return what `command` prints on stdout.

    Raises:
        CommandError: when it fails, with what it printed on stderr.
    """
    done = subprocess.run(
        [str(each) for each in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise CommandError(f"{Path(command[0]).name} failed: {done.stderr.strip()[-2000:]}")
    return done.stdout


def succeeds(command: Sequence[str | Path], timeout_seconds: float = 120.0) -> bool:
    """Tell whether `command` runs and exits 0; what it prints is dropped."""
    try:
        done = subprocess.run(
            [str(each) for each in command], capture_output=True, timeout=timeout_seconds
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def as_root(command: Sequence[str | Path]) -> list[str]:
    """Return `command` so that root runs it."""
    argv = [str(each) for each in command]
    return argv if os.geteuid() == 0 else ["sudo", *argv]


class Child:
    """A program run in our place: SIGINT and SIGTERM go to it, and its exit code becomes ours."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], stdout: int | None = None
    ) -> None:
        """Start `command`; `stdout` as in `subprocess.Popen`."""
        # A session of its own: Ctrl-C in a terminal reaches the child once, through us.
        self._process = subprocess.Popen(
            command, env=env, stdout=stdout, text=stdout is not None, start_new_session=True
        )
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._forward)

    def _forward(self, number: int, frame: FrameType | None) -> None:
        if self._process.poll() is None:
            self._process.send_signal(number)

    @property
    def stdout(self) -> IO[str]:
        """The child's stdout, when it was started with a pipe."""
        if self._process.stdout is None:
            raise CommandError("the child's stdout was not piped")
        return self._process.stdout

    def wait(self) -> int:
        """Wait for the end; a death by signal N is 128 + N, as in a shell."""
        code = self._process.wait()
        return 128 - code if code < 0 else code
