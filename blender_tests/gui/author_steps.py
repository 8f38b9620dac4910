"""What a teacher does, step by step, from an empty file to a lesson of two units that is saved.

Each function replays the step of docs/author-guide.md whose title it has as its name.
"""

from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import addon
from counted_hand import CountedHand, Steps, wait
from screen import sidebar, window

TASK = "Put the cup on the middle of the saucer, its handle to the right."
SECOND_TASK = "A left-handed guest comes: turn the cup until its handle points left."


def lesson() -> Any:
    """What the panels show of the lesson."""
    return addon("runtime").view().lesson


def offers() -> Any:
    return window().scene.malloc_vr_show_me.offers


def clear_the_scene(hand: CountedHand) -> Steps:
    yield from hand.shortcut("Delete")
    yield from wait(lambda: "Cube" not in bpy.data.objects, "the cube is still there")


def add_the_saucer(hand: CountedHand) -> Steps:
    yield from _add(hand, "cylinder", "Saucer")
    yield from hand.grip("s", "2")
    yield from hand.grip("s", "z0.05")


def add_the_cup(hand: CountedHand) -> Steps:
    yield from _add(hand, "cylinder", "Cup")


def give_the_cup_a_handle(hand: CountedHand) -> Steps:
    yield from hand.shortcut("shift+a")
    yield from hand.enter("torus")
    yield from hand.grip("s", "0.6")
    yield from hand.grip("r", "x90")
    yield from hand.grip("g", "x1.1")
    yield from hand.click_object("Cup", "shift")
    yield from hand.shortcut("ctrl+j")
    yield from wait(lambda: "Torus" not in bpy.data.objects, "the torus is an object of its own")


def put_the_cup_beside_the_saucer(hand: CountedHand) -> Steps:
    yield from hand.grip("r", "z-90")
    yield from hand.grip("g", "0\t-4\t0.9")


def open_the_tab(hand: CountedHand) -> Steps:
    yield from hand.shortcut("ctrl+space")
    yield from hand.shortcut("n")
    yield from wait(lambda: sidebar().active_panel_category == "Malloc VR", "our tab is not shown")


def choose_author(hand: CountedHand) -> Steps:
    yield from hand.click_choice("malloc_vr_mode", 1, 3)
    modes = addon("modes")
    yield from wait(lambda: modes.current() is modes.Mode.AUTHOR, "it is not the mode Author")


def make_a_unit_of_this_scene(hand: CountedHand) -> Steps:
    yield from hand.click_operator("unit_add", "SCENE")
    yield from wait(lambda: len(lesson().units) == 1, "there is no unit")


def name_the_unit_and_say_the_task(hand: CountedHand) -> Steps:
    yield from _name(hand, "Serve the cup", TASK)


def show_the_task_once(hand: CountedHand) -> Steps:
    yield from hand.click_operator("demonstration_start")
    yield from hand.grip("g", "0\t4\t0.2")
    yield from hand.grip("r", "z90")
    yield from hand.click_operator("demonstration_stop", column=0.3)
    yield from wait(lambda: len(offers()) > 0, "nothing is offered")
    ticked = [item.sentence for item in offers() if item.ticked]
    assert ticked == ["Cup stands on Saucer.", "Cup's X axis points along +X."], ticked


def say_it_in_your_own_words(hand: CountedHand) -> Steps:
    place = next(n for n, item in enumerate(offers()) if "X axis" in item.sentence)
    yield from hand.click_field(f"offers[{place}].sentence")
    yield from hand.enter("The handle points right.")
    yield from wait(lambda: "handle" in offers()[place].sentence, "the sentence is as before")


def make_the_goals(hand: CountedHand) -> Steps:
    yield from hand.click_operator("demonstration_apply")
    yield from wait(lambda: lesson().units[0].checkpoints == 2, "there are no two goals")
    (unit,) = lesson().units
    said = [goal.objective for goal in unit.goals]
    assert said == ["Cup stands on Saucer.", "The handle points right."], said
    goals = [one for one in window().scene.objects if one.get("assessment_trigger")]
    assert all(one.malloc_vr.hint_1 for one in goals), "a goal has no hints"


def add_the_second_unit(hand: CountedHand) -> Steps:
    yield from hand.click_operator("unit_add", "COPY_OWN", column=0.9)
    yield from wait(lambda: len(lesson().units) == 2, "there is no second unit")
    yield from _name(hand, "Serve the left-handed", SECOND_TASK)


def show_its_task(hand: CountedHand) -> Steps:
    yield from hand.click_operator("demonstration_start")
    yield from hand.grip("r", "z-90")
    yield from hand.click_operator("demonstration_stop", column=0.3)
    yield from wait(lambda: len(offers()) > 0, "nothing is offered")
    yield from hand.click_operator("demonstration_apply")
    yield from wait(
        lambda: [unit.checkpoints for unit in lesson().units] == [2, 1], "there is no goal"
    )


def try_it_as_a_learner(hand: CountedHand) -> Steps:
    yield from hand.click_operator("unit_try")
    yield from wait(lambda: addon("runtime").view().session is not None, "nothing is tried")
    yield from hand.grip("r", "z-90")
    yield from wait(lambda: addon("runtime").view().session.passed, "the try is not passed")
    hand.look()
    yield from hand.click_operator("try_stop")
    yield from wait(lambda: addon("runtime").view().session is None, "the try goes on")


def save_the_lesson(hand: CountedHand) -> Steps:
    yield from hand.click_operator("lesson_save")
    yield from hand.key("Return")
    yield from wait(lambda: bool(bpy.data.filepath), "the lesson is not saved")
    assert Path(bpy.data.filepath).is_file()


def _add(hand: CountedHand, kind: str, name: str) -> Steps:
    """Add a mesh by its menu, in which one types what is wanted, and name it."""
    yield from hand.shortcut("shift+a")
    yield from hand.enter(kind)
    yield from hand.shortcut("F2")
    yield from hand.enter(name)
    yield from wait(lambda: name in bpy.data.objects, f"there is no {name}")


def _name(hand: CountedHand, title: str, task: str) -> Steps:
    unit = window().scene.malloc_vr
    yield from hand.click_field("malloc_vr.title")
    yield from hand.enter(title)
    yield from wait(lambda: unit.title == title, f"the title is {unit.title!r}")
    yield from hand.click_field("malloc_vr.instructions")
    yield from hand.enter(task)
    yield from wait(lambda: unit.instructions == task, f"the task is {unit.instructions!r}")
