"""What a learner does in the lesson that a teacher made: both units, with one slip that is undone.

Each function replays the step of docs/learner-guide.md whose title it has as its name.
"""

from typing import Any

from blender_tests_support import addon
from counted_hand import CountedHand, Steps, wait
from overlay import said


def running() -> Any:
    """What is shown of the unit that runs; None while none does."""
    return addon("runtime").view().session


def states() -> list[str]:
    """How far each unit of the lesson is."""
    return [unit.state.value for unit in addon("runtime").view().lesson.units]


def open_the_lesson(hand: CountedHand) -> Steps:
    yield from hand.shortcut("ctrl+shift+o")
    yield from hand.key("Return")
    yield from wait(lambda: len(addon("runtime").view().lesson.units) == 2, "no lesson is open")


def view() -> Any:
    """What the panels draw."""
    return addon("runtime").view()


def say_who_you_are(hand: CountedHand) -> Steps:
    yield from hand.click_operator("learner_set")
    yield from hand.enter("ada")
    yield from hand.key("Return")
    yield from wait(lambda: view().consent.learner == "ada", "ada is not asked")
    hand.look()


def answer_what_is_asked_once(hand: CountedHand) -> Steps:
    yield from hand.click_operator("consent_give")
    yield from wait(lambda: view().consent.given, "the answer is not known")
    hand.look()


def start(hand: CountedHand) -> Steps:
    yield from hand.click_operator("unit_start")
    yield from wait(lambda: running() is not None, "no unit runs")
    assert running().learner == "ada"
    yield from wait(lambda: "● Recording" in said(), "no mark says that movements are kept")
    hand.look()


def read_what_is_to_be_done(hand: CountedHand) -> Steps:
    yield from wait(lambda: "Put the cup on the middle" in said(), "the task is not shown")
    hand.look()


def see_what_is_not_right(hand: CountedHand) -> Steps:
    yield from hand.click_object("Cup")
    yield from hand.grip("g", "0\t2\t0.2")
    yield from wait(lambda: "✗" in said(), f"nothing is said of the slip: {said()}")
    hand.look()


def take_it_back(hand: CountedHand) -> Steps:
    yield from hand.shortcut("ctrl+z")
    yield from wait(lambda: "✗" not in said(), "what was undone is still called wrong")
    hand.look()


def do_it(hand: CountedHand) -> Steps:
    yield from hand.grip("g", "0\t4\t0.2")
    yield from hand.grip("r", "z90")
    yield from wait(lambda: running().passed, "the first unit is not passed")
    hand.look()


def go_on_to_the_next_unit(hand: CountedHand) -> Steps:
    yield from hand.shortcut("F8")
    yield from wait(lambda: "left-handed guest" in said(), "the next unit is not shown")


def ask_for_a_hint(hand: CountedHand) -> Steps:
    yield from hand.shortcut("F5")
    yield from wait(lambda: running().checkpoints[0].hints_shown == 1, "no hint is shown")
    hand.look()


def do_that_too(hand: CountedHand) -> Steps:
    yield from hand.click_object("Cup.001")
    yield from hand.grip("r", "z-90")
    yield from wait(lambda: running().passed, "the second unit is not passed")
    hand.look()


def leave_the_lesson(hand: CountedHand) -> Steps:
    yield from hand.click_operator("session_end")
    yield from wait(lambda: running() is None, "the unit is not left")
    yield from wait(lambda: states() == ["passed", "passed"], "not both units are passed")
