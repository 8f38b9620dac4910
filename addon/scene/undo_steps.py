"""The steps for Undo that clients make: one for what a client authors in one go.

A burst is a row of authoring calls less than a second apart. Any step of the person ends it: their
own edit by being another step, Undo and Redo by `end_burst`.

Thread: main.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import bpy

from . import unit_reading

BURST_SECONDS = 1.0

AUTHORING = "Author Lesson (Client)"
"""Name of the step in Blender's list. Two steps of this name that follow each other become one, if
the second is made by the operator that carries it as its undo group."""

clock = time.monotonic
"""Seconds; a test sets another one."""

_ended_seconds = float("-inf")  # when the last call of a burst was done
_caller = ""  # whose burst it is


@contextmanager
def authoring(caller: str) -> Iterator[bool]:
    """What is done inside is a client's authoring call. One that fails makes no step.

    Args:
        caller: Id of the client's principal; each has bursts of its own.

    Yields:
        Whether it belongs to the step that this client made last.
    """
    global _caller, _ended_seconds
    goes_on = caller == _caller and clock() - _ended_seconds < BURST_SECONDS
    yield goes_on
    _caller = caller
    if goes_on:
        _add_to_step()
    else:
        push(AUTHORING)
    _ended_seconds = clock()


def end_burst() -> None:
    """Have the next authoring call make a step of its own."""
    global _ended_seconds
    _ended_seconds = float("-inf")


def push(name: str) -> None:
    """Make a step of its own."""
    end_burst()
    window = unit_reading.first_window()
    if window is not None:
        with bpy.context.temp_override(window=window):
            bpy.ops.ed.undo_push(message=name)


def _add_to_step() -> None:
    window = unit_reading.first_window()
    if window is not None:
        with bpy.context.temp_override(window=window):
            # True: Blender makes the step as it does for a button.
            bpy.ops.malloc_vr.authoring_step("EXEC_DEFAULT", True)
