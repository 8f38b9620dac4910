"""The unit that runs, in the sidebar: in twelve lines at most, so that nothing is pushed off."""

import bpy

from .. import learner_view, runtime
from ..core.said import joined
from ..learner_view import Goal, Guidance, Mark
from ..translation import translated
from . import learn_summary, marks
from .sidebar import Sidebar
from .text import paragraph

_ICONS = {
    Mark.DONE: "CHECKMARK",
    Mark.WRONG: marks.WARNING,
    Mark.NOW: "RIGHTARROW",
    Mark.BEGUN: "RADIOBUT_OFF",
    Mark.WAITING: "RADIOBUT_OFF",
}
_TASK_LINES = 3
_TASK_LINES_BESIDE_A_WORD = 2
_WORD_LINES = 3
_SAID_LINES = 2  # below what is wrong; the task has a line less then
_GOAL_LINES = 2  # where there are few, and of what the learner is at where there are three
_FEW_GOALS = 2


def draw(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    view: runtime.View,
    guidance: Guidance,
) -> None:
    """Draw the task, how it stands and what can be pressed; who works stands above (`worker.py`)."""
    if guidance.scene_name and guidance.scene_name != context.scene.name:
        _draw_whereabouts(layout, context, view, guidance)
    title = f"{guidance.place}  {guidance.title}" if guidance.place else guidance.title
    layout.label(text=title, icon="PLAY")
    if guidance.is_paused:
        _draw_pause(layout, context, guidance)
        return
    if guidance.summary is not None and guidance.summary.is_passed:
        learn_summary.draw(layout, context, guidance.summary)
        return
    _draw_task(layout, context, guidance)
    draw_goals(layout, context, guidance)
    _draw_word(layout, context, guidance)
    _draw_buttons(layout, guidance)


def draw_goals(layout: bpy.types.UILayout, context: bpy.types.Context, guidance: Guidance) -> None:
    """A line a goal; what has not begun is grey."""
    column = layout.column(align=True)
    for goal in guidance.goals:
        is_at_work = goal.mark in {Mark.NOW, Mark.WRONG}
        is_wide = len(guidance.goals) <= (_FEW_GOALS + is_at_work)
        _draw_goal(column, context, goal, _GOAL_LINES if is_wide else 1)


def _draw_whereabouts(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    view: runtime.View,
    guidance: Guidance,
) -> None:
    """Where the unit waits, if this window shows another scene: a client may have started it."""
    box = layout.box()
    learner = view.session.learner if view.session else ""
    text = translated(
        "It waits for {learner} in the scene “{scene_name}”.",
        learner=learner,
        scene_name=guidance.scene_name,
    )
    paragraph(box, context, text, icon="SCENE_DATA")
    box.operator("malloc_vr.unit_show", icon="HIDE_OFF").unit_id = guidance.unit_id


def _draw_pause(layout: bpy.types.UILayout, context: bpy.types.Context, guidance: Guidance) -> None:
    """Instead of a clock, which no learner needs while at work."""
    text = translated("Paused. It goes on when you continue or touch the work.")
    paragraph(layout, context, text, icon="PAUSE")
    draw_goals(layout, context, guidance)
    row = layout.row()
    row.scale_y = 1.4
    row.operator("malloc_vr.unit_resume", icon="PLAY")


def _draw_task(layout: bpy.types.UILayout, context: bpy.types.Context, guidance: Guidance) -> None:
    """The task, and the hint that was asked for, which then has most of the space."""
    has_word = guidance.wrong or guidance.said or guidance.summary
    has_button = guidance.summary is not None and guidance.summary.next_unit_id
    lines = _TASK_LINES_BESIDE_A_WORD if has_word else _TASK_LINES
    lines -= bool(has_button) or bool(guidance.wrong and guidance.said)
    if guidance.hint:
        if guidance.task and lines > 1:
            paragraph(layout, context, guidance.task, most_lines=1)
            lines -= 1
        paragraph(layout, context, guidance.hint, icon="LIGHT", most_lines=lines)
    elif guidance.task:
        paragraph(layout, context, guidance.task, most_lines=lines)


def _draw_goal(
    column: bpy.types.UILayout, context: bpy.types.Context, goal: Goal, lines: int
) -> None:
    row = column.row(align=True)
    row.active = goal.mark is not Mark.WAITING  # grey until the learner begins on it
    text = joined((goal.text, goal.note), " · ")
    paragraph(row, context, text, icon=_ICONS[goal.mark], most_lines=lines, right=goal.count)
    if goal.count:
        count = row.row()
        count.alignment = "RIGHT"
        count.label(text=goal.count)


def _draw_word(layout: bpy.types.UILayout, context: bpy.types.Context, guidance: Guidance) -> None:
    """The one thing that is wrong now, else what was said last, else what was decided."""
    summary = guidance.summary
    has_button = summary is not None and bool(summary.next_unit_id)
    if guidance.wrong:
        space = _WORD_LINES - bool(guidance.way_out or guidance.said)
        column = layout.column(align=True)
        column.alert = True
        paragraph(column, context, guidance.wrong, icon="ERROR", most_lines=space)
        if guidance.way_out:
            paragraph(layout, context, guidance.way_out, icon="LOOP_BACK", most_lines=1)
        elif guidance.said:
            paragraph(layout, context, guidance.said, icon="INFO", most_lines=_SAID_LINES)
    elif summary is not None and (has_button or not guidance.said):
        space = _WORD_LINES - bool(summary.kept)
        if summary.kept:
            paragraph(layout, context, summary.kept, icon="CHECKMARK", most_lines=1)
        paragraph(layout, context, summary.headline, icon="FORWARD", most_lines=space)
    elif guidance.said:
        paragraph(layout, context, guidance.said, icon="INFO", most_lines=_WORD_LINES)
    if summary is not None and has_button:
        learn_summary.draw_next(layout, summary)


def _draw_buttons(layout: bpy.types.UILayout, guidance: Guidance) -> None:
    row = layout.row(align=True)
    row.scale_y = 1.2
    row.operator("malloc_vr.step_check", text="Check")
    if guidance.hint_place:
        row.operator("malloc_vr.hint_show", text="Hint")
    row.operator("malloc_vr.work_submit", text="Done")


class MALLOC_VR_PT_learn_texts(Sidebar, bpy.types.Panel):
    bl_label = "Task and Hints"
    bl_parent_id = "MALLOC_VR_PT_learn"
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        guidance = learner_view.guidance()
        return running is not None and bool(
            running.instructions or (guidance and guidance.hints_read)
        )

    def draw(self, context: bpy.types.Context) -> None:
        running, guidance = runtime.view().session, learner_view.guidance()
        if running is None or guidance is None:
            return
        paragraph(self.layout, context, running.instructions)
        for hint in guidance.hints_read:
            paragraph(self.layout, context, hint, icon="LIGHT")
        for checkpoint in running.checkpoints:
            paragraph(self.layout, context, checkpoint.objective, icon="DOT")
            for reason in checkpoint.reasons:
                paragraph(self.layout, context, reason, icon="BLANK1")


CLASSES = (MALLOC_VR_PT_learn_texts,)
