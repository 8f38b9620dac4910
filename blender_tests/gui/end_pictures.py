"""The work when it began and when it was done, side by side: thirty times, and nothing is left over."""

from pathlib import Path
from typing import Any
from unittest import mock

import bpy
from at_work import Steps, move, running
from blender_tests_support import addon
from person import begin, context, run
from screen import Screen

TIMES = 30
WARM = 5
"""By then Blender holds what it keeps for drawing."""

GROWTH_MAX_KILOBYTES = 40_000
"""Blender's own figure goes up and down by half of that; thirty screens that stay take 120,000."""

TURN_SECONDS = 0.1
PATIENCE_TURNS = 200


def make_lesson() -> None:
    """A cube that is to be moved by a metre."""
    with context():
        bpy.ops.malloc_vr.unit_add(source="SCENE", title="Move It")
        bpy.ops.mesh.primitive_cube_add(location=(3.0, 0.0, 0.0))
        bpy.context.object.name = "Seat"
        bpy.ops.malloc_vr.trigger_add(
            kind="JSON",
            objective="the cube is at its place",
            conditions='{"distance": {"object": "Cube", "to": [1, 0, 0], "max": 10, "unit": "mm"}}',
        )
        bpy.ops.malloc_vr.unit_capture_start()


def until(is_so: Any, what: str) -> Steps:
    """Let Blender's loop run until it is so."""
    for _ in range(PATIENCE_TURNS):
        if is_so():
            return
        yield TURN_SECONDS
    raise AssertionError(f"it never came: {what}")


def memory_kilobytes() -> int:
    """What this Blender holds in memory."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def thirty_starts_and_ends_leave_two_pictures_and_no_memory(screen: Screen) -> Steps:
    yield from begin(screen)
    make_lesson()
    pictures = addon("work_pictures")
    with mock.patch.object(pictures, "SLOW_SECONDS", 60.0):  # a machine without a graphics card
        run("unit_start", learner="ada")
        held = 0
        for number in range(TIMES):
            yield 2 * TURN_SECONDS
            assert pictures.icons() is None, "a picture of an end that has not come"
            move("Cube", (1.0, 0.0, 0.0))
            if number % 2:  # by a button, or by the last move alone
                run("work_submit")
            yield from until(lambda: pictures.icons() is not None, f"pictures of round {number}")
            assert running().passed
            if number == 0:
                yield 1.0
                screen.picture("before_and_after")
            if number == WARM:
                held = memory_kilobytes()
            assert len(pictures._taken.previews) == 2
            run("unit_restart")
        grown = memory_kilobytes() - held
        assert grown < GROWTH_MAX_KILOBYTES, f"{grown} KB more after {TIMES} pictures"

        move("Cube", (1.0, 0.0, 0.0))
        yield from until(lambda: pictures.icons() is not None, "the last pictures")
        move("Cube", (1.0, 0.0, 0.0))
        yield from until(lambda: pictures.icons() is None, "a picture of the past goes")
        run("session_end")
        assert pictures._taken is None, "a unit was left, and its pictures were kept"
    assert not any("work" in image.name.lower() for image in bpy.data.images)


def where_pictures_take_long_there_are_none(screen: Screen) -> Steps:
    yield from begin(screen)
    make_lesson()
    pictures = addon("work_pictures")
    with (
        mock.patch.object(pictures, "SLOW_SECONDS", 0.0),
        mock.patch.object(pictures, "_slow_in_a_row", 0),
    ):
        for _ in range(2):
            run("unit_start", learner="ada", restart=True)
            yield TURN_SECONDS
        run("unit_restart")
        move("Cube", (1.0, 0.0, 0.0))
        yield from until(lambda: running().passed, "the tick")
        yield 5 * TURN_SECONDS
        assert pictures.icons() is None
        run("session_end")


ALL = (
    thirty_starts_and_ends_leave_two_pictures_and_no_memory,
    where_pictures_take_long_there_are_none,
)
