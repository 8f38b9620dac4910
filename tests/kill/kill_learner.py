"""The Blender that blender_kill.py kills: the careful learner, going on where the record says.

    kill_learner.py author LESSON.blend EXTENSION_ID          make the lesson's file, and end
    kill_learner.py learn LESSON.blend EXTENSION_ID TRIES     do the units that are due, in their
                                                              order, the last one TRIES times
    kill_learner.py slip LESSON.blend EXTENSION_ID            leave a slip in a unit, press no
                                                              button, and wait to be killed

What it learns of stands on stdout at once, a JSON object a line, with one key: `record` (the
record is open), `acknowledged` (events that a tool said are recorded), `started` (a unit, as the
panel shows it), `done` (nothing is due any more), `slipped` (what that ended was handed over).
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import bpy

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "scripts" / "lib" / "in_blender"))

from demo_learners import BOLTS, STAR, Learner  # noqa: E402
from enabling import enable  # noqa: E402
from process_end import end_process  # noqa: E402

LESSON = REPOSITORY / "lessons" / "bolted_flange" / "lesson.json"
LEARNER = "careful"
WORK: Mapping[str, Callable[[Learner], None]] = {
    "find_serial_plate": lambda learner: learner.read_plate(),
    "remove_guard": lambda learner: learner.take_off("Guard", *BOLTS),
    "seat_gasket": lambda learner: learner.put("Gasket", learner.goal("seat_gasket", "Gasket")),
    "tighten_star": lambda learner: learner.tighten(STAR),
}
LAST_UNIT = "tighten_star"
SLIP_UNIT = "remove_guard"
UNTIL_KILLED_SECONDS = 600.0
POLL_SECONDS = 0.001


def tell(key: str, value: object) -> None:
    """Write one line past every buffer: what was reported stays reported, whenever the kill comes."""
    os.write(1, f"{json.dumps({key: value})}\n".encode())


def listen(engine: Any) -> None:
    """Tell of everything that the record has on disk, as soon as it says so.

    The main thread waits for no disk, so an operator's reply may be before its events are there.
    """
    call, post = engine.call, engine.post
    wanted = engine.status().record.events

    def acknowledge(result: Any) -> None:
        nonlocal wanted
        wanted += len(result.event_ids)
        while engine.status().record.events < wanted:
            time.sleep(POLL_SECONDS)
        tell("acknowledged", list(result.event_ids))

    def posted(arguments: Any, on_result: Any, on_error: Any = None) -> None:
        def on_news(result: Any) -> None:
            if getattr(result, "event_ids", ()):  # one that only reads has none
                acknowledge(result)
            on_result(result)

        post(arguments, on_news, on_error)

    def called(arguments: Any) -> Any:
        result = call(arguments)
        if not hasattr(result, "recorded"):  # it only reads
            return result
        if not result.recorded and not result.pending:
            raise RuntimeError(f"{arguments.NAME} was not recorded: {result.record_problem}")
        acknowledge(result)
        return result

    engine.call, engine.post = called, posted


def author(file: str) -> None:
    """Author the lesson that ships with the add-on, and save it."""
    if bpy.ops.malloc_vr.lesson_add_example() != {"FINISHED"}:
        raise RuntimeError("the lesson was not authored")
    bpy.ops.wm.save_as_mainfile(filepath=file)


def due_unit(session: Any) -> str:
    """The first unit that the panel offers to start; empty when all are passed."""
    session.mark_stale()
    session.mark_progress_stale()
    session.refresh_if_stale()
    while session.engine().has_posted:  # without a window nothing else takes the record's answer
        session.engine().take(POLL_SECONDS)
    session.refresh_if_stale()
    units = session.view().lesson.units
    return next((unit.unit_id for unit in units if unit.state.value == "ready"), "")


def let_the_timer_come_by(session: Any) -> None:
    """Have what ended so far handed over, as Blender's timer does in a window."""
    session.deliver_tries()
    while session.engine().has_posted:
        session.engine().take(POLL_SECONDS)


def do_unit(learner: Learner, session: Any, unit_id: str) -> None:
    """Start a unit, say which one the panel shows, do the work, hand it in, leave.

    What ends on the way is handed over without any button, and is there after a kill all the same.
    """
    with learner.unit(unit_id):
        tell("started", {"unit_id": session.view().session.unit_id})
        WORK[unit_id](learner)
        let_the_timer_come_by(session)
        learner.press("done")


def learn(file: str, package: str, tries: int) -> None:
    """Go on from where the record says, to the end of the lesson."""
    bpy.ops.wm.open_mainfile(filepath=file)
    session = importlib.import_module(f"{package}.runtime")
    engine = session.ready_engine()
    listen(engine)
    session.set_learner(LEARNER)
    learner = Learner(LEARNER, json.loads(LESSON.read_text(encoding="utf-8")))
    unit_id = due_unit(session)
    tell("record", {"due": unit_id})
    while unit_id:
        do_unit(learner, session, unit_id)
        before, unit_id = unit_id, due_unit(session)
        if unit_id == before:
            raise RuntimeError(f"{unit_id} is due again, although its work was done")
    for _ in range(tries - 1):
        do_unit(learner, session, LAST_UNIT)
    tell("done", [unit.unit_id for unit in session.view().lesson.units])


def slip(file: str, package: str) -> None:
    """Move a bolt before the guard, and then the guard instead of taking that back."""
    bpy.ops.wm.open_mainfile(filepath=file)
    session = importlib.import_module(f"{package}.runtime")
    listen(session.ready_engine())
    learner = Learner(LEARNER, json.loads(LESSON.read_text(encoding="utf-8")))
    with learner.unit(SLIP_UNIT):
        learner.take_off(BOLTS[0], "Guard")
        let_the_timer_come_by(session)
        tell("slipped", SLIP_UNIT)
        time.sleep(UNTIL_KILLED_SECONDS)


def main(what: str, file: str, extension: str, tries: str = "1") -> None:
    """Author or learn, and end as an orderly Blender does."""
    bpy.ops.wm.read_factory_settings(use_empty=True)  # before the add-on: it ends with them
    package = enable(extension)
    if what == "author":
        author(file)
    elif what == "slip":
        slip(file, package)
    else:
        learn(file, package, int(tries))
    session = importlib.import_module(f"{package}.runtime")
    tell("record", {"path": session.engine().status().record.path})
    session.close()


if __name__ == "__main__":
    main(*(sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]))
    end_process(0)
