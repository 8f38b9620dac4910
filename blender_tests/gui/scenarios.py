"""What a person and a client do in front of the window. Each `yield` gives Blender a turn."""

import socket
import subprocess
import time
from collections.abc import Generator
from pathlib import Path
from unittest import mock

import adapted
import answered
import at_work
import beside_person
import bpy
import condition_menu
import curriculum
import end_pictures
import first_steps
import given_lesson
import guides
import live_work
import overlay
import reviewed
import show_me
import watched
import whole_lesson
import whose_work
from blender_tests_support import PACKAGE, addon, preferences, start_client
from person import begin, context, run, start_anew
from screen import Screen

Steps = Generator[float, None, None]
TURN_SECONDS = 0.05
PATIENCE_TURNS = 600


def until_ended(child: subprocess.Popen[str]) -> Steps:
    """Let Blender's loop run while a client is at work."""
    for _ in range(PATIENCE_TURNS):
        if child.poll() is not None:
            return
        yield TURN_SECONDS
    child.kill()
    raise AssertionError("the client got no answers from Blender's window")


def an_empty_file_says_what_to_do(screen: Screen) -> Steps:
    yield from begin(screen)
    assert addon("runtime").view().lesson.units == ()
    screen.picture("empty")


def the_example_lesson_appears_in_all_groups(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("learner_set", learner="ada")
    yield 1.0
    assert len(addon("runtime").view().lesson.units) == 4
    screen.picture("lesson")


def a_button_that_needs_the_record_goes_on_by_itself_once_it_is_open(screen: Screen) -> Steps:
    yield from start_anew(screen)
    with context():
        bpy.ops.malloc_vr.lesson_add_example()
    for _ in range(PATIENCE_TURNS):
        if addon("runtime").view().lesson.units:
            break
        yield TURN_SECONDS
    assert len(addon("runtime").view().lesson.units) == 4
    yield 0.6
    with context():
        bpy.ops.ed.undo()
    yield 0.6
    assert addon("runtime").view().lesson.units == (), "it is one step for Undo"


def while_the_record_opens_the_panel_says_so_and_start_waits(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    engine = addon("runtime").engine()
    status = addon("core.status")
    opening = status.RecordStatus(state="opening")
    with mock.patch.object(engine, "status", lambda: status.Status(record=opening)):
        yield 1.0
        assert len(addon("runtime").view().lesson.units) == 4, "the lesson is there all the same"
        with context():
            assert not bpy.ops.malloc_vr.unit_start.poll()
        screen.picture("opening")
    yield 0.6
    with context():
        assert bpy.ops.malloc_vr.unit_start.poll()


def a_client_is_served_while_the_window_runs(screen: Screen) -> Steps:
    yield from begin(screen)
    run("server_start", port=0)
    yield 0.5
    unit = {"unit_id": "from_outside", "learning_objectives": ["see that it is there"]}
    calls = [{"tool": "create_blender_knowledge_node", "arguments": {"unit_data": unit}}]
    calls += [{"tool": "get_lesson", "arguments": {}}] * 20
    child = start_client(calls)
    yield from until_ended(child)
    results = child.results()
    assert all("result" in result for result in results), results
    assert len(results[-1]["result"]["units"]) == 1
    yield 0.6
    view = addon("runtime").view()
    assert view.lesson.units[0].unit_id == "from_outside", "the panel shows what a client did"
    assert view.server.requests >= 21
    screen.picture("server_running")
    run("server_stop")
    yield 0.3


def a_learner_sees_what_was_wrong_and_what_comes_next(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("unit_start", unit_id="find_serial_plate", learner="ada")
    yield 1.0
    screen.picture("task_started")
    run("step_check")
    yield 1.0
    running = addon("runtime").view().session
    assert not any(item.begun for item in running.checkpoints), "nothing was done yet"
    screen.picture("task_checked")
    run("hint_show")
    run("work_submit")
    yield 1.0
    running = addon("runtime").view().session
    assert [item.passed for item in running.checkpoints] == [None, None]
    assert "nothing was handed in" in running.message
    screen.picture("task_submitted")
    screen.scroll(8)
    yield 0.5
    screen.picture("task_checked_below")
    screen.scroll(-20)
    yield 0.2


def a_port_in_use_and_a_locked_record_are_told_with_the_way_out(screen: Screen) -> Steps:
    yield from start_anew(screen)
    folder = Path(preferences().folder)
    other = addon("core.engine").Engine(folder, "0", addon("serving.commands").run)
    while not other.status().record.is_settled:
        yield TURN_SECONDS
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run("server_start", port=taken.getsockname()[1])
        with context():
            bpy.ops.malloc_vr.unit_add(unit_id="x", prerequisites="nowhere")
        yield 1.0
        view = addon("runtime").view()
        assert view.server.http_problem
        assert view.record.problem
        assert view.problem
        screen.picture("errors")
    other.close()


def a_lesson_never_saved_is_saved_by_blenders_own_dialog(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    yield 0.3
    assert not bpy.data.filepath
    with context():
        bpy.ops.malloc_vr.lesson_save("INVOKE_DEFAULT")
    yield 1.0
    windows = bpy.context.window_manager.windows
    areas = [area.type for window in windows for area in window.screen.areas]
    assert "FILE_BROWSER" in areas, areas
    screen.escape()
    yield 0.5
    assert not bpy.data.filepath


def the_preferences_say_where_the_record_is(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    bpy.context.preferences.active_section = "ADDONS"
    bpy.context.window_manager.addon_search = "Malloc"
    with context():
        bpy.ops.screen.userpref_show()
    bpy.ops.preferences.addon_expand(module=PACKAGE)
    yield 1.0
    screen.move_window("Preferences")
    yield 1.0
    screen.picture("preferences")
    place = addon("lifetime.record_place").current(Path(preferences().folder))
    assert preferences().folder in place.text, place.text
    in_use, preferences().folder = preferences().folder, preferences().folder + "-typed"
    for shown in bpy.context.window_manager.windows:
        for area in shown.screen.areas:
            area.tag_redraw()
    yield 0.5
    screen.picture("another_folder_typed")
    typed = Path(preferences().folder)
    place = addon("lifetime.record_place").current(typed, addon("runtime").record_folder())
    assert in_use in place.text and str(typed) in place.warning[0], place
    preferences().folder = in_use
    shown = bpy.context.window_manager.windows[-1]
    with bpy.context.temp_override(window=shown):
        bpy.ops.wm.window_close()
    yield 0.5


def the_burst_timer_ends_when_it_is_quiet(screen: Screen) -> Steps:
    yield from begin(screen)
    run("server_start", port=0)
    yield 0.3
    child = start_client([{"tool": "get_lesson", "arguments": {}}] * 5)
    yield from until_ended(child)
    child.results()
    end = time.monotonic() + 1.0
    while time.monotonic() < end:
        yield TURN_SECONDS
    assert not addon("serving.window_timer").is_running(), "it costs power while nobody calls"


_OWN = (
    an_empty_file_says_what_to_do,
    the_example_lesson_appears_in_all_groups,
    a_button_that_needs_the_record_goes_on_by_itself_once_it_is_open,
    while_the_record_opens_the_panel_says_so_and_start_waits,
    a_client_is_served_while_the_window_runs,
    a_learner_sees_what_was_wrong_and_what_comes_next,
    a_port_in_use_and_a_locked_record_are_told_with_the_way_out,
    a_lesson_never_saved_is_saved_by_blenders_own_dialog,
    the_preferences_say_where_the_record_is,
    the_burst_timer_ends_when_it_is_quiet,
)

_MODULES = (
    whose_work, adapted, answered, at_work, beside_person, condition_menu, curriculum, end_pictures,
    given_lesson, live_work, show_me, overlay, whole_lesson, reviewed, first_steps, watched,
)  # fmt: skip

ALL = (*_OWN, *(scenario for module in _MODULES for scenario in module.ALL))

APART = guides.ALL
"""In a Blender that nobody used yet: only where their module is named."""
