"""The benchmarks that are one program each, which measures its peer itself."""

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from devtools.cmake import build
from devtools.processes import output_of
from devtools.project import BUILD
from devtools.say import CommandError

from .results import Measurement, at_most, at_most_times, compared

DELTA_US_MAX = 50.0
JUDGED_RATIO_MAX = 4.0


@cache
def programs() -> Path:
    """Build the programs of bench/, once; return their folder."""
    return build("bench") / "bench"


def scratch() -> tempfile.TemporaryDirectory[str]:
    """Make a folder below build/, which is on a disk where the clone is."""
    BUILD.mkdir(exist_ok=True)
    return tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD)


def run_program(name: str, *arguments: str | Path) -> dict[str, Any]:
    """Run a program of bench/; return what its last line says.

    Raises:
        CommandError: when it fails.
    """
    return last_object(output_of([programs() / name, *arguments]))


def last_object(printed: str) -> dict[str, Any]:
    """Return the last JSON object among the printed lines.

    Raises:
        CommandError: when there is none.
    """
    lines = [line for line in printed.splitlines() if line.startswith('{"')]
    if not lines:
        raise CommandError(f"no figures among what was printed: {printed[-500:]!r}")
    found: dict[str, Any] = json.loads(lines[-1])
    return found


def engine() -> list[Measurement]:
    """One observed try in all models, without and with a decision."""
    found = run_program("engine_bench")
    peer, peer_ns = "one logistic function", found["logistic_ns"]
    return [
        compared("engine: update of all models", found["update_ns"], peer, peer_ns, "ns"),
        compared("engine: update and decision", found["update_decide_ns"], peer, peer_ns, "ns"),
    ]


def scene() -> list[Measurement]:
    """500 requirements over 200 objects: their evidence and sentences."""
    found = run_program("scene_bench")
    return [
        compared(
            "scene: evidence of 500 requirements",
            found["evaluate_us"],
            "500 plain distances",
            found["distances_us"],
            "us",
        ),
    ]


def session() -> list[Measurement]:
    """A run in a scene of 10,000 objects with 500 conditions, and 100 runs at once."""
    found = run_program("session_bench")
    peer, peer_us = "500 plain distances", found["distances_us"]
    moved = compared("session: one object of 10,000 moved", found["delta_us"], peer, peer_us, "us")
    judged = compared(
        "session: 500 conditions judged anew", found["judged_us"], peer, peer_us, "us"
    )
    return [
        at_most(DELTA_US_MAX, moved),
        at_most_times(JUDGED_RATIO_MAX, judged),
        compared("session: time passed", found["idle_us"], peer, peer_us, "us"),
        compared("session: one of 100 runs", found["run_of_100_us"], peer, peer_us, "us"),
    ]
