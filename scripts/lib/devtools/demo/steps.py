"""What scripts/demo says: one line a step. What the tools print goes to a log."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..processes import download_seconds


class Steps:
    """The steps of one run.

    Attributes:
        work_seconds: of all steps so far, downloads not counted.
    """

    def __init__(self, terminal: IO[str]) -> None:
        """Say each step on `terminal`."""
        self._terminal = terminal
        self._count = 0
        self.work_seconds = 0.0

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """Say what is being done, and when it is done how long that took."""
        self._count += 1
        print(f"{self._count:>2}. {what}", end="", flush=True, file=self._terminal)
        began, downloads_before = time.monotonic(), download_seconds()
        try:
            yield
            downloads = download_seconds() - downloads_before
            work = time.monotonic() - began - downloads
            self.work_seconds += work
            also = f", downloads {downloads:.0f} s" if downloads >= 1 else ""
            print(f": {work:.0f} s{also}", end="", file=self._terminal)
        finally:
            print(flush=True, file=self._terminal)

    def say(self, text: str) -> None:
        """Print one line that is no step."""
        print(text, flush=True, file=self._terminal)


@contextmanager
def logged(log: Path) -> Iterator[Steps]:
    """Let what this process and its children print on stderr go to `log`, but for the steps."""
    log.parent.mkdir(parents=True, exist_ok=True)
    sys.stderr.flush()
    with log.open("ab") as out, os.fdopen(os.dup(2), "w", encoding="utf-8") as terminal:
        os.dup2(out.fileno(), 2)
        try:
            yield Steps(terminal)
        finally:
            sys.stderr.flush()
            os.dup2(terminal.fileno(), 2)
