"""Learn: what to do, how it stands, what comes next."""

import bpy

from .. import modes, runtime
from ..modes import Mode
from .record_state import draw_state
from .sidebar import Sidebar
from .text import paragraph

_STATE_ICONS = {
    "locked": "LOCKED",
    "ready": "RADIOBUT_OFF",
    "started": "PLAY",
    "passed": "CHECKMARK",
}


class MALLOC_VR_PT_learn(Sidebar, bpy.types.Panel):
    bl_label = "Learn"
    bl_order = 2

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.LEARN

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        layout = self.layout
        _draw_learner(layout, view)
        draw_state(layout, context, view.record)
        if not view.lesson.units:
            paragraph(layout, context, "Open a lesson file to learn.")
        elif view.session is None:
            _draw_choice(layout, context, view)


class MALLOC_VR_PT_learn_task(Sidebar, bpy.types.Panel):
    bl_label = "Task"
    bl_parent_id = "MALLOC_VR_PT_learn"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().session is not None

    def draw(self, context: bpy.types.Context) -> None:
        running = runtime.view().session
        if running is None:
            return
        layout = self.layout
        layout.label(text=running.title, icon="PLAY")
        _draw_whereabouts(layout, context, running)
        if running.instructions:
            paragraph(layout, context, running.instructions)
        if running.is_paused:
            _draw_pause(layout, context)
        row = layout.row(align=True)
        row.scale_y = 1.4
        row.operator("malloc_vr.step_check", text="Check", icon="VIEWZOOM")
        row.operator("malloc_vr.work_submit", text="Done", icon="CHECKMARK")
        if running.hints:
            row.operator("malloc_vr.hint_show", text="Hint", icon="LIGHT")
        _draw_hint(layout, context, running)
        if running.message:
            paragraph(layout, context, running.message, icon="INFO")
        for checkpoint in running.checkpoints:
            _draw_checkpoint(layout, context, checkpoint)
        row = layout.row(align=True)
        if not running.is_paused:
            row.operator("malloc_vr.unit_pause", icon="PAUSE")
        row.operator("malloc_vr.session_end", icon="PANEL_CLOSE")
        layout.operator("malloc_vr.unit_restart", icon="LOOP_BACK")  # three in a row are cut off


class MALLOC_VR_PT_learn_decision(Sidebar, bpy.types.Panel):
    bl_label = "Next Step"
    bl_parent_id = "MALLOC_VR_PT_learn"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        return running is not None and running.decision is not None

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        if view.session is None or view.session.decision is None:
            return
        decision = view.session.decision
        layout = self.layout
        if decision.unit_done and not view.session.passed:
            paragraph(layout, context, "You passed this unit, and that stays.", icon="CHECKMARK")
        paragraph(layout, context, decision.text, icon="FORWARD")
        if decision.unit_id:
            _draw_unit_button(layout, decision)


class MALLOC_VR_PT_learn_hints(Sidebar, bpy.types.Panel):
    bl_label = "Earlier Hints"
    bl_parent_id = "MALLOC_VR_PT_learn"
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        return running is not None and running.hints_shown > 1

    def draw(self, context: bpy.types.Context) -> None:
        running = runtime.view().session
        if running is None:
            return
        for hint in running.hints[: running.hints_shown - 1]:
            paragraph(self.layout, context, hint, icon="LIGHT")


def _draw_whereabouts(
    layout: bpy.types.UILayout, context: bpy.types.Context, running: runtime.SessionView
) -> None:
    """Where the unit waits, if this window shows another scene: a client may have started it."""
    unit = runtime.view().lesson.unit(running.unit_id)
    if unit is None or unit.scene_name == context.scene.name:
        return
    box = layout.box()
    text = f"It waits for {running.learner} in the scene “{unit.scene_name}”."
    paragraph(box, context, text, icon="SCENE_DATA")
    box.operator("malloc_vr.unit_show", icon="HIDE_OFF").unit_id = unit.unit_id


def _draw_pause(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    """Instead of a clock, which no learner needs while at work."""
    box = layout.box().column()
    paragraph(box, context, "Paused. It goes on when you continue or touch the work.", icon="PAUSE")
    row = box.row()
    row.scale_y = 1.4
    row.operator("malloc_vr.unit_resume", icon="PLAY")


def _draw_hint(
    layout: bpy.types.UILayout, context: bpy.types.Context, running: runtime.SessionView
) -> None:
    """The hint shown last, where the eye is: under the button that it was asked for with."""
    if running.hints_shown == 0:
        return
    box = layout.box().column()
    paragraph(box, context, running.hints[running.hints_shown - 1], icon="LIGHT")
    paragraph(box, context, f"Hint {running.hints_shown} of {len(running.hints)}", icon="BLANK1")


def _draw_learner(layout: bpy.types.UILayout, view: runtime.View) -> None:
    row = layout.row()
    row.label(text=view.learner or "Nobody set yet", icon="USER")
    row.operator("malloc_vr.learner_set", text="Change" if view.learner else "Set Learner")


def _draw_choice(
    layout: bpy.types.UILayout, context: bpy.types.Context, view: runtime.View
) -> None:
    column = layout.column()
    for number, unit in enumerate(view.lesson.units, start=1):
        state = unit.state.value
        row = column.row()
        row.label(text=f"{number}. {unit.title}", icon=_STATE_ICONS[state])
        button = row.row()
        button.alignment = "RIGHT"
        if state == "locked":
            button.label(text="Locked")
            continue
        text = "Again" if state == "passed" else "Start"
        button.operator("malloc_vr.unit_start", text=text).unit_id = unit.unit_id
        if state == "ready" and unit.passed_checkpoints:
            far = f"{unit.passed_checkpoints} of {unit.checkpoints} parts passed"
            column.label(text=far, icon="BLANK1")
    locked = next((unit for unit in view.lesson.units if unit.state.value == "locked"), None)
    if locked is not None:
        need = ", ".join(locked.missing)
        paragraph(layout, context, f"{locked.title} opens after: {need}.", icon="LOCKED")


def _draw_checkpoint(
    layout: bpy.types.UILayout, context: bpy.types.Context, checkpoint: runtime.CheckpointView
) -> None:
    """A tick for what is passed, a cross for what was handed in untrue; else nothing is judged."""
    icon = {None: "RADIOBUT_OFF", True: "CHECKMARK", False: "X"}[checkpoint.passed]
    column = layout.box().column()
    column.active = checkpoint.begun  # grey until the learner begins on it
    paragraph(column, context, checkpoint.objective, icon=icon)
    if not checkpoint.begun:
        now = "Passed before; now not begun" if checkpoint.passed_before else "Not begun"
        paragraph(column, context, now, icon="BLANK1")
    for reason in checkpoint.reasons:
        paragraph(column, context, reason, icon="BLANK1")


def _draw_unit_button(layout: bpy.types.UILayout, decision: runtime.DecisionView) -> None:
    goes_back = decision.action == "remediate_prerequisites"
    row = layout.row()
    row.scale_y = 1.4
    row.operator(
        "malloc_vr.unit_start",
        text=f"{'Go Back to' if goes_back else 'Start'}: {decision.title}",
        icon="LOOP_BACK" if goes_back else "PLAY",
    ).unit_id = decision.unit_id


CLASSES = (
    MALLOC_VR_PT_learn,
    MALLOC_VR_PT_learn_task,
    MALLOC_VR_PT_learn_decision,
    MALLOC_VR_PT_learn_hints,
)
