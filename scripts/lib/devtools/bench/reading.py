"""Tools that only read, while others write: the add-on's server with a record, without Blender."""

import json
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from ..cmake import build
from ..paths import BUILD
from ..say import CommandError
from .http import LOAD_CORE, SERVER_CORE, Served, load, on_core, serving, tool_call
from .results import Measurement, at_most_times

LEARNERS = 200
READING: Mapping[str, Mapping[str, Any]] = {
    "list_learners": {},
    "get_learner_progress": {"learner_id": "learner-3"},
    "get_learner_profile": {"learner_id": "learner-3"},
}
WRITING = "process_learner_model"
PROFILE = {"learner_id": "learner-7", "static_profile": {}, "dynamic_profile": {"note": "x" * 200}}
WRITERS = 50
INTERVAL_MS = 100  # between two events of one writer, each of which waits until it is on disk
SETTLING_SECONDS = 0.2
SECONDS = 0.5
ROUNDS = 7
SLOWER_MAX = 1.10


def reading() -> list[Measurement]:
    """Each tool alone and beside the writers, in turn."""
    programs = build("bench") / "bench"
    with tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD) as name:
        command = on_core(SERVER_CORE, [programs / "record_server", name, str(LEARNERS)])
        with serving(command) as served:
            caller = _Caller(programs / "mcp_echo" / "http_load", served, Path(name))
            return [_slower(caller, tool) for tool in READING]


class _Caller:
    def __init__(self, program: Path, served: Served, folder: Path) -> None:
        self._program = program
        self._served = served
        token = Path(served.told["token_file"]).read_text("utf-8").strip()
        self._requests = {}
        for tool, arguments in {**READING, WRITING: PROFILE}.items():
            self._requests[tool] = folder / f"{tool}.http"
            self._requests[tool].write_bytes(tool_call(served.port, token, tool, arguments))

    def p50_us(self, tool: str) -> float:
        request = self._requests[tool]
        return load(self._program, self._served, request, 1, SECONDS, measures_cpu=False)["p50_us"]

    @contextmanager
    def writers(self) -> Iterator[None]:
        """Let them write while the body runs; CommandError if one of them was not answered."""
        seconds = SECONDS + 2 * SETTLING_SECONDS
        port, request = str(self._served.port), self._requests[WRITING]
        words: list[str | Path] = [self._program, port, request, str(WRITERS), str(seconds)]
        words += ["0", str(INTERVAL_MS)]
        command = on_core(LOAD_CORE, words)
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            time.sleep(SETTLING_SECONDS)
            yield
            said = process.communicate()[0]
        if process.returncode != 0:
            raise CommandError(f"the writers failed: {json.loads(said)}")


def _slower(caller: _Caller, tool: str) -> Measurement:
    alone, beside = [], []
    for _ in range(ROUNDS):
        alone.append(caller.p50_us(tool))
        with caller.writers():
            beside.append(caller.p50_us(tool))
    return at_most_times(
        SLOWER_MAX,
        Measurement(
            f"reading: {tool}, p50 while {WRITERS} write",
            median(beside),
            "the same, nobody writing",
            median(alone),
            "us",
            median(a / b for a, b in zip(beside, alone, strict=True)),
        ),
    )
