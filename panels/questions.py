"""Learn: what the running unit asks, and what the learner answered."""

import bpy

from .. import runtime
from ..core.view import QuestionView
from .sidebar import Sidebar
from .text import paragraph


class MALLOC_VR_PT_questions(Sidebar, bpy.types.Panel):
    bl_label = "Questions"
    bl_order = 2

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        view = runtime.view()
        return view.session is not None and bool(view.questions)

    def draw(self, context: bpy.types.Context) -> None:
        for asked in runtime.view().questions:
            paragraph(self.layout, context, asked.question, icon="QUESTION")
            given = _given(asked)
            button = self.layout.operator(
                "malloc_vr.question_answer", text=given or "Answer", translate=not given
            )
            button.question = asked.question


def _given(asked: QuestionView) -> str:
    """The learner's own answer, as it is shown on its button."""
    if isinstance(asked.given, tuple):
        return ", ".join(asked.given)
    return f"{asked.given:g}" if isinstance(asked.given, float) else asked.given or ""


CLASSES = (MALLOC_VR_PT_questions,)
