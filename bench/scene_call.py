"""Serves a scene command and measures its function meanwhile: run by scripts/bench in Blender.

    scene_call.py EXTENSION_ID

Its lines on stdout that are JSON objects: that of the command `serve`; at the end, on SIGTERM,
`bare_us`: the median time of the Python function that the tools have run on the main thread, taken
around each call of it and nothing else.
"""

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts" / "lib" / "in_blender"))

from enabling import enable


def timed(function: Callable[..., Any], times_us: list[float]) -> Callable[..., Any]:
    """The same function, which notes how long each call takes."""

    def run(*words: Any, **options: Any) -> Any:
        began = time.perf_counter()
        try:
            return function(*words, **options)
        finally:
            times_us.append((time.perf_counter() - began) * 1e6)

    return run


def main(extension: str) -> int:
    """Author the lesson that ships with the add-on, serve until SIGTERM, tell the times."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    package = enable(extension)
    if bpy.ops.malloc_vr.lesson_add_example() != {"FINISHED"}:
        raise RuntimeError("the lesson was not authored")
    commands = importlib.import_module(f"{package}.serving.commands")
    times_us: list[float] = []
    vars(commands)["run"] = timed(commands.run, times_us)
    code: int = importlib.import_module(f"{package}.serving.cli").serve(["--port", "0"])
    print(json.dumps({"bare_us": statistics.median(times_us)}), flush=True)
    return code


if __name__ == "__main__":
    words = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    sys.exit(main(*words))
