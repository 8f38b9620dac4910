"""One node of a condition as properties: what its sentence is made of, with Blender's own pickers.

All is read from the condition's JSON at each look and written to it: the JSON in the file is the one
place where a condition stands. What an eyedropper picks is a pointer, which is let go once its name
is in the JSON: a pointer that is kept would keep a deleted object in the file.

Thread: main.
"""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import bpy

from ..core import condition_tree as tree
from ..core.condition_form import (
    FieldKind,
    field_of,
    fields,
    fresh,
    predicates,
)
from ..core.condition_verbs import verb_of
from ..core.said import template
from . import conditions, question_row
from .condition_objects import name_property, pick_property
from .condition_values import Row, asked, keep, node, path_of, predicate, write

SLOTS = {
    FieldKind.OBJECT: 2,
    FieldKind.NUMBER: 4,
    FieldKind.UNIT: 2,
    FieldKind.CHOICE: 3,
    FieldKind.WHOLE: 2,
    FieldKind.TEXT: 2,
}
"""Of each kind, how many fields a predicate has at most."""


def show(row: Row, path: tree.Path, depth: int) -> None:
    """Have a row be that of the node at a path, which stands in `depth` others."""
    row.path = json.dumps(path)
    row.depth = depth


def _getter(kind: FieldKind, slot: int, absent: Any) -> Callable[[Row], Any]:
    def get(row: Row) -> Any:
        one = field_of(predicate(row), kind, slot)
        value = asked(row).get(one.member) if one is not None else None
        if one is not None and one.choices:
            return one.choices.index(value) if value in one.choices else 0
        is_fit = isinstance(value, int | float if kind is FieldKind.NUMBER else type(absent))
        return value if is_fit and not isinstance(value, bool) else absent

    return get


def _setter(kind: FieldKind, slot: int) -> Callable[[Row, Any], None]:
    def set_value(row: Row, value: Any) -> None:
        one = field_of(predicate(row), kind, slot)
        if one is None:
            return
        if one.choices:
            value = one.choices[value]
        elif isinstance(value, float):  # Blender's single precision: 0.1 comes as 0.10000000149
            value = float(f"{value:.7g}")
        write(row, one.member, value)

    return set_value


@cache
def _items(predicate: str, kind: FieldKind, slot: int) -> list[tuple[str, str, str]]:
    one = field_of(predicate, kind, slot)
    return [(choice, choice, "") for choice in one.choices] if one else [("-", "-", "")]


def _choices(kind: FieldKind, slot: int) -> Callable[..., list[tuple[str, str, str]]]:
    def choices(row: Row, _context: bpy.types.Context | None) -> list[tuple[str, str, str]]:
        return _items(predicate(row), kind, slot)

    return choices


_VERBS = tuple(name for name in predicates() if name not in tree.COMBINING)


def _get_verb(row: Row) -> int:
    name = predicate(row)
    return _VERBS.index(name) if name in _VERBS else 0


def _set_verb(row: Row, index: int) -> None:
    """Ask something else of the same objects; what is said while it is not so stays."""
    before = predicate(row)
    if _VERBS[index] == before:
        return
    members = asked(row)
    had = [members.get(one.member) for one in fields(before) if one.kind is FieldKind.OBJECT]
    names = tuple(name if isinstance(name, str) else "" for name in had)
    kept = {key: value for key, value in node(row).items() if key in tree.BESIDE}
    changed = {**fresh(_VERBS[index], names), **kept}
    keep(row, tree.with_node(conditions.read(row.id_data), path_of(row), changed))


def _get_feedback(row: Row) -> str:
    return tree.beside(conditions.read(row.id_data), path_of(row), "feedback")


def _set_feedback(row: Row, said: str) -> None:
    trigger = row.id_data
    condition = tree.with_beside(conditions.read(trigger), path_of(row), "feedback", said.strip())
    keep(row, condition)


class MALLOC_VR_PG_condition_row(bpy.types.PropertyGroup):
    """One node of a goal's condition."""


def _property(kind: FieldKind, slot: int) -> Any:
    if kind is FieldKind.OBJECT:
        return name_property(slot)
    if kind in (FieldKind.UNIT, FieldKind.CHOICE):
        return bpy.props.EnumProperty(
            name="Unit" if kind is FieldKind.UNIT else "Choice",
            items=_choices(kind, slot),
            get=_getter(kind, slot, 0),
            set=_setter(kind, slot),
        )
    made, absent = {
        FieldKind.NUMBER: (bpy.props.FloatProperty, 0.0),
        FieldKind.WHOLE: (bpy.props.IntProperty, 0),
        FieldKind.TEXT: (bpy.props.StringProperty, ""),
    }[kind]
    return made(name=template("Value"), get=_getter(kind, slot, absent), set=_setter(kind, slot))


MALLOC_VR_PG_condition_row.__annotations__ = (
    {
        "path": bpy.props.StringProperty(description="Where its node stands", options={"HIDDEN"}),
        "depth": bpy.props.IntProperty(
            description="How many nodes it stands in", options={"HIDDEN"}
        ),
        "predicate": bpy.props.StringProperty(
            description="What its node asks", options={"HIDDEN"}, get=predicate
        ),
        "asked": bpy.props.StringProperty(
            description="The members that its node has, with blanks between",
            options={"HIDDEN"},
            get=lambda row: " ".join(asked(row)),
        ),
        "verb": bpy.props.EnumProperty(
            name="Must",
            description="What must be so",
            items=[(name, verb_of(name), "") for name in _VERBS],
            get=_get_verb,
            set=_set_verb,
        ),
        "feedback": bpy.props.StringProperty(
            name="Say",
            description="What the learner reads while this is not so; what was measured stands below it",
            get=_get_feedback,
            set=_set_feedback,
        ),
    }
    | {
        f"{kind.value}_{slot}": _property(kind, slot)
        for kind, count in SLOTS.items()
        for slot in range(count)
    }
    | {f"pick_{slot}": pick_property(slot) for slot in range(SLOTS[FieldKind.OBJECT])}
    | question_row.properties()
)
