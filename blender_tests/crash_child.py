"""A learner at work in a Blender of its own, which somebody is going to kill.

    crash_child.py FOLDER

Saves FOLDER/lesson.blend, does half of the unit remove_guard with the record in FOLDER/vault, says
`half` once the record has it, and works on without end.
"""

import sys
import time
from pathlib import Path

import bpy

sys.path.insert(0, str(Path(__file__).resolve().parent))

from blender_tests_support import addon, preferences, pump_until
from installation import ensure_installed, own_arguments

GUARD_IN_TRAY = (-0.41, -0.34, 0.802)
TICK_SECONDS = 10.0


def begin(folder: Path) -> None:
    """Author the example, in which this unit needs no other first; save it and start."""
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    addon("runtime").close()
    preferences().folder = str(folder / "vault")
    bpy.ops.malloc_vr.lesson_add_example()
    for scene in bpy.data.scenes:
        if scene.get("learning_unit_id") == "remove_guard":
            scene["prerequisites"] = "[]"
    bpy.ops.wm.save_as_mainfile(filepath=str(folder / "lesson.blend"))
    bpy.ops.malloc_vr.unit_start(unit_id="remove_guard", learner="ada")


def do_half() -> None:
    """Put the guard away, and wait until that is ticked and on the disk."""
    runtime, tracking = addon("runtime"), addon("live.tracking")
    bpy.data.objects["Guard"].location = GUARD_IN_TRAY
    end = time.monotonic() + TICK_SECONDS
    while not any(item.passed for item in runtime.view().session.checkpoints):
        assert time.monotonic() < end, runtime.view().session.checkpoints
        tracking.observe_now()
        time.sleep(0.05)
    runtime.deliver_tries()
    pump_until(lambda: not runtime.engine().has_posted)
    pump_until(lambda: runtime.engine().status().record.pending == 0)


def main() -> None:
    """Work until the end."""
    ensure_installed()
    begin(Path(own_arguments()[0]))
    do_half()
    print("half", flush=True)
    while True:
        time.sleep(0.1)


if __name__ == "__main__":
    main()
