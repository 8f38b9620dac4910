"""Measures what the add-on costs in scenes of growing size: run by scripts/bench in Blender.

    scene_growth.py EXTENSION_ID SIZES FRAMES

Its last line on stdout is one JSON object: for each number of objects, microseconds of this thread
in a frame in which a part moves while a unit runs (`frame_p50_us`, `frame_p95_us`), of Blender's own
update of the same frames (`blender_p50_us`), of such a frame while the task is shown instead
(`shown_p50_us`, `shown_p95_us`), of judging the goals anew for their author (`truth_us`), and of
reading the lesson (`reading_us`).
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts" / "lib" / "in_blender"))

from enabling import enable
from tracking_frame import Frames, moved_frames, percentile

ROUNDS = 5
WARM_FRAMES = 20
SPACING_M = 3.0

clock = time.thread_time


def fill(count: int) -> None:
    """A scene of so many cubes that share a mesh, in rows."""
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    mesh = bpy.data.meshes.new("Cube")
    corners = [(x, y, z) for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)]
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    mesh.from_pydata(corners, [], faces)
    collection = bpy.context.scene.collection
    for number in range(count):
        cube = bpy.data.objects.new(f"Cube {number}", mesh)
        cube.location = (number % 200 * SPACING_M, number // 200 * SPACING_M, 0.0)
        collection.objects.link(cube)
    bpy.context.view_layer.update()


def author() -> None:
    """A unit of this scene with three goals."""
    done = bpy.ops.malloc_vr.unit_add(source="SCENE", title="Growth")
    if done != {"FINISHED"}:
        raise RuntimeError("the unit was not authored")
    conditions: tuple[dict[str, Any], ...] = (
        {"stands_on": {"object": "Cube 0", "on": "Cube 1"}},
        {"near": {"object": "Cube 0", "to": "Cube 2", "max": 5, "unit": "mm"}},
        {"moved": {"object": "Cube 3", "min": 10, "unit": "mm"}},
    )
    for number, condition in enumerate(conditions):
        bpy.ops.malloc_vr.trigger_add(
            kind="JSON", objective=f"goal {number}", conditions=json.dumps(condition)
        )


def microseconds(function: Callable[[], object]) -> float:
    """Median of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = clock()
        function()
        took.append((clock() - began) * 1e6)
    return median(took)


def shown(module: Callable[[str], Any], count: int) -> list[float]:
    """Microseconds of the handler of Show Me in so many frames of a drag."""
    if bpy.ops.malloc_vr.demonstration_start() != {"FINISHED"}:
        raise RuntimeError("no demonstration began")
    following = module("authoring.demonstration_following")
    waiting = bpy.app.handlers.depsgraph_update_post
    plain, took = following._scene_changed, []

    def timed(scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph) -> None:
        began = clock()
        plain(scene, depsgraph)
        took.append((clock() - began) * 1e6)

    waiting[waiting.index(plain)] = timed
    part = bpy.data.objects["Cube 0"]
    for frame in range(WARM_FRAMES + count):
        part.location.z += 0.001 if frame % 2 else 0.002
        bpy.context.view_layer.update()
    waiting.remove(timed)
    following.end()
    return took[WARM_FRAMES:]


def measured(package: str, count: int, frames_wanted: int) -> dict[str, float]:
    """One size: authored, judged for its author, then worked in."""

    def module(name: str) -> Any:
        return importlib.import_module(f"{package}.{name}")

    fill(count)
    author()
    scene = bpy.context.scene
    found = {
        "truth_us": microseconds(lambda: module("authoring.live_truth").judge(scene)),
        "reading_us": microseconds(module("scene.unit_reading").read_lesson),
    }
    if bpy.ops.malloc_vr.unit_start(learner="ada") != {"FINISHED"}:
        raise RuntimeError("the unit did not start")
    frames = Frames(module("live.scene_updates"), module("redraw"), clock)
    part = bpy.data.objects["Cube 0"]
    moved_frames(frames, part, WARM_FRAMES, clock)
    frames.handler_us.clear()
    blender_us = moved_frames(frames, part, frames_wanted, clock)
    bpy.ops.malloc_vr.session_end()
    frames.remove()
    shown_us = shown(module, frames_wanted)
    return found | {
        "shown_p50_us": percentile(shown_us, 0.5),
        "shown_p95_us": percentile(shown_us, 0.95),
        "frame_p50_us": percentile(frames.handler_us, 0.5),
        "frame_p95_us": percentile(frames.handler_us, 0.95),
        "blender_p50_us": percentile(blender_us, 0.5),
    }


def main(extension: str, sizes: str, count: str) -> int:
    """Measure every size."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    package = enable(extension)
    found = {size: measured(package, int(size), int(count)) for size in sizes.split(",")}
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    words = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    sys.exit(main(*words))
