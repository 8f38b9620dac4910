"""Hints that make themselves: where, what and how, said from the condition of a goal.

The author reads them in the unit's fields and says them better.
"""

from collections.abc import Mapping
from typing import Any

from .condition_form import object_names
from .condition_tree import COMBINING, node_at, predicate_of, rows

_WHAT: Mapping[str, str] = {
    "stands_on": "Put {0} onto {1}.",
    "near": "Bring {0} up to {1}.",
    "distance": "Bring {0} to {1}.",
    "inside": "Put {0} into {1}.",
    "parented": "Make {0} a child of {1}.",
    "points_towards": "Turn {0} until it points at {1}.",
    "angle": "Turn {0} until it lies like {1}.",
    "aligned": "Turn {0} until it is parallel to {1}.",
    "moved": "Move {0} away from where it is.",
    "turned": "Turn {0}.",
    "in_view": "Look at {0} from close by.",
    "visible": "Show {0}.",
    "hidden": "Hide {0}.",
    "selected": "Select {0}.",
    "dimensions": "Change the size of {0}.",
}
_HOW: Mapping[str, str] = {
    "moves": "Click {0}, press G, move the mouse until it is there, then click.",
    "turns": "Click {0}, press R, move the mouse until it is right, then click.",
    "scales": "Click {0}, press S, move the mouse until it is right, then click.",
    "looks": "Hold the middle mouse button and move the mouse; turn the wheel to come closer.",
    "hides": "Click {0}, then press H. Alt H shows everything again.",
    "selects": "Click {0}.",
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
        if predicate in COMBINING or not names or (predicate in _PAIRED and len(names) < 2):
            continue
        said = [f"Look at {names[0]}."]
        if predicate in _WHAT:
            said.append(_WHAT[predicate].format(*names))
        if predicate in _HOW_OF:
            said.append(_HOW[_HOW_OF[predicate]].format(*names))
        return tuple(said)
    return ()


def judged_object(condition: Mapping[str, Any]) -> str:
    """Name of the object that the first part of a condition judges; "" where it names none."""
    return next(iter(object_names(condition)), "")


_PAIRED = frozenset(name for name, text in _WHAT.items() if "{1}" in text)
