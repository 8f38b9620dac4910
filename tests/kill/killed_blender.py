"""A Blender that runs kill_learner.py, as seen from outside."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from printed import Printing, start_printing

PATIENCE_SECONDS = 120.0
POLL_SECONDS = 0.001


@dataclass
class Blender:
    """One Blender at work; what it reported so far."""

    running: Printing
    output: Path
    errors: Path

    def reported(self, key: str) -> list[Any]:
        """The values of the whole lines with this key."""
        lines = self.output.read_text("utf-8", "replace").splitlines(keepends=True)
        said = [json.loads(x) for x in lines if x.startswith('{"') and x.endswith("\n")]
        return [line[key] for line in said if key in line]

    def acknowledged(self) -> list[str]:
        """The events that the learner's operators heard are recorded."""
        return [event_id for ids in self.reported("acknowledged") for event_id in ids]

    def wait_until(self, acknowledgements: int) -> None:
        """Wait for the first unit's start and so many acknowledgements after it.

        Raises:
            RuntimeError: Blender ended, or reported nothing for too long.
        """
        until = time.monotonic() + PATIENCE_SECONDS
        while not (
            self.reported("started") and len(self.reported("acknowledged")) > acknowledgements
        ):
            if self._has_ended() or time.monotonic() > until:
                self.kill()
                raise RuntimeError(f"Blender did not get there: {self.said()}")
            time.sleep(POLL_SECONDS)

    def wait_for(self, key: str) -> Any:
        """Wait until it reported this; what it reported.

        Raises:
            RuntimeError: Blender ended, or did not tell for too long.
        """
        until = time.monotonic() + PATIENCE_SECONDS
        while not self.reported(key):
            if self._has_ended() or time.monotonic() > until:
                self.kill()
                raise RuntimeError(f"Blender did not tell {key}: {self.said()}")
            time.sleep(POLL_SECONDS)
        return self.reported(key)[-1]

    def end(self) -> int:
        """Wait for its end; its exit code. One that does not come to an end is killed for it."""
        try:
            return self.running.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            return self.kill()

    def kill(self) -> int:
        """Kill it; its exit code, which says whether it had ended by itself."""
        return self.running.kill()

    def _has_ended(self) -> bool:
        return self.running.process.poll() is not None

    def said(self) -> str:
        """The end of what it printed."""
        texts = (path.read_text("utf-8", "replace")[-1500:] for path in (self.output, self.errors))
        return "\n".join(texts)


def start(command: Sequence[str], environment: Mapping[str, str], base: Path) -> Blender:
    """Start a Blender; what it prints goes to two files beside `base`, which no kill can empty."""
    output, errors = base.with_suffix(".output"), base.with_suffix(".errors")
    return Blender(start_printing(command, output, errors, environment), output, errors)
