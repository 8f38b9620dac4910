"""Two scripted learners do the lesson in this Blender, with its own operators and the add-on's.

    demo_learners.py LESSON.blend LESSON.json EVENTS.jsonl RESULT.json EXTENSION_ID

Scripted is what they are: the careful one works as the lesson asks; the careless one makes the
mistakes that the lesson is about. What they did is judged like anybody's work.
"""

import importlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).parent))
from enabling import enable
from hands import Hands

PASS_DEGREES = (36.0, 48.0, 36.0)
"""How far each of the three passes turns a bolt: to 36, 84 and 120 degrees in all."""
STAR = (1, 5, 3, 7, 2, 6, 4, 8)
CIRCLE = (1, 2, 3, 4, 5, 6, 7, 8)
BOLTS = tuple(f"Bolt {number}" for number in STAR)
READING_SECONDS = 2.5


class Learner:
    """One scripted learner with hands, in one session after the other."""

    def __init__(self, name: str, lesson: dict[str, Any]) -> None:
        self.name = name
        self.hands = Hands()
        self.units = {unit["unit_id"]: unit for unit in lesson["units"]}

    def start(self, unit_id: str) -> None:
        """Start a unit."""
        self.hands.actions.append(f"start {unit_id}")
        self.hands.operate(bpy.ops.malloc_vr.unit_start, unit_id=unit_id, learner=self.name)

    def again(self) -> None:
        """Put everything back and begin the unit again."""
        self.hands.actions.append("begin again")
        self.hands.operate(bpy.ops.malloc_vr.unit_restart)

    def check(self) -> None:
        """Look how the task stands; that is free."""
        self.hands.actions.append("check")
        self.hands.operate(bpy.ops.malloc_vr.step_check)

    def done(self) -> None:
        """Hand the work in: now it counts."""
        self.hands.actions.append("done")
        self.hands.operate(bpy.ops.malloc_vr.work_submit)

    def ask(self) -> None:
        """Ask for a hint."""
        self.hands.actions.append("ask for a hint")
        self.hands.operate(bpy.ops.malloc_vr.hint_show)

    def leave(self) -> None:
        """Leave the unit."""
        self.hands.operate(bpy.ops.malloc_vr.session_end)

    def goal(self, unit_id: str, name: str) -> dict[str, list[float]]:
        """Return where the lesson wants object `name`."""
        pose: dict[str, list[float]] = self.units[unit_id]["goal_poses"][name]
        return pose

    def read_plate(self) -> None:
        """Go where the plate can be read, and read it."""
        view = self.units["find_serial_plate"]["goal_view"]
        self.hands.look(view["eye"], view["target"])
        self.hands.hold_still(READING_SECONDS)

    def take_off(self, *names: str) -> None:
        """Lift these parts off, in this order."""
        for name in names:
            self.hands.put(name, self.goal("remove_guard", name))

    def tighten(self, order: tuple[int, ...], passes: tuple[float, ...]) -> None:
        """Turn the bolts in `order`, by each of `passes` degrees in turn."""
        for degrees in passes:
            for number in order:
                self.hands.turn(f"Bolt {number}", degrees)

    def practise(self, rounds: int, task: Callable[[], None]) -> None:
        """Do `task` and hand it in; put everything back and do it again, `rounds` times in all."""
        for number in range(rounds):
            if number:
                self.again()
            task()
            self.done()


def careful(lesson: dict[str, Any]) -> Learner:
    """Everything as the lesson asks; gasket and bolts three times, for practice."""
    learner = Learner("careful", lesson)
    learner.start("find_serial_plate")
    learner.read_plate()
    learner.done()
    learner.leave()
    learner.start("remove_guard")
    learner.take_off("Guard")
    learner.check()
    learner.take_off(*BOLTS)
    learner.done()
    learner.leave()
    learner.start("seat_gasket")
    learner.practise(3, lambda: learner.hands.put("Gasket", learner.goal("seat_gasket", "Gasket")))
    learner.leave()
    learner.start("tighten_star")
    learner.practise(3, lambda: learner.tighten(STAR, PASS_DEGREES))
    learner.leave()
    return learner


def careless(lesson: dict[str, Any]) -> Learner:
    """Asks before looking, a bolt before the guard, the gasket askew, bolts round the circle."""
    learner = Learner("careless", lesson)
    learner.start("find_serial_plate")
    learner.check()
    learner.ask()
    learner.read_plate()
    learner.done()
    learner.leave()
    learner.start("remove_guard")
    learner.take_off(BOLTS[0], "Guard", *BOLTS[1:])
    learner.done()
    learner.again()
    learner.take_off("Guard", *BOLTS)
    learner.done()
    learner.leave()
    learner.start("seat_gasket")
    seat = learner.goal("seat_gasket", "Gasket")
    x, y, z = seat["location"]
    learner.hands.put("Gasket", {**seat, "location": [x, y + 0.008, z]})
    learner.done()
    learner.hands.put("Gasket", seat)
    learner.done()
    learner.leave()
    learner.start("tighten_star")
    learner.practise(3, lambda: learner.tighten(CIRCLE, PASS_DEGREES))
    learner.leave()
    return learner


def main(file: str, lesson_file: str, events: str, result: str, extension: str) -> None:
    """Both learners from the saved file each, then the record's events in the open."""
    package = enable(extension)
    lesson = json.loads(Path(lesson_file).read_text(encoding="utf-8"))
    learners = []
    for play in (careful, careless):
        bpy.ops.wm.open_mainfile(filepath=file)
        learners.append(play(lesson))
    session = importlib.import_module(f"{package}.runtime")
    count = session.engine().export_events(Path(events))
    session.close()
    done = {
        "blender": bpy.app.version_string,
        "events": count,
        "learners": [
            {
                "learner_id": learner.name,
                "actions": learner.hands.actions,
                "bpy_calls": learner.hands.bpy_calls,
            }
            for learner in learners
        ],
    }
    Path(result).write_text(json.dumps(done, indent=1), encoding="utf-8")


if __name__ == "__main__":
    argv = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    main(*argv)
    sys.stdout.flush()
    sys.stderr.flush()
    # Not through the interpreter's own end: the module's clean-up may hang after it used the GPU.
    os._exit(0)
