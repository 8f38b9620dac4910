"""Learn: who works here, and while no unit runs what there is to do."""

import bpy

from .. import learner_view, modes, runtime
from ..core.said import template
from ..modes import Mode
from ..translation import translated
from . import learn_task
from .record_state import draw_state
from .sidebar import Sidebar
from .text import has_space_for_words, paragraph

_STATE_ICONS = {
    "locked": "LOCKED",
    "ready": "RADIOBUT_OFF",
    "started": "PLAY",
    "passed": "CHECKMARK",
}
_HELPED_ICON = "LIGHT"  # as of a hint
_NAMES_MAX = 12


class MALLOC_VR_MT_learners(bpy.types.Menu):
    bl_label = "Who Works Here?"

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        for name in view.known_learners[:_NAMES_MAX]:
            icon = "CHECKMARK" if name == view.learner else "BLANK1"
            self.layout.operator_context = "EXEC_DEFAULT"
            self.layout.operator("malloc_vr.learner_set", text=name, icon=icon).learner = name
        if view.known_learners:
            self.layout.separator()
        self.layout.operator_context = "INVOKE_DEFAULT"
        self.layout.operator("malloc_vr.learner_set", text="Somebody Else…", icon="ADD")


class MALLOC_VR_PT_learn(Sidebar, bpy.types.Panel):
    bl_label = "Learn"
    bl_order = 2

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.LEARN

    def draw(self, context: bpy.types.Context) -> None:
        view, guidance = runtime.view(), learner_view.guidance()
        layout = self.layout
        if view.session is not None and guidance is not None:
            learn_task.draw(layout, context, view, guidance)
            draw_state(layout, context, view.record)
            return
        _draw_learner(layout, context, view)
        draw_state(layout, context, view.record)
        if view.lesson.units:
            _draw_choice(layout, context, view)
        else:
            paragraph(
                layout,
                context,
                translated("Open a lesson file to learn, or begin with an example."),
            )
            layout.menu("MALLOC_VR_MT_examples", icon="IMPORT")


def _draw_learner(
    layout: bpy.types.UILayout, context: bpy.types.Context, view: runtime.View
) -> None:
    row = layout.row(align=True)
    if has_space_for_words(context):
        row.label(text="Working as", icon="USER")
    else:
        row.label(text="", icon="USER")
    if view.known_learners:
        row.menu("MALLOC_VR_MT_learners", text=view.learner or "Nobody Yet")
    else:
        row.operator("malloc_vr.learner_set", text=view.learner or "Set Learner")


def _draw_choice(
    layout: bpy.types.UILayout, context: bpy.types.Context, view: runtime.View
) -> None:
    next_id = _draw_next(layout, context, view)
    is_wide = has_space_for_words(context)
    column = layout.column()
    for number, unit in enumerate(view.lesson.units, start=1):
        state = unit.state.value
        row = column.row()
        title = f"{number}. {unit.title}"
        icon = _HELPED_ICON if unit.is_passed_with_help else _STATE_ICONS[state]
        if is_wide:
            row.label(text=title, icon=icon)
        else:
            paragraph(row, context, title, icon=icon)
        far = _far(unit)
        if far:
            paragraph(column, context, far, icon="BLANK1")
        button = row.row()
        button.alignment = "RIGHT"
        if state == "locked":
            if is_wide:  # else the lock before the title says it
                button.active = False
                button.label(text="Locked")
            continue
        if unit.unit_id == next_id:
            continue  # its button is the large one
        text = translated("Again") if state == "passed" else translated("Start")
        button.operator("malloc_vr.unit_start", text=text).unit_id = unit.unit_id
    locked = next((unit for unit in view.lesson.units if unit.state.value == "locked"), None)
    if locked is not None:
        need = ", ".join(locked.missing)
        paragraph(
            layout,
            context,
            translated("{title} opens after: {units}.", title=locked.title, units=need),
            icon="LOCKED",
        )


def _far(unit: runtime.UnitView) -> str:
    """How far a unit is that was begun; "" of any other."""
    if unit.state.value != "ready":
        return ""
    if unit.is_passed_with_help:
        return translated("Passed with help")
    own, helped = unit.passed_checkpoints, unit.helped_checkpoints
    if not helped:
        passed = template("{passed} of {all} goals passed")
        return translated(passed, passed=own, all=unit.checkpoints) if own else ""
    with_help = template("{passed} of {all} goals passed, {helped} of them with help")
    return translated(with_help, passed=own + helped, all=unit.checkpoints, helped=helped)


def _draw_next(layout: bpy.types.UILayout, context: bpy.types.Context, view: runtime.View) -> str:
    """Where one goes on: the unit that was begun last, else the first one that is open; its id."""
    unit_id = learner_view.next_unit(view.lesson, view.resumes)
    unit = view.lesson.unit(unit_id)
    if unit is None:
        if all(unit.state.value == "passed" for unit in view.lesson.units):
            paragraph(layout, context, translated("The lesson is complete."), icon="CHECKMARK")
        return ""
    row = layout.row()
    row.scale_y = 1.4
    is_begun = unit_id == view.resumes or unit.passed_checkpoints + unit.helped_checkpoints > 0
    if unit.is_passed_with_help and not has_space_for_words(context):
        text = translated("Once More")
    elif unit.is_passed_with_help:
        text = translated("“{title}” Once More", title=unit.title)
    elif not has_space_for_words(context):
        text = translated("Go On") if is_begun else translated("Start")
    elif is_begun:
        text = translated("Go On with “{title}”", title=unit.title)
    else:
        text = translated("Start “{title}”", title=unit.title)
    row.operator("malloc_vr.unit_start", text=text, icon="PLAY").unit_id = unit_id
    return unit_id


CLASSES = (MALLOC_VR_MT_learners, MALLOC_VR_PT_learn, *learn_task.CLASSES)
