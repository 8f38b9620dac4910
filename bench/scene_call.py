"""Serves a scene command and times its function meanwhile: run by scripts/bench in Blender.

    scene_call.py EXTENSION_ID [END_FILE]

Its lines on stdout that are JSON objects: one with the server's `url` and `token_file`; at the end
the medians of `timed_commands`. The end is SIGTERM, or in a window that END_FILE is there.
"""

import importlib
import json
import os
import sys
from pathlib import Path

import bpy

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts" / "lib" / "in_blender"))

from enabling import enable
from timed_commands import TimedCommands

FIRST_PAUSE_SECONDS = 2.0  # until the window is drawn
LOOK_SECONDS = 0.2


def say(**members: object) -> None:
    """Print one JSON object."""
    print(json.dumps(members), flush=True)


def serve_in_window(package: str, timed: TimedCommands, end_file: Path) -> None:
    """Serve beside Blender's own loop until the file is there."""
    server = importlib.import_module(f"{package}.serving.server")

    def begin() -> None:
        status = server.start(0)
        say(url=status.url, token_file=status.token_file)

    def end() -> float:
        if end_file.exists():
            say(**timed.medians())
            os._exit(0)  # a window asks before it closes; this does not
        return LOOK_SECONDS

    bpy.app.timers.register(begin, first_interval=FIRST_PAUSE_SECONDS)
    bpy.app.timers.register(end, first_interval=FIRST_PAUSE_SECONDS, persistent=True)


def main(extension: str, end_file: str = "") -> int:
    """Serve, and tell the times at the end."""
    if not end_file:
        bpy.ops.wm.read_factory_settings(use_empty=True)
    package = enable(extension)
    timed = TimedCommands(importlib.import_module(f"{package}.serving.commands"))
    if end_file:
        serve_in_window(package, timed, Path(end_file))
        return 0
    code: int = importlib.import_module(f"{package}.serving.cli").serve(["--port", "0"])
    say(**timed.medians())
    return code


if __name__ == "__main__":
    words = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    code = main(*words)
    if code or bpy.app.background:
        sys.exit(code)
