"""Builds the pump station in the open file: one collection that all units of the lesson share."""

from __future__ import annotations

from collections.abc import Mapping

import bpy
from workshop import scenery
from workshop.scenery import Scenery

from . import plant

COLLECTION = "Pump station"
SKY = "Pump station sky"
CAMERA = "Pump station camera"
EYE, TARGET = (3.8, -17.0, 7.0), (1.0, 0.0, 1.1)
FLANGES = {"Flange A": 2.1, "Flange B": 3.1, "Flange C": 3.8}
"""Along the pipe, x in metres. C leaks."""
PIPE_HEIGHT = 1.9

MOVABLE: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    ("walk_the_round", "read_the_dials", "find_the_leak", "make_it_safe"),
    (*FLANGES, "Motor switch", "Valve lever"),
)
"""By unit: what a learner can take hold of; these have start poses."""


def build(scene: bpy.types.Scene) -> None:
    """Makes the collection in the open, empty file."""
    scene.world = scenery.sky(SKY)
    home = Scenery(COLLECTION, scene)
    home.add("Station floor", plant.slab(), still=True)
    home.add("Tank", plant.tank(), (-3.0, 0.0, 0.0), still=True)
    home.add("Pump", plant.pump(), still=True)
    home.add("Pipes", plant.pipes(), still=True)
    home.add("Switch post", plant.switch_post(), (-1.4, -1.5, 0.0), still=True)
    home.add("Valve body", plant.valve_body(), (2.6, 0.0, PIPE_HEIGHT), still=True)
    home.add("Drops", plant.drops(), (FLANGES["Flange C"], 0.0, PIPE_HEIGHT), still=True)
    home.add("Sight glass", plant.sight_glass(), (-3.0, -1.1, 1.5))
    home.add("Pump plate", plant.plate("P-101", "7.5 kW"), (0.9, 0.375, 0.85))
    home.add("Pressure gauge", plant.gauge(), (1.0, 0.0, 2.7))
    mesh = plant.flange()
    for name, x in FLANGES.items():
        home.add(name, mesh, (x, 0.0, PIPE_HEIGHT))
    home.add("Valve lever", plant.lever(0.7, "Mark red"), (2.6, 0.0, PIPE_HEIGHT + 0.38))
    home.add("Motor switch", plant.switch(), (-1.4, -1.63, 1.15))
    home.hint_arrow("walk_the_round", "Hint plate", (0.9, 0.6, 1.5), 0.9)
    home.hint_arrow("read_the_dials", "Hint gauge", (1.0, 0.0, 3.15), 0.8)
    home.hint_arrow("find_the_leak", "Hint puddle", (3.45, 0.0, 2.3), 0.8)
    home.hint_arrow("make_it_safe", "Hint switch", (-1.4, -1.6, 1.65), 0.8)
    home.camera(CAMERA, EYE, TARGET)
