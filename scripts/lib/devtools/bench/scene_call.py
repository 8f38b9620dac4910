"""tools/call of a tool that needs bpy, in headless Blender, against the function that it runs."""

import os
import tempfile
from pathlib import Path

from ..cmake import build
from ..package import current_zip
from ..paths import BUILD, REPO
from ..profiles import install, profile_environment
from ..runtimes import runtime
from ..version import extension_id
from .http import SERVER_CORE, load, on_core, serving, tool_call
from .results import Measurement, at_most, compared

BLENDER = "4.4.0"
SECONDS = 3.0
# The scene is asked and has no such unit: nothing is changed, recorded or waited for beside the way.
TOOL = "update_blender_scene_metadata"
ARGUMENTS = {"scene_id": "nowhere", "learning_progress": {}}
NEEDS_NONE = "list_learners"
OVER_FUNCTION_US_MAX = 50.0


def scene_call() -> list[Measurement]:
    """One client over HTTP, with the zip installed; the main thread waits on the native queue.

    Only one of client and server has something to do at a time: both are on one core.
    """
    program = build("bench") / "bench" / "mcp_echo" / "http_load"
    blender = runtime(BLENDER)
    blender.ensure()
    archive = current_zip()
    with tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD) as name:
        folder = Path(name)
        environment = profile_environment(os.environ, folder / "profile")
        install(blender, archive, environment)
        script = REPO / "bench" / "scene_call.py"
        command = blender.script_command(script, [extension_id()], environment)
        with serving(on_core(SERVER_CORE, command), environment) as served:
            token = Path(served.told["token_file"]).read_text("utf-8").strip()
            found = {}
            for tool, arguments in ((TOOL, ARGUMENTS), (NEEDS_NONE, {})):
                request = folder / f"{tool}.http"
                request.write_bytes(tool_call(served.port, token, tool, arguments))
                found[tool] = load(program, served, request, 1, SECONDS, SERVER_CORE)["p50_us"]
    bare_us, whole_us = served.told["bare_us"], found[TOOL]
    over = Measurement(
        "scene call: over its function, p50",
        whole_us - bare_us,
        "the function itself",
        bare_us,
        "us",
        whole_us / bare_us,
    )
    return [
        at_most(OVER_FUNCTION_US_MAX, over),
        compared("scene call: over HTTP, p50", whole_us, NEEDS_NONE, found[NEEDS_NONE], "us"),
    ]
