"""Show Me: the teacher does the task, and ticks which of what changed is to be a goal."""

import json
from typing import Any

import bpy

from .. import runtime
from ..translation import translated
from .author_unit import UnitPanel
from .sidebar import big_button
from .text import has_space_for_words, paragraph

_MAX_DEMONSTRATIONS = 3

_FEWEST_IN_ORDER = 2

_MAX_LISTED = 8
"""Of what was done so far: the last ones say that it is followed."""


class MALLOC_VR_PT_show_me(UnitPanel, bpy.types.Panel):
    bl_label = "Show Me"
    bl_order = 2

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        layout = self.layout
        if view.demonstration.is_recording:
            _draw_recording(layout, context, view)
            return
        if view.demonstration.notice:
            paragraph(layout, context, view.demonstration.notice, icon="INFO")
        shown = context.scene.malloc_vr_show_me
        if shown.offers:
            _draw_offers(layout, context, shown)
            return
        paragraph(
            layout,
            context,
            translated("Do the task once yourself. Goals are offered of what you did."),
        )
        big_button(layout, "malloc_vr.demonstration_start", icon="REC")


def _draw_recording(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    view: runtime.View,
) -> None:
    changes = view.demonstration.changes
    box = layout.box().column()
    box.alert = True  # in red: what is done now is followed
    paragraph(box, context, translated("Recording: do the task now."), icon="REC")
    row = layout.row(align=True)
    row.scale_y = 1.4
    row.operator("malloc_vr.demonstration_stop", icon="CHECKMARK")
    row.operator("malloc_vr.demonstration_discard", icon="X")
    if not changes:
        paragraph(layout, context, translated("Nothing changed yet."))
    earlier = len(changes) - _MAX_LISTED
    if earlier > 0:
        layout.label(text=translated("{count} earlier", count=earlier), icon="BLANK1")
    for change in changes[-_MAX_LISTED:]:
        paragraph(layout, context, change, icon="DOT")


def _draw_offers(layout: bpy.types.UILayout, context: bpy.types.Context, shown: Any) -> None:
    count, most = len(shown.demonstrations), _MAX_DEMONSTRATIONS
    if count:
        times = translated(
            "Shown {count} of at most {most} times. Tick what the learner is to do.",
            count=count,
            most=most,
        )
    else:  # what was shown was forgotten when the file was closed
        times = translated(
            "Tick what the learner is to do. Learners start from the scene as it is now."
        )
    paragraph(layout, context, times)
    # Above the offers, of which there may be more than the sidebar is high.
    big_button(layout, "malloc_vr.demonstration_apply", icon="CHECKMARK")
    row = layout.row(align=True)
    row.operator("malloc_vr.demonstration_start", text="Show Again", icon="REC")
    row.operator("malloc_vr.demonstration_discard", icon="X")
    for item in shown.offers:
        _draw_offer(layout, context, item)
    for line in shown.any_order.splitlines():
        paragraph(layout, context, line, icon="ARROW_LEFTRIGHT")
    if shown.note:
        paragraph(layout, context, shown.note, icon="INFO")


def _draw_offer(layout: bpy.types.UILayout, context: bpy.types.Context, item: Any) -> None:
    """One goal; its fields only where it is ticked, or there would be no end of rows."""
    column = layout.column(align=True)
    row = column.row(align=True)
    row.prop(item, "ticked", text="")
    if item.ticked:
        row.prop(item, "sentence", text="")
    else:
        amount = f"± {item.tolerance:g}{'°' if item.unit == 'deg' else ' ' + item.unit}"
        has_space = has_space_for_words(context)
        right = amount if item.limit and has_space else ""
        paragraph(row, context, item.sentence, right=right)
        if item.limit and not has_space:
            column.label(text=amount, icon="BLANK1")
        elif item.limit:
            side = row.column()
            side.alignment, side.scale_y = "RIGHT", 0.8  # as the lines of the sentence
            side.label(text=amount)
    if item.note:
        paragraph(column, context, item.note, icon="BLANK1")
    if not item.ticked:
        return
    if item.ordered:
        _draw_order(column, context, item)
        return
    row = column.row(align=True)
    row.label(icon="BLANK1")
    if item.limit:
        row.prop(item, "tolerance", text="± °" if item.unit == "deg" else f"± {item.unit}")
    row.prop(item, "optional", toggle=True)


def _draw_order(column: bpy.types.UILayout, context: bpy.types.Context, item: Any) -> None:
    """Its steps, without those that the author made optional."""
    every = context.scene.malloc_vr_show_me.offers
    steps = [every[place] for place in json.loads(item.ordered)]
    asked = [step.sentence for step in steps if not step.optional]
    if len(asked) < _FEWEST_IN_ORDER:
        paragraph(column, context, translated("Too few steps are left for an order."), icon="INFO")
        return
    for number, said in enumerate(asked, start=1):
        paragraph(column, context, said if item.any_order else f"{number}. {said}", icon="BLANK1")
    row = column.row(align=True)
    row.label(icon="BLANK1")
    row.prop(item, "any_order", toggle=True)


CLASSES = (MALLOC_VR_PT_show_me,)
