"""Hints that make themselves: where, what and how, said from the condition of a goal.

The author reads them in the unit's fields and says them better.
"""

from collections.abc import Mapping
from typing import Any

from .called_names import without_number
from .condition_form import object_names
from .condition_tree import COMBINING, node_at, predicate_of, rows
from .said import say, template

_WHERE = template("Look at {name}.")
_WHAT: Mapping[str, str] = {
    "stands_on": template("Put {name} onto {other}."),
    "near": template("Bring {name} up to {other}."),
    "distance": template("Bring {name} to {other}."),
    "inside": template("Put {name} into {other}."),
    "parented": template("Make {name} a child of {other}."),
    "points_towards": template("Turn {name} until it points at {other}."),
    "angle": template("Turn {name} until it lies like {other}."),
    "aligned": template("Turn {name} until it is parallel to {other}."),
    "moved": template("Move {name} away from where it is."),
    "turned": template("Turn {name}."),
    "in_view": template("Look at {name} from close by."),
    "visible": template("Show {name}."),
    "hidden": template("Hide {name}."),
    "selected": template("Select {name}."),
    "dimensions": template("Change the size of {name}."),
}
_WHAT_ALONE: Mapping[str, str] = {
    "angle": template("Turn {name} until it points the right way."),
    "distance": template("Bring {name} to its place."),
}
"""Of what names a second object elsewhere, and here a direction or a point."""

_HOW: Mapping[str, str] = {
    "moves": template(
        "Click {name} and press G. X, Y or Z keeps to one axis. "
        "Move the mouse until it is there, then click."
    ),
    "turns": template("Click {name}, press R, move the mouse until it is right, then click."),
    "scales": template("Click {name}, press S, move the mouse until it is right, then click."),
    "looks": template(
        "Hold the middle mouse button and move the mouse; turn the wheel to come closer."
    ),
    "hides": template("Click {name}, then press H. Alt H shows everything again."),
    "selects": template("Click {name}."),
}
_HOW_OF: Mapping[str, str] = {
    "stands_on": "moves",
    "near": "moves",
    "distance": "moves",
    "inside": "moves",
    "moved": "moves",
    "points_towards": "turns",
    "angle": "turns",
    "aligned": "turns",
    "turned": "turns",
    "in_view": "looks",
    "hidden": "hides",
    "selected": "selects",
    "dimensions": "scales",
}


def hints_for(condition: Mapping[str, Any]) -> tuple[str, ...]:
    """Where, what and how, from the first part of a condition that names an object."""
    for row in rows(condition):
        node = node_at(condition, row.path)
        predicate = predicate_of(node)
        names = object_names({predicate: node[predicate]}) if predicate else ()
        if predicate in COMBINING or not names:
            continue
        is_alone = predicate in _PAIRED and len(names) < 2
        if is_alone and predicate not in _WHAT_ALONE:
            continue
        what = (_WHAT_ALONE if is_alone else _WHAT).get(predicate, "")
        wanted = [_WHERE, what, _HOW.get(_HOW_OF.get(predicate, ""), "")]
        named = dict(zip(("name", "other"), map(without_number, names), strict=False))
        return tuple(say(one, **named) for one in wanted if one)
    return ()


def judged_object(condition: Mapping[str, Any]) -> str:
    """Name of the object that the first part of a condition judges; "" where it names none."""
    return next(iter(object_names(condition)), "")


_PAIRED = frozenset(name for name, text in _WHAT.items() if "{other}" in text)
