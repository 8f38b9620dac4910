"""What a goal, or one more part of it, can ask: of the selected objects first, then all in groups."""

from collections.abc import Iterator

import bpy

from ..core import condition_groups as groups
from ..core import keys
from ..core.condition_sentence import about
from ..core.condition_verbs import verb_of
from ..core.said import template
from ..translation import shown, translated
from .text import capital

_MOST_OTHERS = 2
_QUESTIONS = (
    ("choice", template("A Choice")),
    ("order", template("An Order")),
    ("number", template("A Number")),
)
_TIMES = {
    "order": template("In This Order…"),
    "duration": template("Held For…"),
    "within": template("Within…"),
}


class MALLOC_VR_MT_goal_add(bpy.types.Menu):
    bl_label = "Add Goal"

    def draw(self, context: bpy.types.Context) -> None:
        _draw(self.layout, context, "malloc_vr.trigger_add")
        self.layout.separator()
        self.layout.operator("malloc_vr.trigger_add", text="Empty").kind = "EMPTY"


class MALLOC_VR_MT_condition_add(bpy.types.Menu):
    bl_label = "And…"

    def draw(self, context: bpy.types.Context) -> None:
        row = getattr(context, "malloc_vr_row", None)  # of a combining part, which it is added to
        _draw(self.layout, context, "malloc_vr.condition_add", row.path if row else "")


def _draw(
    layout: bpy.types.UILayout, context: bpy.types.Context, operator: str, path: str | None = None
) -> None:
    """Draw the entries.

    Args:
        path: Of the part that a condition is added to; None where a goal is added.
    """
    layout.operator_context = "EXEC_DEFAULT"
    offered = list(_of_selection(context))
    for predicate, text, object_name in offered:
        entry = _entry(layout, operator, predicate, text, path)
        entry.object_name = object_name
    if offered:
        layout.separator()
    row = layout.row()
    for column_of in groups.COLUMNS:
        column = row.column()
        for group in column_of:
            _draw_group(column, group, operator, path)


def _draw_group(
    column: bpy.types.UILayout, group: groups.Group, operator: str, path: str | None
) -> None:
    names = groups.known(group, combining=path is None)
    if not names:
        return
    column.label(text=translated(group.label))
    for name in names:
        if group is groups.QUESTION:
            for kind, text in _QUESTIONS:
                _entry(column, operator, name, translated(text), path).answered_by = kind
        elif name in _TIMES:
            _entry(column, operator, name, translated(_TIMES[name]), path)
        else:
            _entry(column, operator, name, capital(shown(verb_of(name))), path)
    column.separator()


def _entry(
    layout: bpy.types.UILayout, operator: str, predicate: str, text: str, path: str | None
) -> bpy.types.OperatorProperties:
    entry = layout.operator(operator, text=text, translate=False)
    entry.kind = predicate.upper()
    if path:
        entry.path, entry.is_inside = path, True
    return entry


def _of_selection(context: bpy.types.Context) -> Iterator[tuple[str, str, str]]:
    """What is mostly asked of the selected objects: predicate, sentence, and which is judged."""
    layer = context.view_layer
    chosen = [one for one in layer.objects.selected if keys.IS_TRIGGER not in one]
    active = layer.objects.active
    if active not in chosen:
        return
    others = [one.name for one in chosen if one != active][:_MOST_OTHERS]
    for predicate in groups.OF_TWO if others else groups.OF_ONE:
        for other in others:
            yield predicate, shown(about(predicate, (other, active.name))), other
        if len(others) == 1 and predicate in groups.EITHER_WAY:
            yield predicate, shown(about(predicate, (active.name, others[0]))), active.name
        if not others:
            yield predicate, shown(about(predicate, (active.name,))), ""


CLASSES = (MALLOC_VR_MT_goal_add, MALLOC_VR_MT_condition_add)
