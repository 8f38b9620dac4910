"""`scripts/serve` as a program that starts it sees it."""

import json
import os
import select
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

REPO = Path(__file__).resolve().parents[2]
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
    """What the first line on stdout says."""

    url: str
    socket: str
    token_file: str
    pid: int
    blender: str

    @property
    def token(self) -> str:
        """The token in the file."""
        return Path(self.token_file).read_text("utf-8").strip()


class Server:
    """A running server; leaving the context ends what a failed check left of it."""

    def __init__(self, file: Path, log: Path) -> None:
        """Start it on `file`; what it says on stderr goes to `log`."""
        self.file = file
        self.file_at_start = file.read_bytes()
        self._log = log
        with log.open("wb") as errors:
            self._process = subprocess.Popen(
                [REPO / "scripts" / "serve", file, "--blender", BLENDER],
                env=clean_environment(),
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
        self.first_line = self._read_first_line()
        self.members: dict[str, Any] = json.loads(self.first_line)
        self.address = Address(**self.members)

    def _read_first_line(self) -> str:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], START_SECONDS_MAX)
        line = self._process.stdout.readline() if ready else ""
        if not line.startswith("{"):
            self._process.terminate()
            self._process.wait(END_SECONDS_MAX)
            raise AssertionError(f"no JSON object but {line!r}; {self._log.read_text()[-2000:]}")
        return line

    @property
    def pid(self) -> int:
        """Process id of the command."""
        return self._process.pid

    def end(self, number: signal.Signals) -> int:
        """Send the signal to the program that was started; return its exit code."""
        self._process.send_signal(number)
        return self._process.wait(END_SECONDS_MAX)

    def __enter__(self) -> "Server":
        """Return the server."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it, the hard way if need be."""
        if self._process.poll() is None:
            os.kill(self.address.pid, signal.SIGKILL)
            self._process.wait(END_SECONDS_MAX)
