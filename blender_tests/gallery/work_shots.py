"""Learn, while a unit runs: the task, ticks, a slip, hints, a verdict, the end, and what interrupts."""

import json
from typing import Any
from unittest import mock

import bpy
from adapted import SHORT_PAUSES, adapt
from album import Album, Steps
from at_work import move, open_unit, running
from blender_tests_support import addon
from live_work import DWELL_SECONDS, SEEN_SECONDS, grab, select
from overlay import GUARD_IN_TRAY, start_flange
from person import begin, context, run
from reviewed import put_gasket
from staging import ask

ORDER = {
    "question": "In which order are the bolts tightened?",
    "kind": "order",
    "options": ["Bolt 1", "Bolt 5", "Bolt 3"],
    "correct": ["Bolt 1", "Bolt 3", "Bolt 5"],
}
NUMBER = {"question": "How many bolts hold the flange?", "kind": "number", "correct": 8}
CHOICE = {
    "question": "Which part comes off first?",
    "options": ["Guard", "Bolt 1"],
    "correct": "Guard",
}


def work_started_slipped_and_ticked(album: Album) -> Steps:
    yield from begin(album)
    start_flange("remove_guard")
    yield SEEN_SECONDS
    over = ["Remove the guard", "F5", "F7"]
    yield from album.take("10-work-started", ["ada", "Check", "Hint", "Done"], over)
    yield from album.take("11-work-started-window", over=over, whole=True)

    yield from grab(album, "Bolt 1", z="1")
    yield SEEN_SECONDS
    slip = "A bolt was moved while the guard"
    yield from album.take("12-work-slip-window", [slip], ["✗ " + slip, "Ctrl Z"], whole=True)
    yield from album.take("13-work-slip", [slip, "Ctrl Z"])

    album.press_over_viewport("ctrl+z")
    yield SEEN_SECONDS
    forgiven = "does not count against you"
    yield from album.take("14-work-slip-taken-back", [forgiven], [forgiven], whole=True)

    move("Guard", GUARD_IN_TRAY)
    yield DWELL_SECONDS + 2 * SEEN_SECONDS
    yield from album.take("15-work-ticked", over=["✓ Remove the guard", "●○"], whole=True)
    run("work_submit")
    yield SEEN_SECONDS
    yield from album.take("16-work-half-handed-in", ["Not done yet"], whole=True)
    run("session_end")
    yield 0.3


def work_hints(album: Album) -> Steps:
    yield from begin(album)
    start_flange("remove_guard")
    yield SEEN_SECONDS
    for level in (1, 2, 3):
        album.press_over_viewport("F5")
        yield from until(lambda level=level: running().hints_shown == level)
        name = f"{16 + level}-work-hint-{level}"
        yield from album.take(f"{name}-window", over=[f"Hint {level}/3"], whole=True)
        yield from album.take(name, [running().hints[level - 1][:20]])
    run("session_end")
    yield 0.3


def work_end_of_unit(album: Album) -> Steps:
    yield from begin(album)
    open_unit("seat_gasket")
    yield SEEN_SECONDS
    put_gasket(0.03)
    run("work_submit")
    yield SEEN_SECONDS
    yield from album.take("20-work-not-there-yet", ["Seat the gasket"], whole=True)
    put_gasket(0.0)
    run("work_submit")
    yield SEEN_SECONDS
    yield from until(lambda: bool(running() and running().passed))
    yield from album.take("21-work-done", ["Time"])
    yield from album.take("22-work-done-window", ["Time"], whole=True)
    run("session_end")
    yield 0.3


def work_paused(album: Album) -> Steps:
    yield from begin(album)
    start_flange("remove_guard")
    yield SEEN_SECONDS
    run("unit_pause")
    yield from album.take("23-work-paused", ["Paused. It goes on when", "Continue"], whole=True)
    run("unit_resume")
    with context():
        select("Guard")
        bpy.ops.object.mode_set("EXEC_DEFAULT", True, mode="EDIT")
    yield SEEN_SECONDS
    yield from album.take("24-work-edit-mode", over=["Edit Mode"], whole=True)
    with context():
        bpy.ops.object.mode_set("EXEC_DEFAULT", True, mode="OBJECT")
    run("session_end")
    yield SEEN_SECONDS


def work_resumed(album: Album) -> Steps:
    yield from begin(album)
    start_flange("remove_guard")
    yield SEEN_SECONDS
    move("Guard", GUARD_IN_TRAY)
    yield from until(lambda: any(one.passed for one in running().checkpoints))
    run("session_end")
    yield SEEN_SECONDS
    yield from album.take("25-work-left-half-way", ["Go On with “", "1 of 2 goals passed"])
    run("unit_start", unit_id="remove_guard", learner="ada")
    yield SEEN_SECONDS
    album.out_of_the_way()
    yield 0.3
    yield from album.take("26-work-begin-again-asks", whole=True, opens=lambda: ask("unit_restart"))
    album.escape()
    run("session_end")
    yield 0.3


def work_adapted(album: Album) -> Steps:
    yield from begin(album)
    run("lesson_add_example")
    scene = next(s for s in bpy.data.scenes if s.get("learning_unit_id") == "find_serial_plate")
    scene["malloc_vr_adaptation_optional"] = True
    run("unit_start", unit_id="find_serial_plate", learner="ada")
    run("work_submit")
    with mock.patch.object(addon("core.adaptation"), "HINT_PAUSE_SECONDS", SHORT_PAUSES):
        yield SEEN_SECONDS
        adapt(guidance_level="high", support_level="high", difficulty_adjustment=2.0)
        yield from until(lambda: bool(addon("runtime").view().adaptation.sentences))
        says = ["For You", "The goal is shown", "A client asked for this"]
        yield from album.take("27-work-adapted", says)
        yield from album.take("28-work-adapted-window", says, whole=True)
    run("session_end")
    yield 0.3


def work_asked(album: Album) -> Steps:
    yield from begin(album)
    run("unit_add", unit_id="quiz", title="Before you begin", objectives="order; number; choice")
    for objective, asked in (("order", ORDER), ("number", NUMBER), ("choice", CHOICE)):
        conditions = json.dumps({"answer": asked})
        run("trigger_add", kind="JSON", objective=objective, conditions=conditions)
    run("unit_start", unit_id="quiz", learner="ada")
    run("step_check")
    run("question_answer", question=NUMBER["question"], number=8.0)
    asked = [str(each["question"]) for each in (ORDER, NUMBER, CHOICE)]
    yield from album.take("29-work-questions", [*asked, "Answer"])
    for number, each in enumerate((ORDER, NUMBER, CHOICE)):
        yield from _asks(album, f"{30 + number}-work-question-{each.get('kind', 'choice')}", each)
    run("session_end")
    yield 0.3


def _asks(album: Album, name: str, asked: dict[str, Any]) -> Steps:
    album.out_of_the_way()
    yield 0.3
    yield from album.take(
        name,
        [asked["question"]],
        whole=True,
        opens=lambda: ask("question_answer", question=asked["question"]),
    )
    album.escape()
    yield 0.5


def until(holds: Any, patience_seconds: float = 20.0) -> Steps:
    """Let Blender's loop run until something holds."""
    waited = 0.0
    while not holds():
        assert waited < patience_seconds, f"it never came to {holds}"
        waited += 0.1
        yield 0.1


EVERYWHERE = (work_started_slipped_and_ticked, work_hints, work_end_of_unit, work_adapted)
ONCE = (work_paused, work_resumed, work_asked)
