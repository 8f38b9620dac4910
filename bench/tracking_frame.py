"""Measures what following a learner costs in each frame: run by scripts/bench in Blender.

    tracking_frame.py EXTENSION_ID UNIT_ID FRAMES

Its last line on stdout is one JSON object. Times are microseconds of this thread, so that what else
the machine does counts as little as can be: `frame_p50_us` and `frame_p95_us` of our handler in
frames in which a part moves, `redraw_p95_us` from its beginning to the request for a redraw,
`blender_p50_us` of Blender's own update in the same frames; `idle_percent` of a core while nothing
moves, for the unit that needs most.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts" / "lib" / "in_blender"))

from enabling import enable

Clock = Callable[[], float]
SAMPLES = 200


class Frames:
    """Stands around our handler and notes when it begins, asks for a redraw, and ends."""

    def __init__(self, handlers: ModuleType, redraw: ModuleType, clock: Clock) -> None:
        """Put itself in the handler's place."""
        self._clock = clock
        self._handler = handlers._scene_changed
        self._began = 0.0
        self.handler_us: list[float] = []
        self.redraw_us: list[float] = []
        waiting = bpy.app.handlers.depsgraph_update_post
        waiting.remove(self._handler)
        waiting.append(self._run)
        setattr(redraw, "interface", self._note_redraw)  # noqa: B010  a module has no such type

    def remove(self) -> None:
        """Give the handler its place back."""
        waiting = bpy.app.handlers.depsgraph_update_post
        waiting.remove(self._run)
        waiting.append(self._handler)

    def _run(self, scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph) -> None:
        self._began = self._clock()
        self._handler(scene, depsgraph)
        self.handler_us.append((self._clock() - self._began) * 1e6)

    def _note_redraw(self) -> None:
        self.redraw_us.append((self._clock() - self._began) * 1e6)


def percentile(values: list[float], share: float) -> float:
    """The value below which that share of all lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def moved_frames(frames: Frames, part: bpy.types.Object, count: int, clock: Clock) -> list[float]:
    """Move a part for `count` frames; returns what Blender itself took for each."""
    blender_us = []
    for frame in range(count):
        part.location.z += 0.001 if frame % 2 else 0.002
        before, ours = clock(), len(frames.handler_us)
        bpy.context.view_layer.update()
        blender_us.append((clock() - before) * 1e6 - sum(frames.handler_us[ours:]))
    return blender_us


def idle_percent(module: Callable[[str], ModuleType], clock: Clock) -> float:
    """What looking at view, mode, tool and time in passing takes of a core."""
    handlers, tracking = module("live.scene_updates"), module("live.tracking")
    began = clock()
    for _ in range(SAMPLES):
        handlers._sample()
    each = (clock() - began) / SAMPLES
    interval = handlers.next_look_seconds(tracking.running())
    return 100.0 * each / interval if interval else 0.0


def start(unit_id: str) -> None:
    """Start a unit of the example lesson, whatever it needs first."""
    for scene in bpy.data.scenes:
        scene.pop("prerequisites", None)
    if bpy.ops.malloc_vr.unit_start(unit_id=unit_id, learner="ada") != {"FINISHED"}:
        raise RuntimeError(f"{unit_id} did not start")


def add_measured_checkpoint(package: str, unit_id: str) -> None:
    """One more checkpoint, whose sentence carries a measure that follows the part in each frame."""
    near = {"distance": {"object": "Bolt 1", "to": "Guard", "max": 1, "unit": "mm"}}
    config = {
        "unit_id": unit_id,
        "assessment_type": "formative",
        "learning_objective": "measured",
        "trigger_conditions": near,
    }
    shapes = importlib.import_module(f"{package}.core.scene_shapes")
    command = shapes.CreateTrigger(
        assessment_config=shapes.AssessmentConfig(**config),
        spatial_configuration=shapes.SpatialConfiguration(),
    )
    commands = importlib.import_module(f"{package}.serving.commands")
    commands.run(command, importlib.import_module(f"{package}.core.serving").WindowCall())


def main(extension: str, unit_id: str, count: str) -> int:
    """Author the lesson that ships with the add-on, work in one unit, idle in all."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    package = enable(extension)

    def module(name: str) -> ModuleType:
        return importlib.import_module(f"{package}.{name}")

    if bpy.ops.malloc_vr.lesson_add_example() != {"FINISHED"}:
        raise RuntimeError("the lesson was not authored")
    clock = time.thread_time
    units = [scene["learning_unit_id"] for scene in bpy.data.scenes if "learning_unit_id" in scene]
    idle = []
    for unit in units:
        start(unit)
        idle.append(idle_percent(module, clock))
        bpy.ops.malloc_vr.session_end()
    add_measured_checkpoint(package, unit_id)
    start(unit_id)
    frames = Frames(module("live.scene_updates"), module("redraw"), clock)
    part = bpy.data.objects["Bolt 1"]
    moved_frames(frames, part, 50, clock)
    frames.handler_us.clear()
    frames.redraw_us.clear()
    blender_us = moved_frames(frames, part, int(count), clock)
    if not frames.redraw_us:
        raise RuntimeError("no frame asked for a redraw: the sentence did not follow the part")
    found: dict[str, Any] = {
        "frame_p50_us": percentile(frames.handler_us, 0.5),
        "frame_p95_us": percentile(frames.handler_us, 0.95),
        "redraw_p95_us": percentile(frames.redraw_us, 0.95),
        "blender_p50_us": percentile(blender_us, 0.5),
        "idle_percent": max(idle),
    }
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    words = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    sys.exit(main(*words))
