"""Tools that only read, while others write: the add-on's server with a record, without Blender."""

import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from devtools.say import CommandError

from .programs import programs, scratch
from .results import Measurement, at_most_times, in_turn
from .served import SERVER_CORE, Served, load, load_command, on_core, serving

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
    with scratch() as name:
        command = on_core(SERVER_CORE, [programs() / "record_server", name, str(LEARNERS)])
        with serving(command) as served:
            folder = Path(name)
            writing = served.request(folder, WRITING, PROFILE)
            return [
                _slower(served, tool, served.request(folder, tool, arguments), writing)
                for tool, arguments in READING.items()
            ]


def _slower(served: Served, tool: str, request: Path, writing: Path) -> Measurement:
    def p50_us() -> float:
        return load(served, request, 1, SECONDS, measures_cpu=False)["p50_us"]

    alone, beside = [], []
    for _ in range(ROUNDS):
        alone.append(p50_us())
        with _writers(served, writing):
            beside.append(p50_us())
    name = f"reading: {tool}, p50 while {WRITERS} write"
    return at_most_times(SLOWER_MAX, in_turn(name, beside, "the same, nobody writing", alone, "us"))


@contextmanager
def _writers(served: Served, writing: Path) -> Iterator[None]:
    """Let them write while the body runs; CommandError if one of them was not answered."""
    seconds = SECONDS + 2 * SETTLING_SECONDS
    command = load_command(
        served, writing, WRITERS, seconds, interval_ms=INTERVAL_MS, measures_cpu=False
    )
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        time.sleep(SETTLING_SECONDS)
        yield
        said = process.communicate()[0]
    if process.returncode != 0:
        raise CommandError(f"the writers failed: {said}")
