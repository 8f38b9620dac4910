"""The four units of the flange by mouse and keys: nobody presses Check, and the panel follows."""

import math
from collections.abc import Generator

from at_work import running
from blender_tests_support import addon
from drawn import Drawn, until, watching
from hand import drag_middle, move, rotate, turn_wheel
from mathutils import Vector
from person import begin, press, run
from screen import Screen, viewport

Steps = Generator[float, None, None]
DWELL_SECONDS = 0.5
READING_SECONDS = 1.5
SEEN_SECONDS = 3.0
"""By then also a machine that has other work has drawn what followed from an input, the dwell not
counted; an idle one needs a tenth of that."""
STAR = (1, 5, 3, 7, 2, 6, 4, 8)
PASS_DEGREES = (36.0, 48.0, 36.0)
GUARD_IN_TRAY = (-0.41, -0.34, 0.802)
ORBITS_MAX = 8
PIXELS_A_DEGREE = 2.5
NEARLY_DEGREES = 25.0
SEAT = (0.0, 0.0, 1.0)


def start(screen: Screen, drawn: Drawn, unit_id: str) -> Steps:
    """Start a unit by its button; no tick is drawn while nothing was done."""
    yield from press(screen, "unit_start", unit_id=unit_id)
    drawn.forget()
    screen.redraw()
    yield DWELL_SECONDS + READING_SECONDS + SEEN_SECONDS
    assert running().unit_id == unit_id, running().unit_id
    assert drawn.marks() == [None, None], f"ticks at the start of {unit_id}: {drawn.marks()}"
    assert drawn.begun() == [False, False], f"begun at the start of {unit_id}"
    screen.picture(f"lesson_{unit_id}_started")


def ticks(
    screen: Screen, drawn: Drawn, *wanted: bool | None, dwell: float = DWELL_SECONDS
) -> Steps:
    """These marks are drawn within the dwell and the time that drawing takes."""
    what = f"{running().unit_id} {wanted}"
    yield from until(lambda: drawn.marks() == [*wanted], dwell + SEEN_SECONDS, what, drawn)


def leave(screen: Screen, drawn: Drawn, unit_id: str) -> Steps:
    """The unit is passed, and nobody pressed a button for it; leave it."""
    yield SEEN_SECONDS
    screen.picture(f"lesson_{unit_id}_done")
    view = addon("runtime").view()
    assert view.session.message == "", f"somebody pressed a button: {view.session.message}"
    assert view.session.passed, drawn.text()
    run("session_end")
    yield SEEN_SECONDS
    unit = addon("runtime").view().lesson.unit(unit_id)
    assert unit.state.value == "passed", unit


def towards_back() -> float:
    """Degrees from the view's direction to that of somebody who stands behind the pipe."""
    view = viewport().spaces.active.region_3d
    ahead = view.view_rotation @ Vector((0, 0, -1))
    return math.degrees(math.atan2(ahead.x, -ahead.y))


def read_plate(screen: Screen, drawn: Drawn) -> Steps:
    """Orbit behind the pipe, come closer, hold still."""
    for _ in range(ORBITS_MAX):
        off = towards_back()
        print(f"    {off:.0f} degrees from behind")
        if abs(off) < NEARLY_DEGREES:
            break
        yield from drag_middle(round(off * PIXELS_A_DEGREE), 0)
    assert abs(towards_back()) < NEARLY_DEGREES, f"{towards_back():.0f} degrees off"
    yield from turn_wheel(4)


def the_four_units_are_done_without_pressing_check(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("learner_set", learner="ada")
    yield 0.5
    with watching() as drawn:
        yield from find_the_plate(screen, drawn)
        yield from remove_guard_and_bolts(screen, drawn)
        yield from seat_the_gasket(screen, drawn)
        yield from tighten_in_star(screen, drawn)


def find_the_plate(screen: Screen, drawn: Drawn) -> Steps:
    yield from start(screen, drawn, "find_serial_plate")
    yield from read_plate(screen, drawn)
    screen.picture("lesson_plate")
    yield from ticks(screen, drawn, True, True, dwell=DWELL_SECONDS + READING_SECONDS)
    yield from leave(screen, drawn, "find_serial_plate")


def remove_guard_and_bolts(screen: Screen, drawn: Drawn) -> Steps:
    yield from start(screen, drawn, "remove_guard")
    yield from move(screen, "Bolt 1", (0.05, 0.04, 1.3))
    said = "Undo takes that back"
    yield from until(lambda: said in drawn.text(), SEEN_SECONDS, "a bolt before the guard", drawn)
    screen.picture("lesson_bolt_before_guard")
    yield from take_back(screen, drawn, said)

    yield from move(screen, "Guard", GUARD_IN_TRAY)
    yield from ticks(screen, drawn, True, None)
    for number in range(1, 9):
        column, row = (number - 1) % 4, (number - 1) // 4
        place = (-0.171 + 0.074 * column, -0.313 - 0.074 * row, 0.8544)
        yield from move(screen, f"Bolt {number}", place)
    yield from ticks(screen, drawn, True, True)
    yield from leave(screen, drawn, "remove_guard")


def take_back(screen: Screen, drawn: Drawn, said: str) -> Steps:
    """Undo a step out of order: what was said of it goes, and that it is forgiven is said."""
    screen.press_over_viewport("ctrl+z")
    yield from until(lambda: said not in drawn.text(), SEEN_SECONDS, "its undo", drawn)
    assert "does not count against you" in running().message, "it is not said to be forgiven"
    screen.picture("lesson_taken_back")


def seat_the_gasket(screen: Screen, drawn: Drawn) -> Steps:
    yield from start(screen, drawn, "seat_gasket")
    yield from rotate(screen, "Gasket", "z", 68)
    yield from rotate(screen, "Gasket", "x", 90)
    yield from rotate(screen, "Gasket", "z", 90)
    yield from move(screen, "Gasket", SEAT)
    yield from ticks(screen, drawn, True, True)
    yield from leave(screen, drawn, "seat_gasket")


def tighten_in_star(screen: Screen, drawn: Drawn) -> Steps:
    yield from start(screen, drawn, "tighten_star")
    yield from rotate(screen, "Bolt 1", "zz", -PASS_DEGREES[0])
    yield from rotate(screen, "Bolt 2", "zz", -PASS_DEGREES[0])
    said = "Bolt 2 is not due yet"
    yield from until(lambda: said in drawn.text(), SEEN_SECONDS, "bolt 2 after bolt 1", drawn)
    screen.picture("lesson_bolt_out_of_order")
    yield from take_back(screen, drawn, said)
    for number in STAR[1:]:
        yield from rotate(screen, f"Bolt {number}", "zz", -PASS_DEGREES[0])
    yield from ticks(screen, drawn, True, None)
    for degrees in PASS_DEGREES[1:]:
        for number in STAR:
            yield from rotate(screen, f"Bolt {number}", "zz", -degrees)
    yield from ticks(screen, drawn, True, True)
    yield from leave(screen, drawn, "tighten_star")


ALL = (the_four_units_are_done_without_pressing_check,)
