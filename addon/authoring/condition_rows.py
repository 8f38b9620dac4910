"""The rows of a goal's condition, kept in step with its JSON.

The JSON leads: rows that were made from another text of it are made anew, where a write is allowed.

Thread: main; never while Blender draws.
"""

from collections.abc import Mapping
from typing import Any

import bpy

from ..core import condition_tree as tree
from . import condition_row, conditions, goal_names


def are_current(trigger: bpy.types.Object) -> bool:
    """Whether the rows are those of the condition as it stands in the file."""
    return bool(trigger.malloc_vr.rows_of == conditions.text(trigger))


def sync(trigger: bpy.types.Object) -> None:
    """Make the rows anew, if the condition is another one."""
    if are_current(trigger) or not trigger.is_editable:
        return
    nodes = tree.rows(conditions.read(trigger))
    goal = trigger.malloc_vr
    while len(goal.rows) > len(nodes):
        goal.rows.remove(len(goal.rows) - 1)
    while len(goal.rows) < len(nodes):
        goal.rows.add()
    for row, node in zip(goal.rows, nodes, strict=True):
        condition_row.show(row, node.path, node.depth)
    goal.rows_of = conditions.text(trigger)


def edit(trigger: bpy.types.Object, condition: Mapping[str, Any]) -> None:
    """Give a goal another condition, with its rows."""
    conditions.write(trigger, condition)
    goal_names.follow(trigger)
    sync(trigger)
