"""Running other programs."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from .project import REPO
from .say import CommandError

Argv = Sequence[str | Path]
Command = list[str | Path]  # an Argv that is being put together
_download_seconds: list[float] = []


def run(
    command: Argv, *, cwd: Path = REPO, env: Mapping[str, str] | None = None, what: str = ""
) -> None:
    """Run `command` with its output on stderr.

    Raises:
        CommandError: when it fails; `what` names the step.
    """
    code = _started(command, cwd=cwd, env=env, stdout=2).returncode
    if code != 0:
        raise CommandError(f"{what or Path(command[0]).name} failed (exit code {code})")


def _started(command: Argv, **options: Any) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(command, **options)
    except OSError as error:
        raise CommandError(f"{command[0]} cannot be started: {error.strerror}") from error


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


def download(command: Argv, what: str, env: Mapping[str, str] | None = None) -> None:
    """Run something that downloads (apt, pip, npm and CMake try again by themselves)."""
    with downloading():
        run(command, what=what, env=env)


def output_of(command: Argv) -> str:
    """Return what `command` prints on stdout.

    Raises:
        CommandError: when it fails, with what it printed on stderr.
    """
    done = _started(command, cwd=REPO, capture_output=True, text=True)
    if done.returncode != 0:
        raise CommandError(f"{Path(command[0]).name} failed: {done.stderr.strip()[-2000:]}")
    return done.stdout


def as_root(command: Argv) -> list[str]:
    """Return `command` so that root runs it."""
    return [*([] if os.geteuid() == 0 else ["sudo"]), *map(str, command)]


def start_in_our_place(
    command: Argv, env: Mapping[str, str], stdout: int | None = None
) -> subprocess.Popen[str]:
    """Start a program that SIGINT and SIGTERM go to from now on; `stdout` as in `Popen`."""
    # A session of its own: Ctrl-C in a terminal reaches the child once, through us.
    process = subprocess.Popen(command, env=env, stdout=stdout, text=True, start_new_session=True)

    def forward(number: int, frame: FrameType | None) -> None:
        if process.poll() is None:
            process.send_signal(number)

    signal.signal(signal.SIGINT, forward)
    signal.signal(signal.SIGTERM, forward)
    return process


def exit_code(process: subprocess.Popen[str]) -> int:
    """Wait for the end; a death by signal N is 128 + N, as in a shell."""
    code = process.wait()
    return 128 - code if code < 0 else code
