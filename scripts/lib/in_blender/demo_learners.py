"""Two scripted learners do the saved lesson, with operators alone; what they did goes to files.

    demo_learners.py LESSON.blend LESSON.json EVENTS.jsonl RESULT.json EXTENSION_ID

Scripted is what they are: the careful one works as the lesson asks; the careless one makes the
mistakes that the lesson is about. What they did is judged like anybody's work. Beside EVENTS.jsonl
comes report.html, as an instructor exports it.
"""

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).parent))
from enabling import enable
from hands import Hands
from process_end import end_process

PASS_DEGREES = (36.0, 48.0, 36.0)
"""How far each of the three passes turns a bolt: to 36, 84 and 120 degrees in all."""
STAR = (1, 5, 3, 7, 2, 6, 4, 8)
CIRCLE = (1, 2, 3, 4, 5, 6, 7, 8)
BOLTS = tuple(f"Bolt {number}" for number in STAR)
READING_SECONDS = 2.5

BUTTONS = {
    "check": bpy.ops.malloc_vr.step_check,
    "ask for a hint": bpy.ops.malloc_vr.hint_show,
    "done": bpy.ops.malloc_vr.work_submit,
    "begin again": bpy.ops.malloc_vr.unit_restart,
}


class Learner(Hands):
    """One scripted learner, in one session after the other."""

    def __init__(self, name: str, lesson: dict[str, Any]) -> None:
        super().__init__()
        self.name = name
        self.units = {unit["unit_id"]: unit for unit in lesson["units"]}

    def press(self, button: str) -> None:
        """Press one of the BUTTONS."""
        self.actions.append(button)
        self.operate(BUTTONS[button])

    @contextmanager
    def unit(self, unit_id: str) -> Iterator[None]:
        """Start a unit, and leave it at the end."""
        self.actions.append(f"start {unit_id}")
        self.operate(bpy.ops.malloc_vr.unit_start, unit_id=unit_id, learner=self.name)
        yield
        self.operate(bpy.ops.malloc_vr.session_end)

    def goal(self, unit_id: str, name: str) -> dict[str, list[float]]:
        """Return where the lesson wants object `name`."""
        pose: dict[str, list[float]] = self.units[unit_id]["goal_poses"][name]
        return pose

    def read_plate(self) -> None:
        """Go where the plate can be read, and read it."""
        view = self.units["find_serial_plate"]["goal_view"]
        self.look(view["eye"], view["target"], READING_SECONDS)

    def take_off(self, *names: str) -> None:
        """Lift these parts off, in this order."""
        for name in names:
            self.put(name, self.goal("remove_guard", name))

    def tighten(self, order: tuple[int, ...]) -> None:
        """Turn the bolts in `order`, in three passes."""
        for degrees in PASS_DEGREES:
            for number in order:
                self.turn(f"Bolt {number}", degrees)

    def practise(self, *tasks: Callable[[], None]) -> None:
        """Do each task and hand it in; before the next one everything is put back."""
        for number, task in enumerate(tasks):
            if number:
                self.press("begin again")
            task()
            self.press("done")


def careful(learner: Learner) -> None:
    """Everything as the lesson asks; gasket and bolts three times, for practice."""
    with learner.unit("find_serial_plate"):
        learner.practise(learner.read_plate)
    with learner.unit("remove_guard"):
        learner.take_off("Guard")
        learner.press("check")
        learner.practise(lambda: learner.take_off(*BOLTS))
    seat = learner.goal("seat_gasket", "Gasket")
    with learner.unit("seat_gasket"):
        learner.practise(*[lambda: learner.put("Gasket", seat)] * 3)
    with learner.unit("tighten_star"):
        learner.practise(*[lambda: learner.tighten(STAR)] * 3)


def careless(learner: Learner) -> None:
    """Asks before looking, a bolt before the guard, the gasket askew, bolts round the circle."""
    with learner.unit("find_serial_plate"):
        learner.press("check")
        learner.press("ask for a hint")
        learner.practise(learner.read_plate)
    with learner.unit("remove_guard"):
        learner.practise(
            lambda: learner.take_off(BOLTS[0], "Guard", *BOLTS[1:]),
            lambda: learner.take_off("Guard", *BOLTS),
        )
    seat = learner.goal("seat_gasket", "Gasket")
    x, y, z = seat["location"]
    with learner.unit("seat_gasket"):
        learner.put("Gasket", {**seat, "location": [x, y + 0.008, z]})
        learner.press("done")
        learner.put("Gasket", seat)
        learner.press("done")
    with learner.unit("tighten_star"):
        learner.practise(*[lambda: learner.tighten(CIRCLE)] * 3)


def main(file: str, lesson_file: str, events: str, result: str, extension: str) -> None:
    """Both learners from the saved file each, then the record's events in the open."""
    package = enable(extension)
    lesson = json.loads(Path(lesson_file).read_text(encoding="utf-8"))
    learners = []
    for play in (careful, careless):
        bpy.ops.wm.open_mainfile(filepath=file)
        learner = Learner(play.__name__, lesson)
        play(learner)
        done = {"actions": learner.actions, "bpy_calls": learner.bpy_calls}
        learners.append({"learner_id": learner.name, **done})
    bpy.ops.malloc_vr.report_export(filepath=str(Path(events).with_name("report.html")))
    session = importlib.import_module(f"{package}.runtime")
    count = session.engine().export_events(Path(events))
    session.close()
    found = {"blender": bpy.app.version_string, "events": count, "learners": learners}
    Path(result).write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(*(sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]))
    end_process(0)
