"""Learn: what is kept of a learner's work, and the question whether movements may be."""

import bpy

from .. import runtime
from ..core import consent
from ..core.review import local_time
from ..core.said import joined
from ..translation import translated
from .sidebar import Sidebar
from .text import paragraph


class MALLOC_VR_PT_consent_question(Sidebar, bpy.types.Panel):
    """Asked once: it is gone with the answer."""

    bl_label = consent.QUESTION
    bl_parent_id = "MALLOC_VR_PT_learn"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        view = runtime.view()
        is_known = bool(view.learner) and view.consent.learner == view.learner
        return is_known and not view.consent.answered and view.session is None

    def draw(self, context: bpy.types.Context) -> None:
        for sentence in (*consent.SENTENCES, consent.ALWAYS_KEPT):
            paragraph(self.layout, context, sentence)
        row = self.layout.row(align=True)
        row.operator("malloc_vr.consent_give")
        row.operator("malloc_vr.consent_decline")


class MALLOC_VR_PT_consent(Sidebar, bpy.types.Panel):
    bl_label = "What Is Kept"
    bl_parent_id = "MALLOC_VR_PT_learn"
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        view = runtime.view()
        is_known = bool(view.learner) and view.consent.learner == view.learner
        return is_known and view.consent.answered

    def draw(self, context: bpy.types.Context) -> None:
        layout, answer = self.layout, runtime.view().consent
        paragraph(layout, context, consent.ALWAYS_KEPT)
        if answer.given:
            since = translated("Your movements too, since {date}.", date=local_time(answer.since))
            paragraph(layout, context, since, icon="REC")
            layout.operator("malloc_vr.consent_decline", text="Delete Them, Keep No More")
            return
        undeleted = runtime.view().record.undeleted
        if undeleted:
            paragraph(layout, context, joined(undeleted), icon="ERROR")
        else:
            paragraph(layout, context, translated("Your movements are not kept."))
        for sentence in consent.SENTENCES[:-1]:
            paragraph(layout, context, sentence)
        layout.operator("malloc_vr.consent_give")


CLASSES = (MALLOC_VR_PT_consent_question, MALLOC_VR_PT_consent)
