"""Making goals by doing the task once to three times."""

import bpy

from .. import runtime
from ..authoring import goals, made_hints, show_me, show_me_properties
from ..core.arguments import CreateTriggerArguments
from ..core.errors import MallocVrError
from ..core.scene_shapes import AssessmentConfig, SpatialConfiguration
from ..scene import start_poses, unit_reading
from ..translation import counted, translated
from ..translation import shown as shown_text
from . import calling


def _is_recording() -> bool:
    return runtime.view().demonstration.is_recording


class MALLOC_VR_OT_demonstration_start(bpy.types.Operator):
    """Do the task yourself: what you change is followed, and goals are offered of it"""

    bl_idname = "malloc_vr.demonstration_start"
    bl_label = "Show Me"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not calling.can_edit_unit(cls, context):
            return False
        if _is_recording():
            cls.poll_message_set(translated("A demonstration is running: stop it first"))
            return False
        shown = len(show_me_properties.of(context.scene).demonstrations)
        if shown >= show_me_properties.MAX_DEMONSTRATIONS:
            cls.poll_message_set(
                translated("Three times are enough: make goals of them, or discard them")
            )
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        show_me.start(context.scene)
        self.report({"INFO"}, translated("Do the task now, then press Stop"))
        return {"FINISHED"}


class MALLOC_VR_OT_demonstration_stop(bpy.types.Operator):
    """Keep what you did; everything goes back to where it was before, and goals are offered"""

    bl_idname = "malloc_vr.demonstration_stop"
    bl_label = "Stop"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _is_recording()

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            found = show_me.keep()
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        if not found.offers:
            self.report({"WARNING"}, shown_text(found.note))
            runtime.show_problem(found.note)
            return {"FINISHED"}
        runtime.show_problem("")
        count = len(found.offers) + len(found.orders)
        offered = counted(count, "1 goal is offered", "{count} goals are offered")
        self.report({"INFO"}, offered)
        return {"FINISHED"}


class MALLOC_VR_OT_demonstration_discard(bpy.types.Operator):
    """Forget the demonstration that is running, or else all that was shown of this unit"""

    bl_idname = "malloc_vr.demonstration_discard"
    bl_label = "Discard"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        shown = show_me_properties.of(context.scene) if context.scene else None
        return _is_recording() or (shown is not None and bool(shown.demonstrations or shown.offers))

    def execute(self, context: bpy.types.Context) -> set[str]:
        if not _is_recording():
            show_me_properties.clear(context.scene)
            return {"FINISHED"}
        try:
            show_me.discard()
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        return {"FINISHED"}


class MALLOC_VR_OT_demonstration_apply(bpy.types.Operator):
    """Make goals of what is ticked, and hints if there are none; learners start as it began"""

    bl_idname = "malloc_vr.demonstration_apply"
    bl_label = "Make Goals"
    bl_options = {"UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not calling.can_edit_unit(cls, context) or _is_recording():
            return False
        scene, offers = context.scene, show_me_properties.of(context.scene).offers
        if not any(show_me_properties.is_wanted(scene, item) for item in offers):
            cls.poll_message_set(translated("Tick what the learner is to do first"))
            return False
        return not calling.is_opening(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        if calling.must_wait(self, "demonstration_apply"):
            return {"CANCELLED"}
        scene = context.scene
        wanted = show_me_properties.ticked(scene)
        triggers = []
        for made, (place, sentence, condition) in enumerate(wanted):
            config = AssessmentConfig(
                assessment_type="authentic",
                learning_objective=sentence,
                trigger_conditions=condition,
                unit_id=unit_reading.unit_id_of(scene),
            )
            whole = CreateTriggerArguments(
                assessment_config=config, spatial_configuration=SpatialConfiguration()
            )
            result = calling.call(self, whole)
            if result is None:
                return calling.finish() if made else {"CANCELLED"}
            trigger = goals.find(scene, result.checkpoint_id)
            if trigger is not None:
                goals.list_objective(scene, trigger)
                goals.select(scene, trigger)
                triggers.append(trigger)
            show_me_properties.of(scene).offers[place].ticked = False  # it is one by now
        start_poses.write(scene, show_me.start_of(scene))
        show_me_properties.clear(scene)
        made_hints.make_all(scene, triggers)
        runtime.mark_authored()
        added = counted(
            len(wanted),
            "1 goal added; learners start from here",
            "{count} goals added; learners start from here",
        )
        self.report({"INFO"}, added)
        return calling.finish()


CLASSES = (
    MALLOC_VR_OT_demonstration_start,
    MALLOC_VR_OT_demonstration_stop,
    MALLOC_VR_OT_demonstration_discard,
    MALLOC_VR_OT_demonstration_apply,
)
