"""Review: the steps of one learner in one unit, with what was measured, to be gone through again."""

import bpy

from .. import runtime
from ..core import review
from ..translation import shown as shown_text
from ..translation import translated
from . import marks
from .sidebar import Sidebar
from .text import paragraph

_MOST_PARTS = 8

_KIND_ICONS = {
    review.StepKind.STARTED: "PLAY",
    review.StepKind.PASSED: "CHECKMARK",
    review.StepKind.HELPED: "LIGHT",
    review.StepKind.FAILED: marks.FAILED,
    review.StepKind.LEFT: "REMOVE",
    review.StepKind.HINT: "LIGHT",
    review.StepKind.ENDED: "FRAME_NEXT",
}


class MALLOC_VR_UL_review_steps(bpy.types.UIList):
    """A line for each step; what it says is the View's."""

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
        steps = runtime.view().review.steps
        if index >= len(steps):
            return
        step = steps[index]
        layout.label(text=shown_text(step.text), icon=_KIND_ICONS[step.kind])

    def filter_items(
        self, context: bpy.types.Context, data: object, name: str
    ) -> tuple[list[int], list[int]]:
        """Find by the sentence, which the lines themselves do not hold."""
        asked = self.filter_name.casefold()
        steps = runtime.view().review.steps
        is_found = [asked in step.text.casefold() for step in steps]
        return [self.bitflag_filter_item if found else 0 for found in is_found], []


class MALLOC_VR_PT_review_work(Sidebar, bpy.types.Panel):
    bl_label = "Steps"
    bl_parent_id = "MALLOC_VR_PT_review"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().review.work is not None

    def draw(self, context: bpy.types.Context) -> None:
        shown = runtime.view().review
        if shown.work is None:
            return
        layout = self.layout
        title = review.title_of(shown.overview, shown.unit) if shown.overview else shown.work.title
        layout.label(text=title)
        paragraph(layout, context, review.tries_sentence(shown.work.unit))
        if shown.work.earlier_entries:
            earlier = translated(
                "{count} earlier entries are in the record alone.",
                count=shown.work.earlier_entries,
            )
            paragraph(layout, context, earlier)
        _draw_scrubber(layout, context, shown)  # first: the list may reach below the window's edge
        manager = context.window_manager
        layout.template_list(
            "MALLOC_VR_UL_review_steps", "", manager, "malloc_vr_review_steps",
            manager, "malloc_vr_review_step_row", rows=min(max(len(shown.steps), 3), 7),
        )  # fmt: skip
        step = shown.shown_step
        if step is not None:
            _draw_step(layout, context, step)


def _draw_scrubber(
    layout: bpy.types.UILayout, context: bpy.types.Context, shown: review.ReviewView
) -> None:
    manager = context.window_manager
    row = layout.row(align=True)
    row.operator("malloc_vr.review_step", text="", icon="TRIA_LEFT").by = -1
    row.prop(
        manager,
        "malloc_vr_review_step",
        text=translated("Step (of {count})", count=len(shown.steps)),
    )
    row.operator("malloc_vr.review_step", text="", icon="TRIA_RIGHT").by = 1
    if shown.replay is not None:
        _draw_replay(layout, context, shown)
    layout.prop(manager, "malloc_vr_review_ghosts", icon="HIDE_OFF", toggle=True)
    if not shown.shows_ghosts and not shown.shows_attention:
        return
    unit = runtime.view().lesson.unit(shown.unit)
    if unit is None:
        paragraph(
            layout,
            context,
            translated("This unit is not in the open file, so it has no place here."),
        )
    elif unit.scene_name != context.scene.name:
        column = layout.column()
        paragraph(column, context, translated("This unit has another scene."), icon="SCENE_DATA")
        column.operator("malloc_vr.unit_show", text="Show").unit_id = shown.unit
    elif shown.replay is None and shown.shown_step is not None and not shown.shown_step.boxes:
        paragraph(layout, context, translated("Nothing was measured at this step."))


def _draw_replay(
    layout: bpy.types.UILayout, context: bpy.types.Context, shown: review.ReviewView
) -> None:
    """Of a learner who agreed that movements are kept."""
    row = layout.row(align=True)
    row.operator("malloc_vr.review_play", text="", icon="PAUSE" if shown.is_playing else "PLAY")
    row.prop(context.window_manager, "malloc_vr_review_moment", text="Moment (s)")
    gap = review.GAPS.get(shown.frame.sight, "") if shown.frame is not None else ""
    if gap:
        paragraph(layout, context, translated(gap), icon="HIDE_ON")


def _draw_step(
    layout: bpy.types.UILayout, context: bpy.types.Context, step: review.StepView
) -> None:
    box = layout.box()
    worked = (
        translated("{when}, after {worked}", when=step.when, worked=step.worked)
        if step.worked
        else step.when
    )
    box.label(text=worked, icon="TIME")
    paragraph(box, context, step.text, icon=_KIND_ICONS[step.kind])
    for note in step.notes:
        paragraph(box, context, note)
    for row in step.rows:
        column = box.column(align=True)
        paragraph(column, context, row.what, icon=marks.DONE if row.holds else marks.FAILED)
        needed = (
            translated(
                "Measured {measured}; needed {needed}", measured=row.measured, needed=row.needed
            )
            if row.needed
            else row.measured
        )
        paragraph(column, context, needed, icon="BLANK1")


class MALLOC_VR_PT_review_attention(Sidebar, bpy.types.Panel):
    bl_label = "Attention"
    bl_parent_id = "MALLOC_VR_PT_review"
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(runtime.view().review.attention)

    def draw(self, context: bpy.types.Context) -> None:
        shown = runtime.view().review
        layout = self.layout
        layout.prop(context.window_manager, "malloc_vr_review_attention", toggle=True)
        longest = shown.attention[0][1] or 1.0
        for name, seconds in shown.attention[:_MOST_PARTS]:
            layout.progress(
                factor=seconds / longest,
                text=f"{name}   {shown_text(review.duration_text(seconds))}",
            )
        paragraph(
            layout,
            context,
            translated("How long each was in the picture. Where the eyes were is not known."),
        )


CLASSES = (
    MALLOC_VR_UL_review_steps,
    MALLOC_VR_PT_review_work,
    MALLOC_VR_PT_review_attention,
)
