"""A condition as sentences: pickers, verbs, numbers, and below each how it stands now."""

from collections.abc import Sequence
from typing import Any

import bpy

from ..core.author_view import NodeTruth
from ..core.condition_changes import offered
from ..core.condition_form import Field, FieldKind, fields, row_property
from ..core.condition_tree import COMBINING
from ..core.condition_verbs import verb_of, words_of
from ..translation import shown
from .marks import truth_icon
from .question_editing import draw_question
from .text import capital, has_space_for_words, paragraph

_INDENT = 0.06  # of the width, for each node that another stands in
_MOST_INDENT = 0.4
_NUMBER_SHARE = 0.72  # of a line, for a number before its unit
_NARROW_NUMBER_SHARE = 0.5  # where "mm" would else read "m"
_WORDS_SHARE = 0.55  # of a line, for the words before a choice

_DRAWN_ELSEWHERE = (FieldKind.OBJECT, FieldKind.UNIT, FieldKind.JSON)
"""JSON is said under Advanced."""

_LISTS = ("all", "any", "count", "order")

_Row = Any  # its properties are made from the predicates


def draw_condition(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    trigger: bpy.types.Object,
    truths: Sequence[NodeTruth],
) -> None:
    """Draw the rows of a goal's condition, each with its truth, and what can be added."""
    rows = trigger.malloc_vr.rows
    for row, truth in zip(rows, _of_each(rows, truths), strict=True):
        inner = _indented(layout, row.depth)
        if row.predicate in COMBINING:
            _draw_combining(inner, context, row, truth)
        else:
            _draw_leaf(inner, context, row, truth)
    if rows:
        layout.menu("MALLOC_VR_MT_condition_add", icon="ADD")
    else:
        layout.menu("MALLOC_VR_MT_condition_add", text="Choose What Must Be So", icon="ADD")


class MALLOC_VR_MT_condition(bpy.types.Menu):
    bl_label = "Condition"

    def draw(self, context: bpy.types.Context) -> None:
        row = context.malloc_vr_row
        layout = self.layout
        layout.operator_context = "EXEC_DEFAULT"
        for one in fields(row.predicate) if row.predicate != "answer" else ():
            if not one.is_required and one.kind not in (FieldKind.UNIT, FieldKind.JSON):
                is_asked = one.member in row.asked.split()
                member = layout.operator(
                    "malloc_vr.condition_member",
                    text=capital(shown(words_of(one.member))),
                    icon="CHECKBOX_HLT" if is_asked else "CHECKBOX_DEHLT",
                )
                member.path, member.member = row.path, one.member
        layout.separator()
        for name, label in offered(row.predicate):
            change = layout.operator("malloc_vr.condition_change", text=label)
            change.path, change.change = row.path, name


def _of_each(rows: Sequence[_Row], truths: Sequence[NodeTruth]) -> list[NodeTruth | None]:
    """The truth of each row; none while it was judged otherwise than it stands now."""
    return list(truths) if len(truths) == len(rows) else [None] * len(rows)


def _indented(layout: bpy.types.UILayout, depth: int) -> bpy.types.UILayout:
    if depth == 0:
        return layout.column(align=True)
    split = layout.split(factor=_indent(depth))
    split.label(text="")
    return split.column(align=True)


def _indent(depth: int) -> float:
    return min(_INDENT * depth, _MOST_INDENT)


def _draw_menu(row: bpy.types.UILayout, of: _Row) -> None:
    row.context_pointer_set("malloc_vr_row", of)
    row.menu("MALLOC_VR_MT_condition", text="", icon="DOWNARROW_HLT")


def _draw_combining(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    row: _Row,
    truth: NodeTruth | None,
) -> None:
    line = layout.row(align=True)
    line.label(text=capital(shown(verb_of(row.predicate))), icon=truth_icon(truth))
    if row.predicate in _LISTS:
        line.context_pointer_set("malloc_vr_row", row)
        line.menu("MALLOC_VR_MT_condition_add", text="", icon="ADD")
    _draw_menu(line, row)
    _draw_numbers(layout, context, row)


def _draw_leaf(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    row: _Row,
    truth: NodeTruth | None,
) -> None:
    objects = [one for one in fields(row.predicate) if one.kind is FieldKind.OBJECT]
    line = layout.row(align=True)
    if objects:
        line.label(text="", icon=truth_icon(truth))
        _draw_object(line, context, row, objects[0])
    else:
        line.label(text="The learner", icon=truth_icon(truth))
    verb = layout.row(align=True)
    verb.prop(row, "verb", text="")
    # A narrow sidebar would leave no space for the object's name beside it.
    _draw_menu(line if has_space_for_words(context) else verb, row)
    for one in objects[1:]:
        _draw_object(layout.row(align=True), context, row, one)
    share = 1.0 - _indent(row.depth)
    if row.predicate == "answer":
        draw_question(layout, context, row, share)
    else:
        _draw_numbers(layout, context, row)
    if truth is not None:
        paragraph(layout, context, truth.sentence, share=share, in_box=True)
    layout.prop(row, "feedback", text="", placeholder="What to say if not")


def _draw_object(
    line: bpy.types.UILayout, context: bpy.types.Context, row: _Row, one: Field
) -> None:
    icon = "OBJECT_DATA" if has_space_for_words(context) else "NONE"
    line.prop(row, row_property(one), text="", icon=icon)
    picker = line.row(align=True)
    picker.ui_units_x = 2.0
    picker.prop(row, f"pick_{one.slot}", text="")


def _draw_numbers(layout: bpy.types.UILayout, context: bpy.types.Context, row: _Row) -> None:
    asked = row.asked.split()
    for one in fields(row.predicate):
        if one.member not in asked or one.kind in _DRAWN_ELSEWHERE:
            continue
        if one.kind is FieldKind.CHOICE:  # whose words Blender would cut
            line = layout.split(factor=_WORDS_SHARE, align=True)
            line.label(text=shown(words_of(one.member)))
            line.prop(row, row_property(one), text="")
            continue
        words, number_share = shown(words_of(one.member)), _NUMBER_SHARE
        if not has_space_for_words(context):  # beside the number Blender would leave them out
            layout.label(text=capital(words))
            words, number_share = "", _NARROW_NUMBER_SHARE
        unit = _unit_of(row.predicate, one)
        line = layout.row(align=True)
        if unit is not None:  # a width of its own would be dropped where the row is indented
            line = line.split(factor=number_share, align=True)
        line.prop(row, row_property(one), text=words)
        if unit is not None:
            line.prop(row, row_property(unit), text="")


def _unit_of(predicate: str, number: Field) -> Field | None:
    return next((one for one in fields(predicate) if one.member == number.unit_member), None)


CLASSES = (MALLOC_VR_MT_condition,)
