"""A Blender that dies while its author tries a unit; started by test_try_ends.py."""

import os
import signal
import sys
import traceback

import bpy
from blender_tests_support import preferences
from installation import ensure_installed


def main() -> None:
    lesson, record = sys.argv[-2:]
    ensure_installed()
    preferences().folder = record
    bpy.ops.wm.open_mainfile(filepath=lesson)
    assert bpy.ops.malloc_vr.unit_try(unit_id="move_it") == {"FINISHED"}
    bpy.data.objects["Part"].location = (1, 0, 0)
    bpy.ops.ed.undo_push(message="move")
    os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)


try:
    main()
except BaseException:
    traceback.print_exc()
    os._exit(0)  # the test expects a death
