"""The question of a condition as properties of its row: how it is answered, its options, its number.

Thread: main.
"""

import json
from collections.abc import Callable
from typing import Any

import bpy

from ..core import condition_tree as tree
from ..core import question_form as form
from ..core.said import template
from ..translation import CONTEXT
from . import conditions
from .condition_values import Row, asked, keep, node, path_of, predicate

_ANSWERED_BY = (
    (form.CHOICE, "Choice", "The learner chooses one of some texts"),
    (form.ORDER, "Order", "The learner puts some texts in their order"),
    (form.NUMBER, "Number", "The learner gives a number"),
)


def edit(row: Row, change: Callable[[form.Asked], dict[str, Any]]) -> None:
    """Give the question other members; nothing is done to a row that asks something else."""
    if predicate(row) != form.PREDICATE:
        return
    changed = {**node(row), form.PREDICATE: change(asked(row))}
    keep(row, tree.with_node(conditions.read(row.id_data), path_of(row), changed))


def properties() -> dict[str, Any]:
    """What a row has for its question."""
    return {
        "answered_by": bpy.props.EnumProperty(
            name="Answered By",
            translation_context=CONTEXT,  # Blender's own "Number" is how many
            items=_ANSWERED_BY,
            get=_get_kind,
            set=_set_kind,
        ),
        "right_number": bpy.props.FloatProperty(
            name="Right Number", precision=3, get=_get_number, set=_set_number
        ),
        "number_tolerance": bpy.props.FloatProperty(
            name="Give or Take",
            description="How far off a number may be, either way",
            min=0.0,
            precision=3,
            get=_get_tolerance,
            set=_set_tolerance,
        ),
        "option_count": bpy.props.IntProperty(
            description="How many options its question has",
            options={"HIDDEN"},
            get=lambda row: min(len(form.options_of(asked(row))), form.MOST_OPTIONS),
        ),
        "right_option": bpy.props.IntProperty(
            description="Which option is right, from 0 on; -1 while none is marked",
            options={"HIDDEN"},
            get=lambda row: form.right_place(asked(row)),
        ),
        "kept_question": bpy.props.StringProperty(
            description="The question as it was before a number was asked, should it be so again",
            options={"HIDDEN"},
        ),
        "shown_order": bpy.props.StringProperty(
            description="The options as learners see them",
            options={"HIDDEN"},
            get=lambda row: ", ".join(filter(None, form.shown_options(asked(row)))),
        ),
    } | {f"option_{place}": _option(place) for place in range(form.MOST_OPTIONS)}


def _option(place: int) -> Any:
    def get(row: Row) -> str:
        options = form.options_of(asked(row))
        return options[place] if place < len(options) else ""

    def set_text(row: Row, text: str) -> None:
        if place < row.option_count:
            edit(row, lambda members: form.with_option(members, place, text.strip()))

    return bpy.props.StringProperty(
        name=template("Option"), description="What the learner reads", get=get, set=set_text
    )


def _get_kind(row: Row) -> int:
    return form.KINDS.index(form.kind_of(asked(row)))


def _set_kind(row: Row, index: int) -> None:
    kind, before = form.KINDS[index], asked(row)
    if kind == form.kind_of(before):
        return
    kept = json.loads(row.kept_question or "{}")
    edit(row, lambda members: form.with_kind_again(members, kind, kept))
    if kind == form.NUMBER:
        row.kept_question = json.dumps(before, ensure_ascii=False)


def _get_number(row: Row) -> float:
    return form.number_of(asked(row)) or 0.0


def _set_number(row: Row, value: float) -> None:
    edit(row, lambda members: {**members, "correct": _plain(value)})


def _get_tolerance(row: Row) -> float:
    value = asked(row).get("tolerance")
    return float(value) if isinstance(value, int | float) else 0.0


def _set_tolerance(row: Row, value: float) -> None:
    def change(members: form.Asked) -> dict[str, Any]:
        kept = {name: one for name, one in members.items() if name != "tolerance"}
        return {**kept, "tolerance": _plain(value)} if value > 0.0 else kept

    edit(row, change)


def _plain(value: float) -> float:
    """Blender's single precision: 0.1 comes as 0.10000000149."""
    return float(f"{value:.7g}")
