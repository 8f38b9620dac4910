"""What a goal can ask, in the groups in which a menu offers it.

Thread: any; values in, values out.
"""

from dataclasses import dataclass

from .condition_form import predicates
from .condition_tree import COMBINING
from .said import template


@dataclass(frozen=True)
class Group:
    """Some predicates that belong together, by their names."""

    label: str
    predicates: tuple[str, ...]


PLACE = Group(template("Place"), ("stands_on", "near", "inside", "distance", "moved", "parented"))
TURN = Group(template("Turn"), ("turned", "angle", "aligned", "points_towards"))
STATE = Group(template("State"), ("visible", "hidden", "selected", "property", "mode", "tool"))
VIEW = Group(template("View"), ("in_view", "view_turned", "view_zoomed"))
MESH = Group(
    template("Mesh and Material"),
    ("has_material", "has_modifier", "dimensions", "mesh", "manifold"),
)
TIME = Group(template("Order and Time"), ("order", "duration", "within"))
QUESTION = Group(template("Question"), ("answer",))

COLUMNS: tuple[tuple[Group, ...], ...] = ((PLACE, TURN), (STATE, VIEW), (MESH, TIME, QUESTION))
"""Side by side: all below one another are taller than many a screen."""

OF_ONE = ("moved", "turned", "visible", "hidden")
OF_TWO = ("stands_on", "near", "inside", "points_towards")
"""What is mostly asked of selected objects, which a menu offers first."""

EITHER_WAY = ("stands_on", "inside")
"""Of two selected objects it is asked of each: nobody has to know which Blender calls active."""


def known(group: Group, *, combining: bool) -> tuple[str, ...]:
    """Those of a group that this version judges; without the combining ones if not wanted."""
    every = set(predicates())
    return tuple(
        name for name in group.predicates if name in every and (combining or name not in COMBINING)
    )
