"""What a person and a client do in front of the window. Each `yield` gives Blender a turn."""

import socket
import subprocess
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import bpy
from blender_tests_support import addon, preferences, results_of, start_client
from screen import Screen, viewport, window

Steps = Generator[float, None, None]
TURN_SECONDS = 0.05
PATIENCE_TURNS = 600


def context() -> Any:
    """The context of a person whose mouse is over the viewport."""
    region = next(region for region in viewport().regions if region.type == "WINDOW")
    return bpy.context.temp_override(window=window(), area=viewport(), region=region)


def begin(screen: Screen) -> Steps:
    """A new file, a record of its own, and our tab in front."""
    addon("server").stop()
    addon("session").close()
    bpy.ops.wm.read_homefile(use_factory_startup=True)
    preferences().folder = tempfile.mkdtemp(prefix="mvr-gui-") + "/vault"
    yield 0.5
    yield from screen.open_sidebar()


def until_ended(child: subprocess.Popen[str]) -> Steps:
    """Let Blender's loop run while a client is at work."""
    for _ in range(PATIENCE_TURNS):
        if child.poll() is not None:
            return
        yield TURN_SECONDS
    child.kill()
    raise AssertionError("the client got no answers from Blender's window")


def run(name: str, **options: Any) -> None:
    """Press a button."""
    with context():
        done = getattr(bpy.ops.malloc_vr, name)(**options)
    assert done == {"FINISHED"}, f"{name}: {done}, {addon('session').view().problem}"


def an_empty_file_says_what_to_do(screen: Screen) -> Steps:
    yield from begin(screen)
    assert addon("session").view().lesson.units == ()
    screen.picture("empty")


def the_example_lesson_appears_in_all_groups(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("learner_set", learner="ada")
    yield 1.0
    assert len(addon("session").view().lesson.units) == 4
    screen.picture("lesson")


def a_client_is_served_while_the_window_runs(screen: Screen) -> Steps:
    yield from begin(screen)
    run("server_start", port=0)
    yield 0.5
    unit = {"unit_id": "from_outside", "learning_objectives": ["see that it is there"]}
    calls = [{"tool": "create_blender_knowledge_node", "arguments": {"unit_data": unit}}]
    calls += [{"tool": "get_lesson", "arguments": {}}] * 20
    child = start_client(calls)
    yield from until_ended(child)
    results = results_of(child)
    assert all("result" in result for result in results), results
    assert len(results[-1]["result"]["units"]) == 1
    yield 0.6
    view = addon("session").view()
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
    running = addon("session").view().session
    assert not any(item.begun for item in running.checkpoints), "nothing was done yet"
    screen.picture("task_checked")
    run("hint_show")
    run("work_submit")
    yield 1.0
    running = addon("session").view().session
    assert [item.passed for item in running.checkpoints] == [None, None]
    assert "Not begun" in running.message
    screen.picture("task_submitted")
    screen.scroll(8)
    yield 0.5
    screen.picture("task_checked_below")
    screen.scroll(-20)
    yield 0.2


def a_port_in_use_and_a_locked_record_are_told_with_the_way_out(screen: Screen) -> Steps:
    yield from begin(screen)
    folder = Path(preferences().folder)
    other = addon("core.engine").Engine(folder, "0", addon("commands").run)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run("server_start", port=taken.getsockname()[1])
        with context():
            bpy.ops.malloc_vr.unit_add(unit_id="x", objectives="")
        yield 1.0
        view = addon("session").view()
        assert view.server.http_problem
        assert view.record.problem
        assert view.problem
        screen.picture("errors")
    other.close()


def the_burst_timer_ends_when_it_is_quiet(screen: Screen) -> Steps:
    yield from begin(screen)
    run("server_start", port=0)
    yield 0.3
    child = start_client([{"tool": "get_lesson", "arguments": {}}] * 5)
    yield from until_ended(child)
    results_of(child)
    end = time.monotonic() + 1.0
    while time.monotonic() < end:
        yield TURN_SECONDS
    assert not addon("window_timer").is_running(), "it costs power while nobody calls"


ALL = (
    an_empty_file_says_what_to_do,
    the_example_lesson_appears_in_all_groups,
    a_client_is_served_while_the_window_runs,
    a_learner_sees_what_was_wrong_and_what_comes_next,
    a_port_in_use_and_a_locked_record_are_told_with_the_way_out,
    the_burst_timer_ends_when_it_is_quiet,
)
