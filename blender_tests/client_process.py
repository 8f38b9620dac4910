"""A small MCP client in a process of its own, as the tests see it."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LIMIT_SECONDS = 60.0


def python() -> str:
    """A Python interpreter for child processes; Blender's own need not be in sys.executable."""
    named = Path(sys.executable).name
    return sys.executable if named.startswith("python") else shutil.which("python3") or "python3"


class ClientProcess(subprocess.Popen[str]):
    """A running mcp_child.py; what it prints goes to files: a pipe of Windows is full at 4 KB."""

    def __init__(self, url: str, token_file: str, calls: list[dict[str, Any]]) -> None:
        """Start it with these calls."""
        self._answers = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        super().__init__(
            [python(), str(HERE / "mcp_child.py"), url, token_file],
            stdin=subprocess.PIPE,
            stdout=self._answers,
            stderr=self._errors,
            text=True,
        )
        assert self.stdin is not None
        self.stdin.write(json.dumps(calls))
        self.stdin.close()

    def results(self, limit_seconds: float = LIMIT_SECONDS) -> list[dict[str, Any]]:
        """What it got, once it ended."""
        with self._answers as answers, self._errors as errors:
            self.wait(limit_seconds)
            errors.seek(0)
            assert self.returncode == 0, errors.read()
            answers.seek(0)
            results: list[dict[str, Any]] = json.load(answers)
        return results
