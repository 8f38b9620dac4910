"""Times from a key to changed pixels, with the add-on and without: run by scripts/bench in a window.

    pixels.py EXTENSION_ID UNIT_ID ROUNDS KEYS

In turn: the add-on is off and the 3D viewport is watched while keys move a part; the add-on is on,
the unit runs, and the sidebar is watched, where a sentence with the measured distance follows the
part at once (nothing dwells there). The last line on stdout is one JSON object with the milliseconds
of all keys: `without_ms`, `with_ms`.
"""

import importlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).resolve().parent))

from in_window import Steps, carry_out, in_viewport, once, screen, view_region
from tracking_frame import add_measured_checkpoint

# isort: split
import addon_utils  # can be found once bpy is imported

Part = tuple[int, int, int, int]
SETTLING_SECONDS = 1.0
LOOK_SECONDS = 0.25
STEP_METRES = {"F5": 0.05, "F6": -0.05}
MOVED = "Bolt 1"
WATCHED_PIXELS = 400  # a square in the middle of the viewport


def on_screen(region: bpy.types.Region) -> Part:
    """Where a region is: left, top, width, height."""
    top = screen.window().height - region.y - region.height
    return region.x, top, region.width, region.height


def middle(part: Part) -> Part:
    """The square in the middle of a part of the screen."""
    left, top, width, height = part
    return (
        left + (width - WATCHED_PIXELS) // 2,
        top + (height - WATCHED_PIXELS) // 2,
        WATCHED_PIXELS,
        WATCHED_PIXELS,
    )


class BENCH_OT_step(bpy.types.Operator):  # type: ignore[misc]  # noqa: N801  Blender's naming
    """Move what is selected up or down at once, by Blender's own operator."""

    bl_idname = "bench.step"
    bl_label = "Step"
    bl_options = {"UNDO"}
    metres: bpy.props.FloatProperty()  # type: ignore[valid-type]

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Do it."""
        done: set[str] = bpy.ops.transform.translate(value=(0.0, 0.0, self.metres))
        return done


def bind_keys() -> None:
    """Have two keys do that."""
    bpy.utils.register_class(BENCH_OT_step)
    keymaps = bpy.context.window_manager.keyconfigs.addon.keymaps
    keymap = keymaps.new(name="3D View", space_type="VIEW_3D")
    for key, metres in STEP_METRES.items():
        item = keymap.keymap_items.new(BENCH_OT_step.bl_idname, key, "PRESS")
        item.properties.metres = metres


def take_part() -> None:
    """Select the part that moves, and look at it."""
    with in_viewport():
        for thing in bpy.context.view_layer.objects:
            thing.select_set(thing.name == MOVED)
        bpy.context.view_layer.objects.active = bpy.data.objects[MOVED]
        bpy.ops.view3d.view_selected()
        for _ in range(3):
            bpy.ops.view3d.zoom(delta=-1)
    left, top, width, height = on_screen(view_region())
    screen.xdotool("mousemove", str(left + width // 3), str(top + height // 2))


def watch(part: Part, keys: str, found_ms: list[float]) -> Steps:
    """Have another process press the keys, while Blender's loop has its turn."""
    command = [
        "/usr/bin/python3",
        str(Path(__file__).with_name("watch_pixels.py")),
        *map(str, part),
        keys,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as watcher:
        while watcher.poll() is None:
            yield LOOK_SECONDS
        assert watcher.stdout is not None
        found_ms += json.loads(watcher.stdout.read() or "[]")
    if watcher.returncode != 0:
        raise RuntimeError("the screen could not be watched")


def author(package: str, unit_id: str) -> Steps:
    """The example lesson, with one more checkpoint whose sentence follows the part."""
    yield from once(
        bpy.ops.malloc_vr.lesson_add_example,
        lambda: any("learning_unit_id" in scene for scene in bpy.data.scenes),
    )
    for scene in bpy.data.scenes:
        scene.pop("prerequisites", None)
    add_measured_checkpoint(package, unit_id)


def without(package: str, keys: str, found_ms: list[float]) -> Steps:
    """One round with the add-on off."""
    addon_utils.disable(package)
    yield SETTLING_SECONDS
    take_part()
    yield SETTLING_SECONDS
    yield from watch(middle(on_screen(view_region())), keys, found_ms)


def beside(package: str, hands: Any, unit_id: str, keys: str, found_ms: list[float]) -> Steps:
    """One round with the add-on on and the unit running."""
    addon_utils.enable(package)
    yield SETTLING_SECONDS
    session = importlib.import_module(f"{package}.runtime")
    yield from once(
        bpy.ops.malloc_vr.unit_start,
        lambda: session.view().session is not None,
        unit_id=unit_id,
        learner="ada",
    )
    yield from hands.open_sidebar()
    take_part()
    yield SETTLING_SECONDS
    yield from watch(on_screen(screen.sidebar()), keys, found_ms)
    with in_viewport():
        bpy.ops.malloc_vr.session_end()


def rounds(package: str, unit_id: str, count: int, keys: str) -> Steps:
    """Without and with the add-on, in turn."""
    hands = screen.Screen(Path(tempfile.gettempdir()))
    yield from author(package, unit_id)
    bind_keys()
    found: dict[str, list[float]] = {"without_ms": [], "with_ms": []}
    for _ in range(count):
        yield from without(package, keys, found["without_ms"])
        yield from beside(package, hands, unit_id, keys, found["with_ms"])
    print(json.dumps(found), flush=True)


def main(extension: str, unit_id: str, count: str, keys: str) -> None:
    """Begin once the window is drawn, and leave at the end."""
    carry_out(rounds(f"bl_ext.user_default.{extension}", unit_id, int(count), keys))


if __name__ == "__main__":
    main(*sys.argv[sys.argv.index("--") + 1 :])
