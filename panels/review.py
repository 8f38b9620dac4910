"""Review: the class as a table, who is stuck, and what is chosen."""

import bpy

from .. import modes, runtime
from ..core import review
from ..modes import Mode
from ..translation import counted, translated
from .record_state import draw_state
from .sidebar import Sidebar
from .text import paragraph, width_chars

_CELL_ICONS = {
    "done": "CHECKMARK",
    "started": "PLAY",
    "stuck": "ERROR",
    "none": "DOT",
}
_CHARS_OF_CELL = 4
_CHARS_OF_NAME = 10


class MALLOC_VR_UL_review_learners(bpy.types.UIList):
    """A line for each learner; what it says is the View's."""

    def draw_item(
        self,
        context: bpy.types.Context,
        layout: bpy.types.UILayout,
        data: object,
        item: object,
        icon: int,
        active_data: object,
        active_property: str,
        index: int = 0,
        flt_flag: int = 0,
    ) -> None:
        rows = runtime.view().review.rows
        if index >= len(rows):
            return
        row = rows[index]
        cells = row.cells[: cells_shown(context)]
        split = layout.split(factor=max(0.35, 1.0 - 0.085 * len(cells)))
        split.label(text=row.learner_id, icon="PLAY" if row.is_at_work else "USER")
        line = split.row(align=True)
        for cell in cells:
            line.label(text="", icon=_CELL_ICONS[cell])

    def filter_items(
        self, context: bpy.types.Context, data: object, name: str
    ) -> tuple[list[int], list[int]]:
        """Find by the learner's name, which the lines themselves do not hold."""
        asked = self.filter_name.casefold()
        rows = runtime.view().review.rows
        is_found = [asked in row.learner_id.casefold() for row in rows]
        return [self.bitflag_filter_item if found else 0 for found in is_found], []


def cells_shown(context: bpy.types.Context) -> int:
    """How many units a line has place for beside the name."""
    return max(1, (width_chars(context) - _CHARS_OF_NAME) // _CHARS_OF_CELL)


class MALLOC_VR_PT_review(Sidebar, bpy.types.Panel):
    bl_label = "Review"
    bl_order = 2

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.REVIEW

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        layout = self.layout
        draw_state(layout, context, view.record)
        shown = view.review
        if shown.problem:
            paragraph(layout, context, shown.problem, icon="ERROR")
        manager = context.window_manager
        if view.lesson.units:
            layout.prop(manager, "malloc_vr_review_only_lesson")
        if shown.overview is None:
            layout.label(text="Reading the record…")
        elif not shown.rows:
            paragraph(layout, context, translated("Nobody has worked in this lesson yet."))
        else:
            _draw_class(layout, context, shown)


def _draw_class(
    layout: bpy.types.UILayout, context: bpy.types.Context, shown: review.ReviewView
) -> None:
    stuck = sum(row.is_stuck for row in shown.rows)
    learners = counted(len(shown.rows), "1 learner", "{count} learners")
    if stuck:
        learners = translated("{learners}, {stuck} stuck", learners=learners, stuck=stuck)
    layout.label(text=learners)
    manager = context.window_manager
    lines = min(max(len(shown.rows), 3), 8)
    layout.template_list(
        "MALLOC_VR_UL_review_learners", "", manager, "malloc_vr_review_rows",
        manager, "malloc_vr_review_row", rows=lines,
    )  # fmt: skip
    units = shown.overview.units if shown.overview else ()
    hidden = len(units) - cells_shown(context)
    if hidden > 0:
        paragraph(
            layout,
            context,
            translated(
                "A wider sidebar shows {hidden} more of {count} units.",
                hidden=hidden,
                count=len(units),
            ),
        )
    layout.operator("malloc_vr.report_export", icon="EXPORT")


class MALLOC_VR_PT_review_units(Sidebar, bpy.types.Panel):
    bl_label = "Units"
    bl_parent_id = "MALLOC_VR_PT_review"
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(runtime.view().review.rows)

    def draw(self, context: bpy.types.Context) -> None:
        shown = runtime.view().review
        if shown.overview is None:
            return
        for number, unit in enumerate(shown.overview.units):
            done = sum(row.cells[number] == "done" for row in shown.rows)
            begun = sum(row.cells[number] != "none" for row in shown.rows)
            column = self.layout.column(align=True)
            title = review.title_of(shown.overview, unit.unit_id)
            column.label(text=f"{number + 1}  {title}")
            paragraph(
                column,
                context,
                translated(
                    "{done} of {count} done, {begun} began it",
                    done=done,
                    count=len(shown.rows),
                    begun=begun,
                ),
            )


class MALLOC_VR_PT_review_stuck(Sidebar, bpy.types.Panel):
    bl_label = "Stuck Now"
    bl_parent_id = "MALLOC_VR_PT_review"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return any(row.is_stuck for row in runtime.view().review.rows)

    def draw(self, context: bpy.types.Context) -> None:
        overview = runtime.view().review.overview
        if overview is None:
            return
        for learner, stuck in review.everybody_stuck(overview):
            column = self.layout.column(align=True)
            button = column.operator("malloc_vr.review_show", text=learner.learner_id, icon="ERROR")
            button.learner, button.unit_id = learner.learner_id, stuck.unit_id
            title = review.title_of(overview, stuck.unit_id)
            paragraph(column, context, review.stuck_sentence(stuck, title))


CLASSES = (
    MALLOC_VR_UL_review_learners,
    MALLOC_VR_PT_review,
    MALLOC_VR_PT_review_units,
    MALLOC_VR_PT_review_stuck,
)
