"""The benchmarks that are one program each, which measures its peer itself."""

import json
from pathlib import Path
from typing import Any

from ..cmake import build
from ..processes import output_of
from .results import Measurement, at_most, at_most_times, compared

DELTA_US_MAX = 50.0
JUDGED_RATIO_MAX = 4.0


def _run(name: str, *arguments: str | Path) -> dict[str, Any]:
    """Build and run a program; what its last line says."""
    program = build("bench") / "bench" / name
    found: dict[str, Any] = json.loads(output_of([program, *arguments]).splitlines()[-1])
    return found


def engine() -> list[Measurement]:
    """One observed try in all models, without and with a decision."""
    found = _run("engine_bench")
    peer, peer_ns = "one logistic function", found["logistic_ns"]
    return [
        compared("engine: update of all models", found["update_ns"], peer, peer_ns, "ns"),
        compared("engine: update and decision", found["update_decide_ns"], peer, peer_ns, "ns"),
    ]


def scene() -> list[Measurement]:
    """500 requirements over 200 objects: their evidence and sentences."""
    found = _run("scene_bench")
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
    found = _run("session_bench")
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
