"""A learner who is asked about movements, the mark while they are kept, and the replay of them."""

from typing import Any

import bpy
import hovered
from at_work import FOLLOWED_SECONDS, Steps, running
from blender_tests_support import addon
from live_work import grab
from person import begin, context, press, run
from screen import Screen, viewport, xdotool

READ_SECONDS = 1.5
TURNS = 12
PLAY_COLUMN = 0.06
"""The part of the sidebar's width at which the small buttons before a field stand."""


def view() -> Any:
    """What the panels draw."""
    return addon("runtime").view()


def turn_view() -> Steps:
    """Lead the view round, as a learner does who looks for something."""
    for _ in range(TURNS):
        with context():
            bpy.ops.view3d.view_orbit(angle=0.12, type="ORBITRIGHT")
        yield 0.15


def the_question_is_asked_once_and_its_answer_can_be_changed(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    addon("modes").choose(addon("modes").Mode.LEARN)
    run("learner_set", learner="ada")
    yield READ_SECONDS
    assert not view().consent.answered
    screen.picture("consent_asked")
    yield from press(screen, "consent_give")
    yield READ_SECONDS
    assert view().consent.given, view().consent
    bpy.types.MALLOC_VR_PT_consent.bl_options = set()
    screen.picture("consent_given")


def a_mark_stands_while_movements_are_kept(screen: Screen) -> Steps:
    for scene in bpy.data.scenes:
        if scene.get("learning_unit_id") == "remove_guard":
            scene["prerequisites"] = "[]"
    run("unit_start", unit_id="remove_guard", learner="ada")
    with context():
        bpy.ops.ed.undo_push(message="Start")
    yield READ_SECONDS
    assert view().recording.value == "on", view().recording
    screen.picture("recording")
    yield from turn_view()
    yield from press(screen, "recording_pause")
    yield FOLLOWED_SECONDS
    assert view().recording.value == "paused"
    screen.picture("recording_paused")
    yield from press(screen, "recording_pause")
    yield from grab(screen, "Guard", x="-0.41", y="-0.34", z="0.002")
    yield READ_SECONDS
    assert running().checkpoints
    run("session_end")
    yield READ_SECONDS


def click_play(*, until_playing: bool) -> Steps:
    """Press the button under the mouse; a click that comes amid a redraw is lost."""
    for _ in range(3):
        xdotool("click", "1")
        yield FOLLOWED_SECONDS
        if view().review.is_playing is until_playing:
            return


def the_session_is_replayed_and_attention_shown(screen: Screen) -> Steps:
    addon("modes").choose(addon("modes").Mode.REVIEW)
    yield READ_SECONDS
    run("review_show", learner="ada", unit_id="remove_guard")
    yield READ_SECONDS
    run("unit_show", unit_id="remove_guard")
    shown = view().review
    assert shown.replay is not None, "the trace was not read"
    region = viewport().spaces.active.region_3d
    region.view_distance *= 2.5
    bpy.context.window_manager.malloc_vr_review_ghosts = True
    for share in (0.1, 0.5, 1.0):
        length = shown.replay.to_seconds - shown.replay.from_seconds
        bpy.context.window_manager.malloc_vr_review_moment = (
            shown.replay.from_seconds + share * length
        )
        yield FOLLOWED_SECONDS
        screen.picture(f"replay_{round(100 * share)}_percent")
    play = hovered.operator("review_play")
    yield from hovered.find(play, "Play", (PLAY_COLUMN, *hovered.COLUMNS))
    yield from click_play(until_playing=True)
    assert view().review.is_playing
    yield from click_play(until_playing=False)
    assert not view().review.is_playing
    assert view().review.moment_seconds < shown.replay.to_seconds, "it went on to the end"
    bpy.context.window_manager.malloc_vr_review_ghosts = False
    bpy.context.window_manager.malloc_vr_review_attention = True
    yield FOLLOWED_SECONDS
    screen.picture("attention")
    bpy.context.window_manager.malloc_vr_review_attention = False


ALL = (
    the_question_is_asked_once_and_its_answer_can_be_changed,
    a_mark_stands_while_movements_are_kept,
    the_session_is_replayed_and_attention_shown,
)
"""In this order: each goes on where the one before ended."""
