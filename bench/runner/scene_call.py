"""tools/call of a tool that needs bpy: in headless Blender and in one with a window."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .in_blender import MODULE, PROGRAM, script_in
from .results import Measurement, at_most, compared
from .served import SERVER_CORE, Served, load, on_core, serving

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
    folder: Path

    def p50_us(self, tool: str, connections: int = 1, interval_ms: int = 0) -> float:
        """Call a tool over HTTP.

        Of a client and the server only one has something to do at a time: both are on one core.
        """
        request = self.served.request(self.folder, tool, ARGUMENTS if tool == TOOL else {})
        words = (self.served, request, connections, SECONDS, SERVER_CORE)
        return load(*words, interval_ms=interval_ms, measures_cpu=False)["p50_us"]


@contextmanager
def _blender(version: str, in_window: bool) -> Iterator[_Blender]:
    """One with the zip installed, which serves; its medians are told when it has ended."""
    words = ["{folder}/end"] if in_window else []
    with script_in(version, "scene_call.py", *words, window=in_window) as started:
        command = on_core(SERVER_CORE, started.command)
        with serving(command, started.environment) as served:
            yield _Blender(served, started.folder)
            if in_window:
                (started.folder / "end").touch()
                served.process.wait(END_SECONDS)


def scene_call() -> list[Measurement]:
    """Over HTTP: without a window the main thread waits on the native queue."""
    return [*_headless(), *_in_window()]


def _headless() -> list[Measurement]:
    with _blender(MODULE, in_window=False) as blender:
        whole_us, none_us = blender.p50_us(TOOL), blender.p50_us(NEEDS_NONE)
    bare_us = blender.served.told["bare_us"]
    name = "scene call: more than its function, p50"
    over = compared(name, whole_us - bare_us, "its function", bare_us, "us")
    return [
        at_most(OVER_FUNCTION_US_MAX, over),
        compared("scene call: over HTTP, p50", whole_us, NEEDS_NONE, none_us, "us"),
    ]


def _in_window() -> list[Measurement]:
    with _blender(PROGRAM, in_window=True) as blender:
        alone_us = blender.p50_us(TOOL, interval_ms=ALONE_INTERVAL_MS)
        blender.p50_us(TOOL, CHAINED_CLIENTS)
    told = blender.served.told
    peer, bare_us = "its function", told["bare_us"]
    alone = compared("scene call: window, alone, p50", alone_us, peer, bare_us, "us")
    hop = compared("scene call: window, hop when chained, p50", told["gap_us"], peer, bare_us, "us")
    return [at_most(ALONE_US_MAX, alone), at_most(CHAINED_HOP_US_MAX, hop)]
