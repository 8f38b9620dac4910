"""From a key to changed pixels in Blender's window, with the add-on and without, in turn."""

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from ..package import current_zip
from ..paths import BUILD, REPO
from ..profiles import install, profile_environment
from ..runtimes import runtime
from ..say import CommandError
from ..version import extension_id
from .results import Measurement, compared

BLENDER = "4.3.2"
UNIT = "remove_guard"
ROUNDS = "5"
KEYS = "12"  # of one round
LATER_MS_MAX = 30.0
SECONDS_MAX = 600


def pixels() -> list[Measurement]:
    """What follows the hand in the sidebar, against the viewport of the same window."""
    blender = runtime(BLENDER)
    blender.ensure()
    archive = current_zip()
    with tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD) as name:
        environment = profile_environment(os.environ, Path(name) / "profile")
        install(blender, archive, environment)
        script = REPO / "bench" / "pixels.py"
        words = [extension_id(), UNIT, ROUNDS, KEYS]
        command = blender.window_command(script, words, environment)
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=SECONDS_MAX
        )
    lines = [line for line in done.stdout.splitlines() if line.startswith('{"without_ms')]
    if done.returncode != 0 or not lines:
        raise CommandError(f"{script.name} failed: {done.stderr.strip()[-2000:]}")
    found = json.loads(lines[-1])
    with_ms, without_ms = found["with_ms"], found["without_ms"]
    peer = "the viewport without the add-on"
    p50 = compared("pixels: sidebar, p50", median(with_ms), peer, median(without_ms), "ms")
    p95 = compared("pixels: sidebar, p95", _p95(with_ms), peer, _p95(without_ms), "ms")
    later_ms = p95.measured - p95.peer_value
    goal = f"<= the viewport's + {LATER_MS_MAX:.0f} ms"
    return [p50, replace(p95, goal=goal, missed=later_ms > LATER_MS_MAX)]


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]
