"""A question in a goal: its text, its options, what is right."""

from typing import Any

import bpy

from ..core.condition_form import fields, row_property
from ..translation import translated
from .text import has_space_for_words, paragraph

_CHOICE, _ORDER, _NUMBER = "choice", "order", "number"
_MOST_OPTIONS = 20

_Row = Any  # its properties are made from the predicates


def draw_question(
    layout: bpy.types.UILayout, context: bpy.types.Context, row: _Row, share: float
) -> None:
    """Draw what its author says of a question.

    Args:
        share: How much of the region's width `layout` has.
    """
    text = next(one for one in fields(row.predicate) if one.member == "question")
    layout.prop(row, row_property(text), text="", icon="QUESTION", placeholder="The Question")
    if has_space_for_words(context):
        layout.row(align=True).prop(row, "answered_by", expand=True)
    else:
        layout.prop(row, "answered_by", text="")
    if row.answered_by == _NUMBER:
        layout.prop(row, "right_number")
        layout.prop(row, "number_tolerance")
        return
    for place in range(row.option_count):
        _draw_option(layout.row(align=True), context, row, place)
    if row.option_count < _MOST_OPTIONS:
        _button(layout, row, "ADD", "ADD", text=translated("Add Option"))
    if row.answered_by == _ORDER and row.shown_order:
        line = layout.row(align=True)
        shown = translated("Learners see: {options}.", options=row.shown_order)
        paragraph(line, context, shown, right=" ", share=share, in_box=True)
        _button(line, row, "SHUFFLE", "FILE_REFRESH")


def _draw_option(
    line: bpy.types.UILayout, context: bpy.types.Context, row: _Row, place: int
) -> None:
    if row.answered_by == _CHOICE:
        is_right = place == row.right_option
        mark = line.row(align=True)
        mark.enabled = bool(getattr(row, f"option_{place}"))  # what says nothing is not right
        _button(mark, row, "RIGHT", "RADIOBUT_ON" if is_right else "RADIOBUT_OFF", place=place)
    else:
        number = line.row()
        number.ui_units_x = 1.2
        number.label(text=f"{place + 1}.")
    line.prop(row, f"option_{place}", text="", placeholder="An Option")
    if has_space_for_words(context):
        _button(line, row, "UP", "TRIA_UP", place=place)
        _button(line, row, "DOWN", "TRIA_DOWN", place=place)
    elif row.answered_by == _ORDER:  # one way is enough to get everywhere
        _button(line, row, "UP", "TRIA_UP", place=place)
    _button(line, row, "REMOVE", "REMOVE", place=place)


def _button(
    line: bpy.types.UILayout, row: _Row, change: str, icon: str, *, text: str = "", place: int = 0
) -> None:
    button = line.operator("malloc_vr.question_change", text=text, icon=icon)
    button.path, button.change, button.place = row.path, change, place
