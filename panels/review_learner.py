"""Review: one learner, their units, mastery and decisions. The only place with the models' numbers."""

import bpy

from .. import runtime
from ..core import review
from ..core.recognised import recognised
from ..translation import translated
from .sidebar import Sidebar
from .text import paragraph

_STATE_ICONS = {"done": "CHECKMARK", "started": "PLAY"}


class MALLOC_VR_PT_review_learner(Sidebar, bpy.types.Panel):
    bl_label = "Learner"
    bl_parent_id = "MALLOC_VR_PT_review"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().review.chosen is not None

    def draw(self, context: bpy.types.Context) -> None:
        shown = runtime.view().review
        learner = shown.chosen
        if learner is None or shown.overview is None:
            return
        layout = self.layout
        row = layout.row()
        row.label(text=learner.learner_id, icon="USER")
        row.operator("malloc_vr.learner_delete", text="", icon="TRASH")
        seen = translated("Works in a unit right now.")
        if not learner.is_at_work:
            seen = translated("Last seen on {date}.", date=review.local_time(learner.last_seen))
        paragraph(layout, context, seen)
        for unit in learner.units:
            _draw_unit(layout, context, shown, unit)


def _draw_unit(
    layout: bpy.types.UILayout,
    context: bpy.types.Context,
    shown: review.ReviewView,
    unit: review.UnitReview,
) -> None:
    column = layout.column(align=True)
    overview = shown.overview
    title = review.title_of(overview, unit.unit_id) if overview else unit.unit_id
    icon = _STATE_ICONS[unit.state]
    is_chosen = unit.unit_id == shown.unit
    button = column.operator("malloc_vr.review_show", text=title, icon=icon, depress=is_chosen)
    button.learner, button.unit_id = shown.learner, unit.unit_id
    paragraph(column, context, review.effort_sentence(unit))


class MALLOC_VR_PT_review_skills(Sidebar, bpy.types.Panel):
    bl_label = "Mastery"
    bl_parent_id = "MALLOC_VR_PT_review_learner"
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        learner = runtime.view().review.chosen
        return learner is not None and bool(learner.skills)

    def draw(self, context: bpy.types.Context) -> None:
        shown = runtime.view().review
        learner = shown.chosen
        if learner is None or shown.overview is None:
            return
        for skill in learner.skills:
            column = self.layout.column(align=True)
            column.label(text=review.skill_title(shown.overview, skill.skill))
            known = translated(
                "{share}   {passed} passed, {failed} not met",
                share=review.percent(skill.p_known),
                passed=skill.successes,
                failed=skill.attempts - skill.successes,
            )
            column.progress(factor=skill.p_known, text=known)
        paragraph(
            self.layout,
            context,
            translated(
                "How sure it is that the skill is known, from tries without help. 90 % counts as "
                "mastered."
            ),
        )


class MALLOC_VR_PT_review_decisions(Sidebar, bpy.types.Panel):
    bl_label = "Decisions"
    bl_parent_id = "MALLOC_VR_PT_review_learner"
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        learner = runtime.view().review.chosen
        return learner is not None and bool(learner.decisions)

    def draw(self, context: bpy.types.Context) -> None:
        shown = runtime.view().review
        learner = shown.chosen
        if learner is None or shown.overview is None:
            return
        for decision in learner.decisions:
            column = self.layout.column(align=True)
            column.label(text=review.title_of(shown.overview, decision.unit_id), icon="FORWARD")
            said = translated("“{text}”", text=recognised(decision.learner_text))
            paragraph(column, context, said)
            paragraph(column, context, review.decision_sentences(decision, shown.overview))


CLASSES = (
    MALLOC_VR_PT_review_learner,
    MALLOC_VR_PT_review_skills,
    MALLOC_VR_PT_review_decisions,
)
