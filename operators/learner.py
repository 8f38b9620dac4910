"""A learner's way into a unit and out of it."""

from typing import Any

import bpy

from .. import runtime
from ..core.arguments import EndSessionArguments, ListLearnersArguments, StartSessionArguments
from ..core.errors import MallocVrError
from ..core.limits import LEARNER_ID_LIMIT_CHARS
from ..scene import framing, unit_reading, window_scene
from . import calling


def _learner_property() -> Any:
    """Blender remembers an operator's last values; whose work it is must never be remembered."""
    return bpy.props.StringProperty(
        name="Learner",
        description="A nickname: the record needs no real name",
        maxlen=LEARNER_ID_LIMIT_CHARS,
        options={"SKIP_SAVE"},
    )


class MALLOC_VR_OT_unit_start(bpy.types.Operator):
    """Start this unit: its scene opens, its objects take their places"""

    bl_idname = "malloc_vr.unit_start"
    bl_label = "Start Unit"
    bl_options = {"UNDO"}

    unit_id: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Unit", description="Empty: the unit of the open scene", options={"SKIP_SAVE"}
    )
    learner: _learner_property()  # type: ignore[valid-type]
    restart: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Restart",
        description="Put the objects back even if the unit was begun before",
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not any(calling.has_unit(scene) for scene in bpy.data.scenes):
            cls.poll_message_set("This file holds no learning unit")
            return False
        return not calling.is_opening(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Start for the learner who is shown; ask who learns if nobody is."""
        self.learner = runtime.view().learner
        if self.learner:
            return self.execute(context)
        return context.window_manager.invoke_props_dialog(self, width=360)

    def draw(self, context: bpy.types.Context) -> None:
        unit = runtime.view().lesson.unit(self.unit_id or unit_reading.unit_id_of(context.scene))
        if unit is not None:
            self.layout.label(text=unit.title, icon="PLAY")
        self.layout.label(text="Who learns? A nickname is enough.")
        self.layout.prop(self, "learner")

    def execute(self, context: bpy.types.Context) -> set[str]:
        learner = self.learner.strip() or runtime.view().learner
        if not learner:
            return _ask_for_name(self)
        if calling.must_wait(self, "unit_start"):
            return {"CANCELLED"}
        unit_id = self.unit_id or unit_reading.unit_id_of(context.scene)
        if learner != runtime.view().learner:
            runtime.set_learner(learner)
            if _warn_of_similar(self, learner):
                calling.finish()
                return {"CANCELLED"}  # pressed again it starts
        arguments = StartSessionArguments(learner_id=learner, unit_id=unit_id, restart=self.restart)
        if calling.call(self, arguments) is None:
            return {"CANCELLED"}
        return calling.finish()


class MALLOC_VR_OT_unit_show(bpy.types.Operator):
    """Show the scene of this unit in this window"""

    bl_idname = "malloc_vr.unit_show"
    bl_label = "Show"
    bl_options: set[str] = set()  # which scene a window shows is no edit of the file

    unit_id: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Unit", options={"SKIP_SAVE"}
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            scene = unit_reading.scene_of_unit(self.unit_id)
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        window_scene.show(scene)
        framing.stand_at_camera(scene)
        return calling.finish()


class MALLOC_VR_OT_unit_restart(bpy.types.Operator):
    """Put the objects of the running unit back and begin again; what was recorded stays"""

    bl_idname = "malloc_vr.unit_restart"
    bl_label = "Begin Again"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _unit_runs(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        running = runtime.view().session
        assert running is not None  # poll
        arguments = StartSessionArguments(
            learner_id=running.learner, unit_id=running.unit_id, restart=True
        )
        if calling.call(self, arguments) is None:
            return {"CANCELLED"}
        return calling.finish()


class MALLOC_VR_OT_session_end(bpy.types.Operator):
    """Leave the running unit; the record keeps what was reached"""

    bl_idname = "malloc_vr.session_end"
    bl_label = "Leave Unit"
    bl_options: set[str] = set()  # nothing in the file changes

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _unit_runs(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        running = runtime.view().session
        assert running is not None  # poll
        if calling.call(self, EndSessionArguments(session_id=running.session_id)) is None:
            return {"CANCELLED"}
        kept = ". What you passed is kept" if any(one.passed for one in running.checkpoints) else ""
        self.report({"INFO"}, f"You left “{running.title}”{kept}")
        return calling.finish()


class MALLOC_VR_OT_learner_set(bpy.types.Operator):
    """Say who learns, by a nickname"""

    bl_idname = "malloc_vr.learner_set"
    bl_label = "Change Learner"
    bl_options: set[str] = set()

    learner: _learner_property()  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return not calling.is_at_work(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        self.learner = runtime.view().learner
        return context.window_manager.invoke_props_dialog(self, width=360)

    def execute(self, context: bpy.types.Context) -> set[str]:
        learner = self.learner.strip()
        if not learner:
            return _ask_for_name(self)
        runtime.show_problem("")
        runtime.set_learner(learner)
        _warn_of_similar(self, learner)
        return calling.finish()


def _warn_of_similar(operator: bpy.types.Operator, learner: str) -> bool:
    """Say so where a new name differs from a known one only in capitals: it may be a slip."""
    try:
        known = runtime.ready_engine().call(ListLearnersArguments())
    except MallocVrError:  # the record is not open, so nobody is known
        return False
    names = [item.learner_id for item in known.learners]
    similar = next((name for name in names if name.casefold() == learner.casefold()), "")
    if not similar or learner in names:
        return False
    said = f"“{learner}” is new here. “{similar}” is somebody else."
    operator.report({"WARNING"}, said)
    runtime.show_problem(said, f"If you meant “{similar}”, choose Change. Else just start.")
    return True


def _ask_for_name(operator: bpy.types.Operator) -> set[str]:
    """Say what an empty name lacks, also where the dialog is gone already."""
    operator.report({"WARNING"}, "Type a name or nickname")
    runtime.show_problem("Nobody is set: the name was empty.", "Type a name or nickname.")
    return {"CANCELLED"}


def _unit_runs(cls: type[bpy.types.Operator]) -> bool:
    if runtime.view().session is None:
        cls.poll_message_set("No unit runs: start one")
        return False
    return True


CLASSES = (
    MALLOC_VR_OT_unit_start,
    MALLOC_VR_OT_unit_show,
    MALLOC_VR_OT_unit_restart,
    MALLOC_VR_OT_session_end,
    MALLOC_VR_OT_learner_set,
)
