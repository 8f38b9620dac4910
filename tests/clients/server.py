"""Servers as a program that starts them sees them, and `scripts/serve` among them."""

import json
import os
import select
import signal
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO / "scripts" / "lib"))

from devtools.wine import host_path  # noqa: E402

BLENDER = "4.4.0"
START_SECONDS_MAX = 600  # a zip that is stale is packaged first
END_SECONDS_MAX = 120


def clean_environment() -> dict[str, str]:
    """Return our environment without what would let Blender import a module other than the zip's."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def make_empty_file(file: Path) -> None:
    """Save a Blender file without any object.

    Raises:
        subprocess.CalledProcessError: Blender failed.
    """
    script = REPO / "scripts" / "lib" / "in_blender" / "empty_file.py"
    command: list[str | Path] = [REPO / "scripts" / "blender", BLENDER, script, file]
    subprocess.run(command, env=clean_environment(), check=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True)
class Address:
    """What the first line on stdout says; one without Blender says nothing of that."""

    url: str
    socket: str
    token_file: str
    line_port: int = 0
    pid: int = 0
    blender: str = ""

    @property
    def token(self) -> str:
        """The token in the file."""
        return host_path(self.token_file).read_text("utf-8").strip()

    @property
    def line(self) -> str:
        """Where lines are heard: a local socket's path, or a port."""
        return self.socket or str(self.line_port)


class ServerProcess(ABC):
    """A running server; leaving the context ends what a failed check left of it."""

    def __init__(
        self,
        command: Sequence[str | Path],
        log: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start it and wait for its first line; what it says on stderr goes to `log`."""
        self._log = log
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
        self.first_line = self._read_first_line()
        self.members: dict[str, Any] = json.loads(self.first_line)
        self.address = Address(**self.members)

    def _read_first_line(self) -> str:
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], START_SECONDS_MAX)
        line = self.process.stdout.readline() if ready else ""
        if not line.startswith("{"):
            self.process.terminate()
            self.process.wait(END_SECONDS_MAX)
            raise AssertionError(f"no JSON object but {line!r}; {self._log.read_text()[-2000:]}")
        return line

    @abstractmethod
    def stop(self) -> None:
        """Have it end, the hard way if need be."""

    def __enter__(self) -> Self:
        """Return the server."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it if it still runs."""
        if self.process.poll() is None:
            self.stop()
            self.process.wait(END_SECONDS_MAX)


class Server(ServerProcess):
    """`scripts/serve` on a Blender file."""

    def __init__(self, file: Path, log: Path, blender: str = BLENDER) -> None:
        """Start it on `file` in that Blender; what it says on stderr goes to `log`."""
        self.file = file
        self.file_at_start = file.read_bytes()
        command: list[str | Path] = [REPO / "scripts" / "serve", file, "--blender", blender]
        super().__init__(command, log, clean_environment())

    def end(self, number: signal.Signals) -> int:
        """Send the signal to the program that was started; return its exit code."""
        self.process.send_signal(number)
        return self.process.wait(END_SECONDS_MAX)

    def stop(self) -> None:
        """Kill Blender itself; the command that started it ends with it."""
        os.kill(self.address.pid, signal.SIGKILL)
