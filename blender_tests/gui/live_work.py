"""A learner's hand on mouse and keys, and a panel that follows it: nobody presses Check."""

from typing import Any

import bpy
from at_work import Steps, open_unit, running
from blender_tests_support import addon
from counted_hand import wait
from mathutils import Vector
from person import begin, context, press, run
from screen import Screen

DWELL_SECONDS = 0.5
SEEN_SECONDS = 1.0
"""By then a slow machine has drawn what followed from a key, the dwell not counted."""
KEY_SECONDS = 0.15
PATIENCE_TURNS = 10
"""So many times SEEN_SECONDS is a state waited for."""
TAKES_BACK = "Undo takes that back"
GUARD_FIRST = "Remove the guard before any bolt is touched"


def reasons() -> str:
    """What is said of the order in which the guard and the bolts were touched."""
    return " ".join(checkpoint(GUARD_FIRST).reasons)


def select(name: str) -> None:
    """Select one object, as a click on it does."""
    with context():
        for thing in bpy.context.view_layer.objects:
            thing.select_set(thing.name == name)
        bpy.context.view_layer.objects.active = bpy.data.objects[name]


def grab(screen: Screen, name: str, **metres: str) -> Steps:
    """Move an object along axes by Blender's keys: G, axis, number, Return."""
    select(name)
    for axis, number in metres.items():
        for key in ("g", axis, *number, "Return"):
            screen.press_over_viewport({"-": "minus", ".": "period"}.get(key, key))
            yield KEY_SECONDS


def checkpoint(objective: str) -> Any:
    """What the panel shows of a checkpoint, found by a word of its objective."""
    return next(item for item in running().checkpoints if objective in item.objective)


def until_passed(objective: str) -> Steps:
    """Wait until the panel shows a tick; on a busy machine two windows take long to draw."""
    for _ in range(PATIENCE_TURNS):
        if checkpoint(objective).passed:
            break
        yield SEEN_SECONDS
    assert checkpoint(objective).passed is True, running().checkpoints


def rejection_of_hand_in() -> str:
    """Why a client may not hand in the running unit now; "" where it may, and did."""
    shapes, serving = addon("core.scene_shapes"), addon("core.serving")
    hand_in = shapes.ObserveUnit(session_id=running().session_id, submit=True)
    client = serving.WindowCall(caller="tutor", is_from_window=False)
    try:
        addon("serving.commands").run(hand_in, client)
    except addon("core.errors").Conflict as conflict:
        return str(conflict)
    return ""


def the_panel_follows_the_hand_without_a_button(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("remove_guard")
    with context():
        bpy.ops.ed.undo_push(message="Start")  # as a pressed button does
    yield DWELL_SECONDS + SEEN_SECONDS
    assert not any(item.passed or item.begun for item in running().checkpoints), "a tick at once"

    yield from grab(screen, "Bolt 1", z="1")
    yield from wait(lambda: TAKES_BACK in reasons(), "a wrong order is not said")
    screen.picture("slip_told")

    screen.press_over_viewport("ctrl+z")
    yield from wait(lambda: TAKES_BACK not in reasons(), "the slip is not forgiven")
    assert checkpoint(GUARD_FIRST).passed is None

    yield from grab(screen, "Guard", x="-0.41", y="-0.34", z="0.002")
    yield from wait(lambda: checkpoint(GUARD_FIRST).passed is True, "there is no tick")
    assert addon("runtime").view().session.message == "", "somebody pressed a button"
    screen.picture("ticked_by_itself")
    run("session_end")
    yield 0.3


def a_drag_counts_once_it_is_let_go_and_not_at_all_if_it_is_cancelled(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("remove_guard")
    with context():
        bpy.ops.ed.undo_push(message="Start")
    yield SEEN_SECONDS

    select("Bolt 1")
    for key in ("g", "z", "1"):
        screen.press_over_viewport(key)
        yield KEY_SECONDS
    yield from wait(lambda: TAKES_BACK in reasons(), "a wrong order is not said amid the drag")
    screen.press_over_viewport("Escape")
    yield from wait(lambda: not reasons(), "a cancelled slip is not forgiven")
    screen.picture("drag_cancelled")

    select("Guard")
    for key in ("g", "x", "minus", *"0.41".replace(".", "p")):
        screen.press_over_viewport({"p": "period"}.get(key, key))
        yield KEY_SECONDS
    screen.press_over_viewport("Return")
    yield KEY_SECONDS
    select("Guard")
    for key in ("g", "y", "minus", "0", "period", "3", "4"):
        screen.press_over_viewport(key)
        yield KEY_SECONDS
    yield DWELL_SECONDS + SEEN_SECONDS
    addon("live.tracking").observe_now()  # as a client's look, a hint or a publication does
    with context():
        run("step_check")
    assert checkpoint(GUARD_FIRST).passed is None, "a tick for what is still in the hand"
    assert "in the middle of a drag" in rejection_of_hand_in(), "a client handed it in"
    screen.press_over_viewport("Return")
    yield from wait(lambda: checkpoint(GUARD_FIRST).passed is True, "there is no tick")
    run("session_end")
    yield 0.3


def a_second_window_on_another_scene_leaves_the_work_alone(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("remove_guard")
    with context():
        bpy.ops.screen.back_to_previous()  # a window that shows one area alone opens no other
    yield SEEN_SECONDS
    with context():
        bpy.ops.wm.window_new_main()  # a child window would take the first one along
    yield SEEN_SECONDS
    second = bpy.context.window_manager.windows[-1]
    second.scene = bpy.data.scenes.new("Elsewhere")
    yield SEEN_SECONDS
    guard = bpy.data.objects["Guard"]
    guard.location = guard.location + Vector((-0.41, -0.34, 0.002))
    yield from wait(lambda: checkpoint(GUARD_FIRST).passed is True, "there is no tick")
    with bpy.context.temp_override(window=second):
        bpy.ops.wm.window_close()
    yield SEEN_SECONDS
    assert running() is not None, "the unit ended with the other window"
    run("session_end")
    yield 0.3


def another_workspace_and_a_second_window_on_the_work_leave_it_running(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("remove_guard")
    with context():
        bpy.ops.screen.back_to_previous()  # a window that shows one area alone has no other
    yield SEEN_SECONDS
    first = bpy.context.window_manager.windows[0]
    before = first.workspace
    first.workspace = bpy.data.workspaces["UV Editing"]
    yield SEEN_SECONDS
    assert first.workspace.name == "UV Editing"
    assert running() is not None, "the unit ended with the workspace"
    with bpy.context.temp_override(window=first):
        bpy.ops.wm.window_new_main()
    yield SEEN_SECONDS
    second = bpy.context.window_manager.windows[-1]
    assert second != first and second.scene == first.scene
    first.workspace = before
    guard = bpy.data.objects["Guard"]
    guard.location = guard.location + Vector((-0.41, -0.34, 0.002))
    yield from until_passed(GUARD_FIRST)
    with bpy.context.temp_override(window=second):
        bpy.ops.wm.window_close()
    yield SEEN_SECONDS
    assert running() is not None, "the unit ended with the second window"
    run("session_end")
    yield 0.3


def a_pause_ends_when_the_work_is_touched(screen: Screen) -> Steps:
    yield from begin(screen)
    open_unit("remove_guard")
    with context():
        bpy.ops.ed.undo_push(message="Start")
    yield from press(screen, "unit_pause")
    yield from wait(lambda: running().is_paused, "it is not paused")
    screen.picture("paused")

    yield from grab(screen, "Guard", x="-0.41", y="-0.34", z="0.002")
    yield from wait(lambda: not running().is_paused, "it goes on, and the panel does not say so")
    yield from wait(lambda: checkpoint(GUARD_FIRST).passed is True, "there is no tick")
    screen.picture("gone_on")
    run("session_end")
    yield 0.3


ALL = (
    the_panel_follows_the_hand_without_a_button,
    a_drag_counts_once_it_is_let_go_and_not_at_all_if_it_is_cancelled,
    a_pause_ends_when_the_work_is_touched,
    a_second_window_on_another_scene_leaves_the_work_alone,
    another_workspace_and_a_second_window_on_the_work_leave_it_running,
)
