"""The node that a row of a condition stands for, read and written.

Thread: main.
"""

import json
from collections.abc import Mapping
from typing import Any

from ..core import condition_tree as tree
from ..core.condition_form import with_unit
from . import conditions, goal_names

Row = Any  # its class has properties that no checker knows


def path_of(row: Row) -> tree.Path:
    """Where its node stands in the condition."""
    return tuple(json.loads(row.path))


def node(row: Row) -> dict[str, Any]:
    """Its node, as JSON."""
    return tree.node_at(conditions.read(row.id_data), path_of(row))


def predicate(row: Row) -> str:
    """The predicate of its node."""
    return tree.predicate_of(node(row))


def asked(row: Row) -> dict[str, Any]:
    """The members of its predicate."""
    own = node(row)
    members = own.get(tree.predicate_of(own))
    return members if isinstance(members, dict) else {}


def write(row: Row, member: str, value: object) -> None:
    """Ask something else of one member, with the unit that it needs."""
    trigger, path = row.id_data, path_of(row)
    changed = tree.with_member(conditions.read(trigger), path, member, value)
    own = tree.node_at(changed, path)
    name = tree.predicate_of(own)
    for unit_member, unit in with_unit(name, own[name], member).items():
        changed = tree.with_member(changed, path, unit_member, unit)
    keep(row, changed)


def keep(row: Row, condition: Mapping[str, Any]) -> None:
    """Give the goal another condition whose rows stand as they do now."""
    conditions.write(row.id_data, condition)
    row.id_data.malloc_vr.rows_of = conditions.text(row.id_data)
    goal_names.follow(row.id_data)
