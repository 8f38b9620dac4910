"""Showing a hint without being asked, where the learner's guidance wants it."""

import time

import bpy

from . import runtime
from .core.hint_pace import HintPace
from .scene import unit_reading

_pace = HintPace()


def look() -> None:
    """Press Hint for a learner who is stuck, as the learner would; the record has it as any other.

    Thread: main, from a timer.
    """
    view = runtime.view()
    if not _pace.is_due(view.session, view.adaptation, time.monotonic()):
        return
    window = unit_reading.first_window()
    if window is None:
        return
    with bpy.context.temp_override(window=window):
        if bpy.ops.malloc_vr.hint_show.poll():
            bpy.ops.malloc_vr.hint_show()
