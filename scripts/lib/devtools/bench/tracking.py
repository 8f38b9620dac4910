"""What following a learner costs in each frame, in headless Blender with the zip installed."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from ..package import current_zip
from ..paths import BUILD, REPO
from ..profiles import install, profile_environment
from ..runtimes import runtime
from ..say import CommandError
from ..version import extension_id
from .results import Measurement, at_most, compared

BLENDER = "4.4.0"
UNIT = "remove_guard"
FRAMES = "2000"
FRAME_P95_US_MAX = 200.0
REDRAW_P95_US_MAX = 20_000.0
IDLE_PERCENT_MAX = 1.0  # of a core


def tracking() -> list[Measurement]:
    """A part that is dragged; and what is looked at while nothing moves."""
    blender = runtime(BLENDER)
    blender.ensure()
    archive = current_zip()
    with tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD) as name:
        environment = profile_environment(os.environ, Path(name) / "profile")
        install(blender, archive, environment)
        script = REPO / "bench" / "tracking_frame.py"
        words = [extension_id(), UNIT, FRAMES]
        command = [str(word) for word in blender.script_command(script, words, environment)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith('{"frame')]
    if done.returncode != 0 or not lines:
        raise CommandError(f"{script.name} failed: {done.stderr.strip()[-2000:]}")
    found = json.loads(lines[0])
    peer, peer_us = "Blender's own update of that frame", found["blender_p50_us"]
    frame = compared("tracking: frame, p95", found["frame_p95_us"], peer, peer_us, "us")
    redraw = compared(
        "tracking: to the redraw request, p95", found["redraw_p95_us"], peer, peer_us, "us"
    )
    idle = compared("tracking: idle", found["idle_percent"], "the limit", IDLE_PERCENT_MAX, "%")
    return [
        compared("tracking: frame, p50", found["frame_p50_us"], peer, peer_us, "us"),
        at_most(FRAME_P95_US_MAX, frame),
        at_most(REDRAW_P95_US_MAX, redraw),
        at_most(IDLE_PERCENT_MAX, idle),
    ]
