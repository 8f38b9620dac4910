"""Measures a scene command called straight, then serves it: run by scripts/bench in Blender.

    scene_call.py EXTENSION_ID UNIT_ID REPETITIONS

Its lines on stdout that are JSON objects: `bare_us`, the median time of the Python function that
the tool get_lesson has run on the main thread; then the line of the command `serve`.
"""

import importlib
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts" / "lib" / "in_blender"))

from enabling import enable


def median_us(commands: Any, unit_id: str, repetitions: int) -> float:
    """Call the function that reads one unit of the lesson, and nothing around it."""
    times = []
    for _ in range(repetitions):
        began = time.perf_counter()
        commands.run("read_lesson", {"unit_id": unit_id}, local=False)
        times.append((time.perf_counter() - began) * 1e6)
    return statistics.median(times)


def main(extension: str, unit_id: str, repetitions: str) -> int:
    """Author the lesson that ships with the add-on, measure, serve until SIGTERM."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    package = enable(extension)
    if bpy.ops.malloc_vr.lesson_add_example() != {"FINISHED"}:
        raise RuntimeError("the lesson was not authored")
    commands = importlib.import_module(f"{package}.serving.commands")
    bare_us = median_us(commands, unit_id, int(repetitions))
    print(json.dumps({"bare_us": bare_us}), flush=True)
    code: int = importlib.import_module(f"{package}.serving.cli").serve(["--port", "0"])
    return code


if __name__ == "__main__":
    words = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    sys.exit(main(*words))
