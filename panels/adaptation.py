"""What is different for this learner while a unit runs."""

import bpy

from .. import runtime
from ..translation import translated
from .sidebar import Sidebar
from .text import paragraph


class MALLOC_VR_PT_learn_adaptation(Sidebar, bpy.types.Panel):
    bl_label = "For You"
    bl_parent_id = "MALLOC_VR_PT_learn"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        view = runtime.view()
        has_next = view.lesson.unit(view.adaptation.next_unit) is not None
        return view.session is not None and (bool(view.adaptation.sentences) or has_next)

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        for sentence in view.adaptation.sentences:
            paragraph(self.layout, context, sentence, icon="DOT")
        if view.adaptation_reason:
            paragraph(self.layout, context, view.adaptation_reason, icon="BLANK1")
        if view.may_decline:
            self.layout.operator("malloc_vr.adaptation_decline", icon="X")
        following = view.lesson.unit(view.adaptation.next_unit)
        if following is not None and following.state.value in {"ready", "passed"}:
            self.layout.operator(
                "malloc_vr.unit_start",
                text=translated("Start: {title}", title=following.title),
                icon="PLAY",
            ).unit_id = following.unit_id


CLASSES = (MALLOC_VR_PT_learn_adaptation,)
