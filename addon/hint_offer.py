"""Hints as time goes: those for another goal than before, and those that nobody asked for."""

import time

import bpy

from . import runtime
from .core.hint_pace import HintPace
from .live import unit_adaptation
from .scene import unit_reading

_pace = HintPace()


def look() -> None:
    """Show the hints for what the learner is at by now, and press Hint for one who is stuck.

    It is pressed as the learner would; the record has it as any other.

    Thread: main, from a timer.
    """
    unit_adaptation.follow_goal()
    view = runtime.view()
    if not _pace.is_due(view.session, view.adaptation, time.monotonic()):
        return
    window = unit_reading.first_window()
    if window is None:
        return
    with bpy.context.temp_override(window=window):
        if bpy.ops.malloc_vr.hint_show.poll():
            bpy.ops.malloc_vr.hint_show()
