"""Deleting what the record has of a learner."""

import textwrap

import bpy

from .. import runtime
from ..core.arguments import DeleteLearnerArguments
from ..core.errors import MallocVrError
from ..core.recognised import recognised
from ..core.replies import DeleteLearnerReply
from ..core.said import say, template
from ..reviewing import reading
from ..translation import translated
from . import calling

GOES = template(
    "Every step, result, hint and decision of this learner becomes unreadable for ever, "
    "in the record and in every copy that this add-on keeps."
)
STAYS = template(
    "Stays: the number and the times of the entries, so that the record can still be verified; "
    "reports and exports made before; copies of the record that somebody else made, and folders that "
    "were added to this record (their names end with -added)."
)


class MALLOC_VR_OT_learner_delete(bpy.types.Operator):
    """Delete everything that the record has of the chosen learner. There is no undo"""

    bl_idname = "malloc_vr.learner_delete"
    bl_label = "Delete Learner"
    bl_options: set[str] = set()  # the record has no undo

    confirmed_name: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Name", description="The learner's name, exactly as it stands there",
        options={"SKIP_SAVE"},
    )  # fmt: skip
    is_asked = False

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        view = runtime.view()
        if view.review.chosen is None:
            cls.poll_message_set(translated("Choose a learner first"))
            return False
        if view.session is not None and view.session.learner == view.review.learner:
            cls.poll_message_set(
                translated("This learner works in a unit right now: leave it first")
            )
            return False
        return True

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        self.is_asked = True
        return context.window_manager.invoke_props_dialog(self, width=420, confirm_text="Delete")

    def draw(self, context: bpy.types.Context) -> None:
        layout = self.layout
        for text in (*_lines(translated(GOES)), *_lines(translated(STAYS))):
            layout.label(text=text)
        layout.label(
            text=translated(
                "To delete “{learner}”, type the name:", learner=runtime.view().review.learner
            )
        )
        layout.activate_init = True  # type at once, without a click into the field
        layout.prop(self, "confirmed_name", text="")
        row = layout.row()  # always there, so that nothing moves when it is filled
        row.alert = True
        wrong = bool(self.confirmed_name) and not self._matches()
        row.label(text="This is not the name that stands above." if wrong else "")

    def execute(self, context: bpy.types.Context) -> set[str]:
        learner = runtime.view().review.learner
        if not self._matches():
            self.report({"WARNING"}, translated("Nothing was deleted: the name does not match"))
            if self.is_asked:
                _ask_again(context.window, self.confirmed_name)
                return {"CANCELLED"}
            runtime.show_problem(
                say("Nothing was deleted: the name does not match."),
                say("Type “{learner}” exactly as it stands there.", learner=learner),
            )
            return {"CANCELLED"}
        arguments = DeleteLearnerArguments(learner_id=learner, confirm_learner_id=learner)
        try:
            runtime.ready_engine().post(arguments, _deleted, _not_deleted)
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        self.report({"INFO"}, translated("Deleting “{learner}”…", learner=learner))
        return {"FINISHED"}

    def _matches(self) -> bool:
        return bool(self.confirmed_name == runtime.view().review.learner)


def _ask_again(window: bpy.types.Window, typed: str) -> None:
    """Open the dialog again with what was typed: Blender closes it whatever comes of its button."""

    def ask() -> None:
        with bpy.context.temp_override(window=window):
            if bpy.ops.malloc_vr.learner_delete.poll():
                bpy.ops.malloc_vr.learner_delete("INVOKE_DEFAULT", confirmed_name=typed)

    bpy.app.timers.register(ask, first_interval=0.0)


def _deleted(reply: DeleteLearnerReply) -> None:
    if runtime.view().learner == reply.learner_id:
        runtime.set_learner("")
    reading.choose("")
    reading.read_again()
    runtime.show_success(say("“{learner}” was deleted from the record.", learner=reply.learner_id))


def _not_deleted(error: MallocVrError) -> None:
    runtime.show_problem(
        say("Nothing was deleted: {why}", why=recognised(error.message)), error.remedy
    )


def _lines(text: str) -> list[str]:
    """A label does not wrap."""
    return textwrap.wrap(text, 66)


CLASSES = (MALLOC_VR_OT_learner_delete,)
