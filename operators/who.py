"""Who works here: asked for by name, with the known ones to choose from."""

from typing import Any

import bpy

from .. import runtime
from ..core.arguments import ListLearnersArguments
from ..core.errors import MallocVrError
from ..core.limits import LEARNER_ID_LIMIT_CHARS
from ..core.said import say
from ..translation import shown, translated
from . import calling

QUESTION = "Who Works Here?"


def name_property() -> Any:
    """Blender remembers an operator's last values; whose work it is must never be remembered."""
    return bpy.props.StringProperty(
        name="Learner",
        description="A nickname: the record needs no real name",
        maxlen=LEARNER_ID_LIMIT_CHARS,
        options={"SKIP_SAVE"},
    )


def known_name_property() -> Any:
    """The same with the known names below it; where nobody is known, that list would hide the field."""
    return bpy.props.StringProperty(
        name="Learner",
        description="A nickname: the record needs no real name",
        maxlen=LEARNER_ID_LIMIT_CHARS,
        options={"SKIP_SAVE"},
        search=_known_names,
        search_options={"SUGGESTION"},
    )


def name_of(operator: Any) -> str:
    """What was typed or chosen in an operator's dialog, or given by a script."""
    return str(operator.known_learner.strip() or operator.learner.strip())


def _known_names(_operator: Any, _context: bpy.types.Context, _typed: str) -> list[str]:
    return list(runtime.view().known_learners)


class MALLOC_VR_OT_learner_set(bpy.types.Operator):
    """Say who learns, by a nickname"""

    bl_idname = "malloc_vr.learner_set"
    bl_label = "Change Learner"
    bl_options: set[str] = set()

    learner: name_property()  # type: ignore[valid-type]
    known_learner: known_name_property()  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return not calling.is_at_work(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        self.learner = self.known_learner = ""  # whoever is set already needs no question
        return context.window_manager.invoke_props_dialog(
            self, width=360, title=QUESTION, confirm_text="Work"
        )

    def draw(self, context: bpy.types.Context) -> None:
        draw_name(self)

    def execute(self, context: bpy.types.Context) -> set[str]:
        learner = name_of(self)
        if not learner:
            return ask_for_name(self)
        runtime.show_problem("")
        runtime.set_learner(learner)
        warn_of_similar(self, learner)
        return calling.finish()


def draw_name(operator: Any) -> None:
    """Draw the field for a name in an operator's dialog."""
    operator.layout.label(text="A nickname is enough.")
    operator.layout.activate_init = True  # type at once, without a click into the field
    field = "known_learner" if runtime.view().known_learners else "learner"
    operator.layout.prop(operator, field, text="Name")


def warn_of_similar(operator: bpy.types.Operator, learner: str) -> bool:
    """Say so where a new name differs from a known one only in capitals: it may be a slip."""
    try:
        known = runtime.ready_engine().call(ListLearnersArguments())
    except MallocVrError:  # the record is not open, so nobody is known
        return False
    names = [item.learner_id for item in known.learners]
    similar = next((name for name in names if name.casefold() == learner.casefold()), "")
    if not similar or learner in names:
        return False
    said = say(
        "“{learner}” is new here. “{similar}” is somebody else.", learner=learner, similar=similar
    )
    operator.report({"WARNING"}, shown(said))
    runtime.show_problem(
        said, say("If you meant “{similar}”, choose that name. Else just start.", similar=similar)
    )
    return True


def ask_for_name(operator: bpy.types.Operator) -> set[str]:
    """Say what an empty name lacks, also where the dialog is gone already."""
    operator.report({"WARNING"}, translated("Type a name or nickname"))
    runtime.show_problem(say("Nobody is set: the name was empty."), say("Type a name or nickname."))
    return {"CANCELLED"}


CLASSES = (MALLOC_VR_OT_learner_set,)
