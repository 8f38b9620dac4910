"""A learner at work in the window: verdicts that go by themselves, hints in reach, Ctrl Z."""

from collections.abc import Generator
from typing import Any

import bpy
from blender_tests_support import addon
from person import begin, context, run
from screen import Screen

Steps = Generator[float, None, None]
FOLLOWED_SECONDS = 0.8
"""By then the window's own timers have seen a change and drawn it."""


def open_unit(unit_id: str) -> None:
    """Make the example lesson, in which this unit needs no other first, and start it for ada."""
    run("lesson_add_example")
    for scene in bpy.data.scenes:
        if scene.get("learning_unit_id") == unit_id:
            scene["prerequisites"] = "[]"
    run("unit_start", unit_id=unit_id, learner="ada")


def move(name: str, offset: tuple[float, float, float]) -> None:
    """Move an object with Blender's own operator, as one step for Undo."""
    with context():
        for thing in bpy.context.view_layer.objects:
            thing.select_set(thing.name == name)
        bpy.context.view_layer.objects.active = bpy.data.objects[name]
        done = bpy.ops.transform.translate("EXEC_DEFAULT", True, value=offset)
    assert done == {"FINISHED"}, done


def running() -> Any:
    """What the panel shows of the running unit."""
    return addon("runtime").view().session


def a_verdict_goes_by_itself_when_the_work_goes_on(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("seat_gasket")
    yield 0.5
    move("Gasket", (0.1, 0.05, 0.2))
    run("step_check")
    yield FOLLOWED_SECONDS
    assert running().checkpoints[0].reasons, "Check says nothing"
    screen.picture("checked")
    run("step_check")
    yield FOLLOWED_SECONDS
    screen.picture("checked_again")
    move("Gasket", (0.02, 0.0, 0.0))
    yield FOLLOWED_SECONDS
    assert all(item.reasons == () or "not" in item.reasons[0] for item in running().checkpoints)
    run("work_submit")
    yield FOLLOWED_SECONDS
    assert any(item.passed is False for item in running().checkpoints)
    screen.picture("handed_in")
    move("Gasket", (0.02, 0.0, 0.0))
    yield FOLLOWED_SECONDS
    assert all(item.passed is None for item in running().checkpoints), "a cross of the past"
    screen.picture("worked_on")
    run("session_end")
    yield 0.3


def the_guard_alone_is_half_of_the_work(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("remove_guard")
    yield 0.5
    move("Guard", (-0.41, -0.34, 0.002))
    yield FOLLOWED_SECONDS
    run("work_submit")
    yield FOLLOWED_SECONDS
    marks = {item.objective: item.passed for item in running().checkpoints}
    assert marks == {
        "Remove the guard before any bolt is touched": True,
        "Lay the eight bolts down in the bolt tray": None,
    }, marks
    screen.picture("guard_alone")
    run("hint_show")
    yield FOLLOWED_SECONDS
    screen.picture("hint_in_reach")
    run("hint_show")
    yield FOLLOWED_SECONDS
    screen.picture("second_hint")
    run("session_end")
    yield 0.3


def a_part_that_passes_by_itself_gets_its_tick_and_is_kept(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("remove_guard")
    yield 0.5
    move("Guard", (-0.41, -0.34, 0.002))
    yield 3.0
    assert [item.passed for item in running().checkpoints].count(True) == 1, "no tick by itself"
    screen.picture("ticked_by_itself")
    run("session_end")
    yield FOLLOWED_SECONDS
    unit = addon("runtime").view().lesson.unit("remove_guard")
    assert (unit.passed_checkpoints, unit.checkpoints) == (1, 2)
    screen.picture("left_half_way")
    run("unit_start", unit_id="remove_guard", learner="ada", restart=True)
    yield FOLLOWED_SECONDS
    assert [item.passed_before for item in running().checkpoints].count(True) == 1
    assert not any(item.begun for item in running().checkpoints)
    screen.picture("begun_again")
    run("session_end")
    yield 0.3


def undo_behind_the_start_ends_the_unit_and_says_why(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("remove_guard")
    yield 0.5
    move("Guard", (-0.41, -0.34, 0.002))
    yield FOLLOWED_SECONDS
    run("work_submit")
    run("session_end")
    run("learner_set", learner="grace")
    with context():
        bpy.ops.malloc_vr.unit_start("EXEC_DEFAULT", True, unit_id="remove_guard")
    yield 0.5
    assert running().learner == "grace"
    assert bpy.data.objects["Guard"].location.x == 0.0
    screen.press_over_viewport("ctrl+z")
    yield FOLLOWED_SECONDS
    assert bpy.data.objects["Guard"].location.x < -0.4, "Undo did not bring back ada's work"
    assert running() is None, "grace could hand in what ada did"
    assert "Undo went back behind its start" in addon("runtime").view().problem
    screen.picture("undone_behind_start")


ALL = (
    a_verdict_goes_by_itself_when_the_work_goes_on,
    the_guard_alone_is_half_of_the_work,
    a_part_that_passes_by_itself_gets_its_tick_and_is_kept,
    undo_behind_the_start_ends_the_unit_and_says_why,
)
