"""tools/call of a tool that needs bpy, in headless Blender, against its function called straight."""

import os
import tempfile
from pathlib import Path

from ..cmake import build
from ..package import current_zip
from ..paths import BUILD, REPO
from ..profiles import install, profile_environment
from ..runtimes import runtime
from ..version import extension_id
from .http import load, serving, tool_call
from .results import Measurement, compared

BLENDER = "4.4.0"
UNIT = "seat_gasket"
REPETITIONS = "500"
SECONDS = 3.0
NEEDS_BPY, NEEDS_NONE = "get_lesson", "list_learners"


def scene_call() -> list[Measurement]:
    """One client over HTTP, with the zip installed; the main thread waits on the native queue."""
    program = build("bench") / "bench" / "mcp_echo" / "http_load"
    blender = runtime(BLENDER)
    blender.ensure()
    archive = current_zip()
    with tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD) as name:
        folder = Path(name)
        environment = profile_environment(os.environ, folder / "profile")
        install(blender, archive, environment)
        script = REPO / "bench" / "scene_call.py"
        words = [extension_id(), UNIT, REPETITIONS]
        command = blender.script_command(script, words, environment)
        with serving(command, environment) as served:
            token = Path(served.told["token_file"]).read_text("utf-8").strip()
            found = {}
            for tool, arguments in ((NEEDS_BPY, {"unit_id": UNIT}), (NEEDS_NONE, {})):
                request = folder / f"{tool}.http"
                request.write_bytes(tool_call(served.port, token, tool, arguments))
                found[tool] = load(program, served, request, 1, SECONDS)["p50_us"]
            bare_us = served.told["bare_us"]
    name = f"scene call: {NEEDS_BPY} of one unit, over HTTP"
    return [
        compared(name, found[NEEDS_BPY], "its function in that Blender", bare_us, "us"),
        compared(name, found[NEEDS_BPY], f"{NEEDS_NONE}, needs no bpy", found[NEEDS_NONE], "us"),
    ]
