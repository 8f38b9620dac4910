"""How the units of the lessons that ship are done, rightly and with a slip."""

from collections.abc import Mapping
from functools import partial
from math import pi
from typing import Any

import bpy
from lesson_hands import LessonHands, Way

GLANCE_SECONDS = 0.2
READING_SECONDS = 1.8
STAR = (1, 5, 3, 7, 2, 6, 4, 8)
PASS_DEGREES = (36.0, 48.0, 36.0)
QUARTER = pi / 2


def _nothing_moved(hands: LessonHands) -> None:
    """A look at the wrong side: there is nothing to take back."""
    hands.look((6.0, -6.0, 3.0), (0.0, 0.0, 1.0), GLANCE_SECONDS)


def _behind_the_house(hands: LessonHands) -> None:
    hands.look((4.0, -9.0, 4.0), (0.0, 0.0, 1.0), GLANCE_SECONDS)
    hands.look((9.0, 2.0, 4.0), (0.0, 0.0, 1.0), GLANCE_SECONDS)
    hands.look((1.0, 7.0, 2.5), (0.0, 1.2, 0.9), GLANCE_SECONDS)


def _ball_then_two(hands: LessonHands) -> None:
    hands.pick("Yellow ball")
    hands.step("select the ball")
    hands.pick("Yellow ball", "Red cone")
    hands.step("select two")


def _wrong_toy(hands: LessonHands) -> None:
    hands.pick("Blue block")
    hands.step("select the block")


def _paint(material: str, hands: LessonHands) -> None:
    apple = hands.pick("Pale apple")
    if not apple.material_slots:
        hands.operate(bpy.ops.object.material_slot_add)
    apple.material_slots[0].material = bpy.data.materials[material]
    hands.step(f"give {material}")


def _subdivide(hands: LessonHands) -> None:
    hands.pick("Egg")
    hands.operate(bpy.ops.object.subdivision_set, level=2)
    hands.step("add a modifier")


def _bevel(hands: LessonHands) -> None:
    hands.pick("Egg")
    hands.operate(bpy.ops.object.modifier_add, type="BEVEL")
    hands.step("add the wrong modifier")


FIRST_STEPS: Mapping[str, Way] = {
    "look_around": Way(_behind_the_house, _nothing_moved, undos=0),
    "select_things": Way(_ball_then_two, _wrong_toy),
    "move_snapped": Way(
        lambda hands: hands.slide("Wagon", (4.0, 0.0, 0.0)),
        lambda hands: hands.slide("Wagon", (4.6, 0.0, 0.0)),
    ),
    "rotate_arrow": Way(
        lambda hands: hands.rotate("Arrow", QUARTER, "Z"),
        lambda hands: hands.rotate("Arrow", -QUARTER, "Z"),
    ),
    "scale_tree": Way(
        lambda hands: hands.resize("Young tree", 2.0),
        lambda hands: hands.resize("Young tree", 3.0),
    ),
    "edit_tower": Way(
        lambda hands: hands.extrude_top("Tower", 1.0),
        lambda hands: hands.slide("Tower", (0.0, 0.0, 1.0)),
    ),
    "add_modifier": Way(_subdivide, _bevel),
    "give_material": Way(partial(_paint, "Apple Red"), partial(_paint, "Leaf Green")),
}

STATIONS = (
    ((-3.0, -3.2, 1.7), (-3.0, -1.1, 1.5)),
    ((0.9, 2.4, 1.2), (0.9, 0.375, 0.85)),
    ((1.0, -2.2, 2.8), (1.0, 0.0, 2.7)),
    ((2.6, -0.9, 4.2), (2.6, 0.0, 2.28)),
    ((3.8, -2.2, 2.1), (3.8, 0.0, 1.9)),
)
"""Eye and target before each of the five places, metres."""


def _round(hands: LessonHands) -> None:
    for eye, target in STATIONS:
        hands.look(eye, target, READING_SECONDS)


PRESSURE = "What pressure does the gauge show, in bar?"
NUMBER = "Which number is on the plate of the pump?"
ORDER = "In which order do you make it safe?"


def _read(pressure_bar: float, number: str, hands: LessonHands) -> None:
    hands.answer(PRESSURE, number=pressure_bar)
    hands.answer(NUMBER, choice=number)


def _find(flange: str, order: tuple[str, str, str], hands: LessonHands) -> None:
    hands.pick(flange)
    hands.step(f"select {flange}")
    first, second, third = order
    hands.answer(ORDER, place_1=first, place_2=second, place_3=third)


def _safe(hands: LessonHands) -> None:
    hands.rotate("Motor switch", QUARTER, "Y")
    hands.rotate("Valve lever", QUARTER, "Z")


OFF, SHUT, REPORT = "Switch the motor off", "Shut the valve", "Report the leak"
PUMP_STATION: Mapping[str, Way] = {
    "walk_the_round": Way(_round, _nothing_moved, undos=0),
    "read_the_dials": Way(partial(_read, 6.0, "P-101"), partial(_read, 4.0, "P-110"), undos=0),
    "find_the_leak": Way(
        partial(_find, "Flange C", (OFF, SHUT, REPORT)),
        partial(_find, "Flange B", (SHUT, OFF, REPORT)),
        undos=0,
    ),
    "make_it_safe": Way(_safe, lambda hands: hands.rotate("Valve lever", QUARTER, "Z")),
}


def flange(units: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Way]:
    """The ways of the flange, whose poses stand in its lesson's units, by unit id."""
    view = units["find_serial_plate"]["goal_view"]
    down = units["remove_guard"]["goal_poses"]
    seat = units["seat_gasket"]["goal_poses"]["Gasket"]
    bolts = [f"Bolt {number}" for number in STAR]

    def put(names: list[str], hands: LessonHands) -> None:
        for name in names:
            hands.put(name, down[name])
            hands.step(f"put {name}")

    def seated(off_m: float, hands: LessonHands) -> None:
        x, y, z = seat["location"]
        hands.put("Gasket", {**seat, "location": [x, y + off_m, z]})
        hands.step("seat the gasket")

    def tighten(hands: LessonHands) -> None:
        for degrees in PASS_DEGREES:
            for name in bolts:
                hands.turn(name, degrees)
                hands.step(f"turn {name}")

    def wrong_bolt(hands: LessonHands) -> None:
        for name in ("Bolt 1", "Bolt 2"):
            hands.turn(name, PASS_DEGREES[0])
            hands.step(f"turn {name}")

    return {
        "find_serial_plate": Way(
            lambda hands: hands.look(view["eye"], view["target"], READING_SECONDS),
            _nothing_moved,
            undos=0,
        ),
        "remove_guard": Way(partial(put, ["Guard", *bolts]), partial(put, ["Bolt 1"])),
        "seat_gasket": Way(partial(seated, 0.0), partial(seated, 0.02)),
        "tighten_star": Way(tighten, wrong_bolt, undos=2),
    }
