"""A learner's way into a unit and out of it."""

from dataclasses import replace

import bpy

from .. import runtime, work_pictures
from ..core.arguments import EndSessionArguments, StartSessionArguments
from ..core.errors import MallocVrError, rejection
from ..core.said import say, template
from ..core.unit_summary import summary_of, why_nothing_follows
from ..scene import framing, unit_reading, window_scene
from ..translation import translated
from . import calling, who

_STAYS_PASSED = say("What you passed before stays passed, also where it is open again.")


class MALLOC_VR_OT_unit_start(bpy.types.Operator):
    """Start this unit: its scene opens, its objects take their places"""

    bl_idname = "malloc_vr.unit_start"
    bl_label = "Start Unit"
    bl_options = {"UNDO"}

    unit_id: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Unit", description="Empty: the unit of the open scene", options={"SKIP_SAVE"}
    )
    learner: who.name_property()  # type: ignore[valid-type]
    known_learner: who.known_name_property()  # type: ignore[valid-type]
    restart: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Restart",
        description="Do it from the start: the objects go back even if the unit was begun before",
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not any(calling.has_unit(scene) for scene in bpy.data.scenes):
            cls.poll_message_set(translated("This file holds no learning unit"))
            return False
        return not calling.is_opening(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Start for the learner who is shown; ask who learns if nobody is."""
        self.learner, self.known_learner = runtime.view().learner, ""
        if self.learner:
            return self.execute(context)
        if not _can_start(self, self.unit_id or unit_reading.unit_id_of(context.scene)):
            return {"CANCELLED"}  # before anybody gives a name for nothing
        return context.window_manager.invoke_props_dialog(
            self, width=360, title=who.QUESTION, confirm_text=translated("Start")
        )

    def draw(self, context: bpy.types.Context) -> None:
        unit = runtime.view().lesson.unit(self.unit_id or unit_reading.unit_id_of(context.scene))
        if unit is not None:
            self.layout.label(text=unit.title, icon="PLAY")
        who.draw_name(self)

    def execute(self, context: bpy.types.Context) -> set[str]:
        learner = who.name_of(self) or runtime.view().learner
        if not learner:
            return who.ask_for_name(self)
        if calling.must_wait(self, "unit_start"):
            return {"CANCELLED"}
        unit_id = self.unit_id or unit_reading.unit_id_of(context.scene)
        if learner != runtime.view().learner:
            runtime.set_learner(learner)
            if who.warn_of_similar(self, learner):
                calling.finish()
                return {"CANCELLED"}  # pressed again it starts
        if not self.restart and _is_taken(self, learner, unit_id):
            return {"CANCELLED"}
        return _start(self, _arguments(learner, unit_id, is_restart=self.restart))


class MALLOC_VR_OT_unit_next(bpy.types.Operator):
    """Start what comes next: another unit, or this one once more without help"""

    bl_idname = "malloc_vr.unit_next"
    bl_label = "Next Unit"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _unit_runs(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        view = runtime.view()
        running = view.session
        assert running is not None  # poll
        summary = summary_of(running, view.lesson)
        if summary is not None and summary.next_unit_id:
            return _start(self, _arguments(running.learner, summary.next_unit_id))
        if summary is not None and summary.asks_again:
            again = StartSessionArguments(
                learner_id=running.learner, unit_id=running.unit_id, restart=True
            )
            return _start(self, again)
        runtime.show_session(replace(running, message=why_nothing_follows(running, summary)))
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

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask first where work would be lost: Undo does not bring back what was before it."""
        running = runtime.view().session
        if running is None or running.passed or not any(one.begun for one in running.checkpoints):
            return self.execute(context)
        return context.window_manager.invoke_confirm(
            self,
            event,
            title=translated("Begin Again?"),
            message=translated("The objects go back to their places."),
            confirm_text=translated("Begin Again"),
        )

    def execute(self, context: bpy.types.Context) -> set[str]:
        running = runtime.view().session
        assert running is not None  # poll
        arguments = StartSessionArguments(
            learner_id=running.learner, unit_id=running.unit_id, restart=True
        )
        return _start(self, arguments)


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
        work_pictures.forget()
        left, kept = (
            template("You left “{title}”"),
            template("You left “{title}”. What you did is in your record"),
        )
        has_passed = any(one.passed for one in running.checkpoints)
        self.report({"INFO"}, translated(kept if has_passed else left, title=running.title))
        return calling.finish()


def _start(operator: bpy.types.Operator, arguments: StartSessionArguments) -> set[str]:
    if calling.call(operator, arguments) is None:
        return {"CANCELLED"}
    done = calling.finish()
    running = runtime.view().session
    if running is not None and not arguments.restart and _is_open_again(running):
        runtime.show_session(replace(running, message=_STAYS_PASSED))
    work_pictures.begin()
    return done


def _is_open_again(running: runtime.SessionView) -> bool:
    """Whether something that the learner passed before is not so now, as where the objects went back."""
    return any(one.passed_before and not one.is_met for one in running.checkpoints)


def _arguments(learner: str, unit_id: str, *, is_restart: bool = False) -> StartSessionArguments:
    """To start a unit where it was left; from its start where all of it was passed, or if wanted."""
    unit = runtime.view().lesson.unit(unit_id)
    is_over = unit is not None and unit.is_over
    return StartSessionArguments(learner_id=learner, unit_id=unit_id, restart=is_restart or is_over)


def _can_start(operator: bpy.types.Operator, unit_id: str) -> bool:
    try:
        scene = unit_reading.scene_of_unit(unit_id)
        unit_reading.require_whole(unit_reading.read_unit(scene, []))
    except MallocVrError as error:
        calling.reject(operator, error)
        return False
    return True


def _is_taken(operator: bpy.types.Operator, learner: str, unit_id: str) -> bool:
    """Whether a unit runs that this start would end unasked: another learner's, or this very one."""
    running = runtime.view().session
    if running is None or (running.learner == learner and running.unit_id != unit_id):
        return False
    error = rejection(
        "CONFLICT",
        say(
            "The unit “{title}” is still running, for {learner}.",
            title=running.title,
            learner=running.learner,
        ),
        remedy=say("Leave that unit first, or press Begin Again."),
    )
    calling.reject(operator, error)
    return True


def _unit_runs(cls: type[bpy.types.Operator]) -> bool:
    if runtime.view().session is None:
        cls.poll_message_set(translated("No unit runs: start one"))
        return False
    return True


CLASSES = (
    MALLOC_VR_OT_unit_start,
    MALLOC_VR_OT_unit_next,
    MALLOC_VR_OT_unit_show,
    MALLOC_VR_OT_unit_restart,
    MALLOC_VR_OT_session_end,
)
