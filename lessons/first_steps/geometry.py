"""Builds the eight scenes of the first steps, a collection each, in the open file.

Needs nothing but bpy data. Names of objects are those that the conditions in `lesson.json` use, and
each stands in one collection only: all units are in one file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import bpy
from workshop import materials, scenery
from workshop.scenery import Scenery

from . import toys

SKY = "First steps sky"
EYE = (4.0, -13.2, 6.4)


def look_around(home: Scenery) -> None:
    """A house with its letter box where nobody sees it from the front."""
    home.add("House", toys.house(), still=True)
    home.add("Letter box", toys.letter_box(), (0.0, 1.16, 0.9))
    home.add("Fir left", toys.tree("Fir left", 3.2), (-2.6, 1.2, 0.0), still=True)
    home.add("Fir right", toys.tree("Fir right", 2.4), (2.7, 0.4, 0.0), still=True)
    home.hint_arrow("look_around", "Hint letter box", (0.0, 1.4, 2.0), 1.2)


def select_things(home: Scenery) -> None:
    """Three toys on a mat."""
    mat = toys.Shape()
    mat.box((0, 0, 0), (5.4, 2.6, 0.04), "Mat", bevel=0.02)
    home.add("Play mat", mat.mesh("Play mat"), still=True)
    home.add("Yellow ball", toys.ball("Yellow ball", 0.7, "Toy Yellow"), (-1.8, 0.0, 0.02))
    home.add("Blue block", toys.cube("Blue block", 1.2, "Toy Blue"), (0.0, 0.2, 0.02), 15.0)
    home.add("Red cone", toys.cone("Red cone", 0.75, 1.6, "Toy Red"), (1.8, 0.0, 0.02))
    home.hint_arrow("select_things", "Hint yellow ball", (-1.8, 0.0, 1.6), 1.0)


def move_snapped(home: Scenery) -> None:
    """A wagon on rails, 4 m from its place."""
    home.add("Rails", toys.rails(7.0), still=True)
    home.add("Wagon place", toys.frame(1.9, 1.5), (2.0, 0.0, 0.0), still=True)
    home.target("Middle of the frame", (2.0, 0.0, 0.0), 0.3)
    home.add("Wagon", toys.wagon(), (-2.0, 0.0, 0.0))
    home.add("Station fir", toys.tree("Station fir", 2.6), (-0.5, 2.6, 0.0), still=True)
    home.hint_arrow("move_snapped", "Hint wagon place", (2.0, 0.0, 1.3), 1.0)


def rotate_arrow(home: Scenery) -> None:
    """An arrow on a post that points past the flag, by a quarter turn."""
    home.add("Arrow post", toys.post(1.45), still=True)
    home.add("Arrow", toys.arrow(), (0.0, 0.0, 1.5))
    home.add("Flag", toys.flag(), (-0.525, 3.2, 0.0), still=True)
    home.add("Crossroads fir", toys.tree("Crossroads fir", 2.2), (2.8, 1.6, 0.0), still=True)
    home.hint_arrow("rotate_arrow", "Hint arrow", (0.0, 0.0, 1.8), 1.0)


def scale_tree(home: Scenery) -> None:
    """A tree half as tall as the pole beside it."""
    home.add("Striped pole", toys.striped_pole(3.0), (1.6, 0.0, 0.0), still=True)
    home.add("Young tree", toys.tree("Young tree", 1.5))
    home.add(
        "Garden stone", toys.ball("Garden stone", 0.35, "Stone"), (2.6, -1.0, -0.1), still=True
    )
    home.hint_arrow("scale_tree", "Hint young tree", (0.0, 0.0, 1.7), 1.0)


def edit_tower(home: Scenery) -> None:
    """A tower of one block inside a low wall."""
    home.add("Castle wall", toys.wall_ring(3.2), still=True)
    tower = scenery.block("Tower", (1.4, 1.4, 1.5))
    tower.materials.append(materials.material("Wall Cream"))
    home.add("Tower", tower)
    home.hint_arrow("edit_tower", "Hint tower", (0.0, 0.0, 1.7), 1.0)


def add_modifier(home: Scenery) -> None:
    """A nest with an egg that is a block."""
    home.add("Nest", toys.nest(), still=True)
    egg = scenery.block("Egg", (1.1, 1.1, 1.5))
    for face in egg.polygons:
        face.use_smooth = True  # so that no facets stay once it is subdivided
    egg.materials.append(materials.material("Egg Shell"))
    home.add("Egg", egg, (0.0, 0.0, 0.36), 20.0)
    home.add("Nest fir", toys.tree("Nest fir", 2.8), (-2.6, 1.4, 0.0), still=True)
    home.hint_arrow("add_modifier", "Hint egg", (0.0, 0.0, 2.1), 1.0)


def give_material(home: Scenery) -> None:
    """Two apples on a table, one without a colour."""
    home.add("Table", toys.table(), still=True)
    for name, material, x in (("Red apple", "Apple Red", -0.6), ("Pale apple", None, 0.6)):
        home.add(name, toys.apple(name, material), (x, 0.0, 1.02), still=material is not None)
        home.add(f"{name} stalk", toys.stalk(f"{name} stalk"), (x, 0.0, 1.02), still=True)
    home.hint_arrow("give_material", "Hint pale apple", (0.6, 0.0, 2.0), 0.8)


SCENES: Mapping[str, tuple[str, Callable[[Scenery], None], float]] = {
    "look_around": ("First steps: look around", look_around, 1.0),
    "select_things": ("First steps: select", select_things, 0.9),
    "move_snapped": ("First steps: move", move_snapped, 0.8),
    "rotate_arrow": ("First steps: rotate", rotate_arrow, 1.0),
    "scale_tree": ("First steps: scale", scale_tree, 1.15),
    "edit_tower": ("First steps: edit", edit_tower, 1.0),
    "add_modifier": ("First steps: modifier", add_modifier, 0.7),
    "give_material": ("First steps: material", give_material, 0.6),
}
"""By unit: its collection, what makes it, and how near its camera stands."""

MOVABLE: Mapping[str, tuple[str, ...]] = {
    "look_around": ("Letter box",),
    "select_things": ("Yellow ball", "Blue block", "Red cone"),
    "move_snapped": ("Wagon",),
    "rotate_arrow": ("Arrow",),
    "scale_tree": ("Young tree",),
    "edit_tower": ("Tower",),
    "add_modifier": ("Egg",),
    "give_material": ("Pale apple",),
}
"""By unit: what a learner can take hold of; these have start poses."""


def build(scene: bpy.types.Scene) -> None:
    """Makes all collections in the open, empty file."""
    scene.world = scenery.sky(SKY)
    for name, make, near in SCENES.values():
        home = Scenery(name, scene)
        home.add(f"{name} island", toys.island(), still=True)
        make(home)
        eye = tuple(near * value for value in EYE)
        home.camera(f"{name} camera", eye, (0.0, 0.0, 0.9))
