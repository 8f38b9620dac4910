"""A learner's work after another one's, with what Blender remembers of an operator's last use."""

from collections.abc import Generator
from typing import Any

import bpy
from blender_tests_support import addon, tool
from person import begin, press, run
from screen import Screen

Steps = Generator[float, None, None]


def remember(name: str, **values: Any) -> None:
    """Have Blender remember values of an operator, as a dialog that was confirmed leaves them."""
    last = bpy.context.window_manager.operator_properties_last(f"malloc_vr.{name}")
    for key, value in values.items():
        setattr(last, key, value)


def learners_on_record() -> set[str]:
    """The learners whom the record knows."""
    found = addon("runtime").engine().call(tool("list_learners")).learners
    return {item.learner_id for item in found}


def start_runs_under_the_name_that_is_shown(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("unit_start", unit_id="find_serial_plate", learner="ada")
    remember("unit_start", unit_id="find_serial_plate", learner="ada", restart=True)
    run("session_end")
    run("learner_set", learner="grace")
    yield 0.5
    assert addon("runtime").view().learner == "grace"

    yield from press(screen, "unit_start", unit_id="find_serial_plate")

    view = addon("runtime").view()
    assert view.learner == "grace", f"{view.learner} is shown"
    assert view.session.learner == "grace", f"the work of grace is {view.session.learner}'s"
    assert learners_on_record() == {"ada", "grace"}
    run("session_end")


def start_is_for_the_unit_of_the_button_and_the_scene(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("learner_set", learner="ada")
    remember("unit_start", unit_id="tighten_star", restart=True)
    yield 0.5
    view = addon("runtime").view()
    bpy.context.window_manager.windows[0].scene = bpy.data.scenes[view.lesson.units[0].scene_name]

    yield from press(screen, "unit_start")

    assert addon("runtime").view().session.unit_id == view.lesson.units[0].unit_id
    run("session_end")


def nobody_is_shown_so_a_name_is_asked_for(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    remember("unit_start", learner="ada")
    yield 0.5
    yield from press(screen, "unit_start", unit_id="find_serial_plate")
    assert addon("runtime").view().session is None, "nobody was asked"
    screen.picture("who_learns")
    screen.escape()
    yield 0.3
    assert addon("runtime").view().session is None


def a_name_that_differs_in_capitals_is_said_to_be_another(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("unit_start", unit_id="find_serial_plate", learner="Ada")
    run("session_end")
    run("learner_set", learner="ada")
    yield 0.5
    view = addon("runtime").view()
    assert view.learner == "ada" and "“Ada” is somebody else" in view.problem, view.problem
    screen.picture("nearly_the_same_name")
    run("unit_start", unit_id="find_serial_plate", learner="ada")
    assert addon("runtime").view().session.learner == "ada"
    run("session_end")


ALL = (
    start_runs_under_the_name_that_is_shown,
    start_is_for_the_unit_of_the_button_and_the_scene,
    nobody_is_shown_so_a_name_is_asked_for,
    a_name_that_differs_in_capitals_is_said_to_be_another,
)
