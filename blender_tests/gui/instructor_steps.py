"""What an instructor looks at afterwards: the class, a learner's unit, its steps, and their replay.

Each function replays the step of docs/instructor-guide.md whose title it has as its name.
"""

from typing import Any

import bpy
from blender_tests_support import addon
from counted_hand import CountedHand, Steps, wait
from screen import window
from watched import PLAY_COLUMN


def shown() -> Any:
    """What Review draws."""
    return addon("runtime").view().review


def choose_review(hand: CountedHand) -> Steps:
    yield from hand.click_choice("malloc_vr_mode", 2, 3)
    yield from wait(lambda: len(shown().rows) == 1, "nobody is in the class")
    hand.look()


def choose_a_learner(hand: CountedHand) -> Steps:
    yield from hand.click_field("malloc_vr_review_row")
    yield from wait(lambda: shown().learner == "ada" and bool(shown().steps), "ada is not shown")
    hand.look()


def choose_a_unit(hand: CountedHand) -> Steps:
    unit = addon("runtime").view().lesson.units[0]
    yield from hand.click_operator("review_show", unit.unit_id)
    yield from wait(lambda: shown().unit == unit.unit_id, "the unit is not shown")
    hand.look()


def go_through_the_steps(hand: CountedHand) -> Steps:
    manager = bpy.context.window_manager
    after = manager.malloc_vr_review_step + 1
    yield from hand.click_operator("review_step", "by=1", column=0.9)
    yield from wait(lambda: manager.malloc_vr_review_step == after, "it is the same step")


def replay_it_in_the_scene(hand: CountedHand) -> Steps:
    yield from hand.click_field("malloc_vr_review_ghosts")
    yield from wait(lambda: shown().shows_ghosts, "no ghosts are shown")
    unit = addon("runtime").view().lesson.units[0]
    yield from hand.click_operator("unit_show", column=0.8)
    yield from wait(lambda: window().scene.name == unit.scene_name, "its scene is not shown")


def play_it(hand: CountedHand) -> Steps:
    yield from wait(lambda: shown().replay is not None, "no movements were read")
    yield from hand.click_operator("review_play", column=PLAY_COLUMN)
    yield from wait(lambda: shown().is_playing, "it does not play")
    yield from wait(lambda: shown().moment_seconds > shown().replay.from_seconds, "it stands still")
    hand.look()
