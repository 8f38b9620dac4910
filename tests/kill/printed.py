"""Starting a program whose output is read after it was killed."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LIMIT_SECONDS = 30.0


@dataclass(frozen=True)
class Printing:
    """A program, and the one that brings what it prints into a file: a pipe alone could fill up.

    A program of wine prints into pipes alone, so the file is not its own.
    """

    process: subprocess.Popen[bytes]
    copier: subprocess.Popen[bytes]

    def wait(self, limit_seconds: float | None = None) -> int:
        """Wait for its end and until the file has all that it printed; its exit code.

        Raises:
            subprocess.TimeoutExpired: It does not end.
        """
        code = self.process.wait(limit_seconds)
        self.copier.wait(LIMIT_SECONDS)
        return code

    def kill(self) -> int:
        """Kill it and wait; its exit code, which says whether it had ended before."""
        self.process.kill()
        return self.wait()


def start_printing(
    argv: Sequence[str], output: Path, errors: Path, environment: Mapping[str, str] | None = None
) -> Printing:
    """Start a program; what it prints goes to these two files."""
    with output.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(argv, env=environment, stdout=subprocess.PIPE, stderr=err)
        copier = subprocess.Popen(["cat"], stdin=process.stdout, stdout=out)
    if process.stdout is not None:
        process.stdout.close()  # the copier has it
    return Printing(process, copier)
