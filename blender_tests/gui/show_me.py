"""A teacher shows the task with mouse and keys, ticks what counts, and a learner does it at once."""

from typing import Any

import bpy
from at_work import Steps, running
from blender_tests_support import addon
from demonstration_support import CUP_START, WELL_M, add_cup, add_saucer
from hand import move, rotate
from person import begin, context, press, run
from screen import Screen

SEEN_SECONDS = 1.0
TEN_TIMES = 10.0
"""As large as a mouse likes it."""


def shown() -> Any:
    return bpy.context.window_manager.windows[0].scene.malloc_vr_show_me


def following() -> Any:
    return addon("runtime").view().demonstration


def operators() -> list[str]:
    """By what the changes so far were made."""
    state = addon("authoring.demonstration_following")._state
    return [
        one.operator for one in addon("authoring.demonstration_recording").changes(state.recording)
    ]


def lay_the_table(screen: Screen) -> Steps:
    """A unit with a cup beside its saucer, and the tab for authors."""
    yield from begin(screen)
    run("unit_add", unit_id="serve", title="Serve", objectives="the cup is served")
    with context():
        for thing in (add_saucer(), add_cup()):
            thing.data.transform(thing.matrix_world.Scale(TEN_TIMES, 4))
            thing.location = thing.location * TEN_TIMES
        bpy.ops.ed.undo_push(message="Cup and Saucer")
    modes = addon("modes")
    modes.choose(modes.Mode.AUTHOR)
    yield SEEN_SECONDS


def serve(screen: Screen) -> Steps:
    yield from move(screen, "Cup", (0.02, -0.01, TEN_TIMES * WELL_M))
    yield SEEN_SECONDS
    yield from rotate(screen, "Cup", "z", -69)
    yield SEEN_SECONDS


def a_task_that_was_shown_once_is_a_lesson_that_can_be_done(screen: Screen) -> Steps:
    yield from lay_the_table(screen)
    screen.picture("show_me_before")

    yield from press(screen, "demonstration_start")
    assert following().is_recording
    screen.picture("show_me_recording_nothing_yet")
    yield from serve(screen)
    assert following().changes == ("Cup moved", "Cup turned"), following()
    known = {one for one in operators() if one}  # of a drag that is seen in parts, not each is
    assert known and known <= {"TRANSFORM_OT_translate", "TRANSFORM_OT_rotate"}, operators()
    screen.picture("show_me_recording")
    screen.press_over_viewport("ctrl+z")
    yield SEEN_SECONDS
    assert following().changes == ("Cup moved",), following()
    yield from rotate(screen, "Cup", "z", -69)
    yield SEEN_SECONDS
    assert following().changes == ("Cup moved", "Cup turned"), following()

    yield from press(screen, "demonstration_stop")
    assert not following().is_recording
    cup = bpy.data.objects["Cup"]
    start = [TEN_TIMES * part for part in CUP_START]
    assert max(abs(a - b) for a, b in zip(cup.location, start, strict=True)) < 1e-5, cup.location
    ticked = [item.sentence for item in shown().offers if item.ticked]
    assert ticked == ["Cup stands on Saucer.", "Cup's X axis points along +X."]
    yield SEEN_SECONDS
    screen.picture("show_me_offers")

    yield from press(screen, "demonstration_apply")
    assert addon("runtime").view().lesson.unit("serve").checkpoints == 2
    assert not shown().offers
    screen.picture("show_me_applied")
    run("unit_start", unit_id="serve", learner="ada")
    yield SEEN_SECONDS
    assert not running().passed
    yield from serve(screen)
    yield 2 * SEEN_SECONDS
    assert running().passed, running().checkpoints
    screen.picture("show_me_done_by_a_learner")
    run("session_end")
    yield 0.3


def an_order_on_which_two_demonstrations_agree_is_ticked(screen: Screen) -> Steps:
    yield from lay_the_table(screen)
    for _ in range(2):
        yield from press(screen, "demonstration_start")
        yield from serve(screen)
        yield from press(screen, "demonstration_stop")
    orders = [item.ticked for item in shown().offers if item.ordered]
    assert orders == [True], orders
    yield SEEN_SECONDS
    screen.picture("show_me_twice")
    screen.scroll(30)
    yield SEEN_SECONDS
    screen.picture("show_me_twice_below")
    screen.scroll(-30)
    yield SEEN_SECONDS
    yield from press(screen, "demonstration_start")
    assert following().is_recording
    run("unit_start", unit_id="serve", learner="ada")
    yield SEEN_SECONDS
    assert not following().is_recording
    assert "a unit was started" in addon("runtime").view().problem
    screen.picture("show_me_ended_by_a_unit")
    run("session_end")
    yield 0.3


ALL = (
    a_task_that_was_shown_once_is_a_lesson_that_can_be_done,
    an_order_on_which_two_demonstrations_agree_is_ticked,
)
