"""How a unit ended, in the sidebar: what went well, what to practise, and the next step."""

import bpy

from .. import work_pictures
from ..core.said import template
from ..learner_view import Summary
from ..translation import shown, translated
from .text import paragraph

_MOST_GOALS = 3
_GOAL_LINES = 2
_PICTURE_SCALE = 5.0


def draw(layout: bpy.types.UILayout, context: bpy.types.Context, summary: Summary) -> None:
    """How the unit went, and the next step with its button."""
    paragraph(layout, context, summary.headline, icon="CHECKMARK")
    _draw_list(layout, context, translated("Well Done"), summary.well)
    _draw_list(layout, context, translated("To Practise"), summary.practise)
    if summary.spent:
        row = layout.row()
        row.label(text="Time", icon="TIME")
        row.label(text=shown(summary.spent))
    _draw_pictures(layout)
    draw_next(layout, summary)


def _draw_pictures(layout: bpy.types.UILayout) -> None:
    """The work when it began and when it was done; nothing where there are not both."""
    icons = work_pictures.icons()
    if icons is None:
        return
    row = layout.row()
    for label, icon in ((template("Before"), icons.before), (template("After"), icons.after)):
        column = row.column(align=True)
        column.label(text=translated(label))
        column.template_icon(icon, scale=_PICTURE_SCALE)


def _draw_list(
    layout: bpy.types.UILayout, context: bpy.types.Context, label: str, goals: tuple[str, ...]
) -> None:
    if not goals:
        return
    column = layout.column(align=True)
    column.label(text=label)
    for goal in goals[:_MOST_GOALS]:
        paragraph(column, context, goal, icon="DOT", most_lines=_GOAL_LINES)
    if len(goals) > _MOST_GOALS:
        column.label(text=translated("{count} more", count=len(goals) - _MOST_GOALS), icon="BLANK1")


def draw_next(layout: bpy.types.UILayout, summary: Summary) -> None:
    """The button for the next step."""
    row = layout.row()
    row.scale_y = 1.4
    if summary.next_unit_id:
        going_back, going_on = template("Go Back to “{title}”"), template("Start “{title}”")
        wanted = going_back if summary.goes_back else going_on
        row.operator(
            "malloc_vr.unit_start",
            text=translated(wanted, title=summary.next_title),
            icon="LOOP_BACK" if summary.goes_back else "PLAY",
        ).unit_id = summary.next_unit_id
    elif summary.asks_again:
        row.operator("malloc_vr.unit_restart", text="Once More", icon="LOOP_BACK")
    elif summary.is_passed:
        row.operator("malloc_vr.session_end", icon="CHECKMARK")
