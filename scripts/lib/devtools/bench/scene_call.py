"""tools/call of a tool that needs bpy: in headless Blender and in one with a window."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..cmake import build
from ..package import current_zip
from ..paths import BUILD, REPO
from ..profiles import install, profile_environment
from ..runtimes import runtime
from ..version import extension_id
from .http import SERVER_CORE, Served, load, on_core, serving, tool_call
from .results import Measurement, at_most, compared

HEADLESS, WINDOW = "4.4.0", "4.3.2"
SCRIPT = REPO / "bench" / "scene_call.py"
SECONDS = 3.0
# The scene is asked and has no such unit: nothing is changed, recorded or waited for beside the way.
TOOL = "update_blender_scene_metadata"
ARGUMENTS = {"scene_id": "nowhere", "learning_progress": {}}
NEEDS_NONE = "list_learners"
OVER_FUNCTION_US_MAX = 50.0

ALONE_INTERVAL_MS = 50  # each call finds the main thread back in the loop of Blender itself
ALONE_US_MAX = 1000.0
CHAINED_CLIENTS = 8  # so that the next call waits when one is done
CHAINED_HOP_US_MAX = 10.0
END_SECONDS = 30.0


@dataclass(frozen=True)
class _Blender:
    served: Served
    program: Path
    folder: Path

    def p50_us(self, tool: str, connections: int = 1, interval_ms: int = 0) -> float:
        """Call a tool over HTTP.

        Of a client and the server only one has something to do at a time: both are on one core.
        """
        token = Path(self.served.told["token_file"]).read_text("utf-8").strip()
        request = self.folder / f"{tool}.http"
        arguments = ARGUMENTS if tool == TOOL else {}
        request.write_bytes(tool_call(self.served.port, token, tool, arguments))
        words = (self.program, self.served, request, connections, SECONDS, SERVER_CORE)
        found = load(*words, interval_ms=interval_ms, measures_cpu=False)
        return found["p50_us"]


@contextmanager
def _blender(version: str, in_window: bool) -> Iterator[_Blender]:
    """One with the zip installed, which serves; its medians are told when it has ended."""
    program = build("bench") / "bench" / "mcp_echo" / "http_load"
    blender = runtime(version)
    blender.ensure()
    archive = current_zip()
    with tempfile.TemporaryDirectory(prefix="bench_", dir=BUILD) as name:
        folder = Path(name)
        environment = profile_environment(os.environ, folder / "profile")
        install(blender, archive, environment)
        end_file = folder / "end"
        words = [extension_id(), *([str(end_file)] if in_window else [])]
        command_in = blender.window_command if in_window else blender.script_command
        command = on_core(SERVER_CORE, command_in(SCRIPT, words, environment))
        with serving(command, environment) as served:
            yield _Blender(served, program, folder)
            if in_window:
                end_file.touch()
                served.process.wait(END_SECONDS)


def scene_call() -> list[Measurement]:
    """Over HTTP: without a window the main thread waits on the native queue."""
    return [*_headless(), *_in_window()]


def _headless() -> list[Measurement]:
    with _blender(HEADLESS, in_window=False) as blender:
        whole_us, none_us = blender.p50_us(TOOL), blender.p50_us(NEEDS_NONE)
    bare_us = blender.served.told["bare_us"]
    name = "scene call: more than its function, p50"
    over = compared(name, whole_us - bare_us, "its function", bare_us, "us")
    return [
        at_most(OVER_FUNCTION_US_MAX, over),
        compared("scene call: over HTTP, p50", whole_us, NEEDS_NONE, none_us, "us"),
    ]


def _in_window() -> list[Measurement]:
    with _blender(WINDOW, in_window=True) as blender:
        alone_us = blender.p50_us(TOOL, interval_ms=ALONE_INTERVAL_MS)
        blender.p50_us(TOOL, CHAINED_CLIENTS)
    told = blender.served.told
    peer, bare_us = "its function", told["bare_us"]
    alone = compared("scene call: window, alone, p50", alone_us, peer, bare_us, "us")
    hop = compared("scene call: window, hop when chained, p50", told["gap_us"], peer, bare_us, "us")
    return [at_most(ALONE_US_MAX, alone), at_most(CHAINED_HOP_US_MAX, hop)]
