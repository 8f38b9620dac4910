"""Authoring learning units by hand."""

import bpy

from .. import runtime
from ..core import lesson
from ..core.arguments import CreateKnowledgeNodeArguments
from ..core.errors import rejection
from ..core.limits import UNIT_ID_LIMIT_CHARS
from ..core.scene_shapes import SceneConfiguration, UnitData
from . import calling

_ID_REMEDY = "Give it a stable name, such as seat_the_gasket."
_EVENT_SENTENCES = {
    "onboarding": "First contact: look around, find things",
    "introduction": "See how it is done and do it with guidance",
    "practice": "Repeat with feedback until it works",
    "application": "Do it in a new situation",
    "mastery": "Do it without help, to the standard",
}
_EVENTS = tuple((one, one.title(), _EVENT_SENTENCES.get(one, "")) for one in lesson.LEARNING_EVENTS)


class MALLOC_VR_OT_unit_add(bpy.types.Operator):
    """Make a learning unit: an empty scene becomes it, else a new scene is made"""

    bl_idname = "malloc_vr.unit_add"
    bl_label = "Add Unit"
    bl_options = {"UNDO"}

    # None of these is remembered: they are another unit's.
    unit_id: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Unit id",
        description="Stable name, such as seat_the_gasket",
        maxlen=UNIT_ID_LIMIT_CHARS,
        options={"SKIP_SAVE"},
    )
    title: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Title",
        description="What the learner reads; made from the id if empty",
        maxlen=128,
        options={"SKIP_SAVE"},
    )
    objectives: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Objectives",
        description="What the learner can do afterwards; separate with ;",
        options={"SKIP_SAVE"},
    )
    prerequisites: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Prerequisites",
        description="Ids of units to pass before; separate with ;",
        options={"SKIP_SAVE"},
    )
    duration_minutes: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Duration", description="Estimated, in minutes", min=1, max=600, default=10
    )
    learning_event: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Learning event", items=_EVENTS, default="introduction"
    )
    instructions: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Instructions", description="What the learner is to do", options={"SKIP_SAVE"}
    )
    hints: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Hints",
        description="From a nudge to the answer; separate with ;",
        options={"SKIP_SAVE"},
    )
    replace: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Replace",
        description="Make the unit of this id anew, without its checkpoints, if there is one",
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return not calling.is_at_work(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        units = runtime.view().lesson.units
        if units and not self.prerequisites:
            self.prerequisites = units[-1].unit_id
        return context.window_manager.invoke_props_dialog(self, width=440)

    def draw(self, context: bpy.types.Context) -> None:
        layout = self.layout
        layout.use_property_split = True
        for name in ("unit_id", "title", "objectives", "instructions", "hints"):
            layout.prop(self, name)
        layout.separator()
        for name in ("prerequisites", "duration_minutes", "learning_event", "replace"):
            layout.prop(self, name)

    def execute(self, context: bpy.types.Context) -> set[str]:
        if calling.must_wait(self, "unit_add"):
            return {"CANCELLED"}
        if not self.unit_id.strip():
            error = rejection("VALIDATION_ERROR", "The unit has no id.", remedy=_ID_REMEDY)
            calling.reject(self, error)
            return {"CANCELLED"}
        unit_data = UnitData(
            unit_id=self.unit_id.strip(),
            title=self.title.strip() or None,
            instructions=self.instructions.strip() or None,
            learning_objectives=split(self.objectives),
            prerequisite_units=split(self.prerequisites),
            estimated_duration=f"{self.duration_minutes}_minutes",
            learning_event=self.learning_event,
            hints=split(self.hints),
        )
        had = runtime.view().lesson.unit(unit_data.unit_id)
        wanted = SceneConfiguration(replace=self.replace)
        result = calling.call(
            self, CreateKnowledgeNodeArguments(unit_data=unit_data, scene_configuration=wanted)
        )
        if result is None:
            return {"CANCELLED"}
        self.report({"INFO"}, f"Unit {result.unit_id} is the scene {result.scene_name}")
        if had is not None and had.checkpoints:
            gone = f"{had.checkpoints} checkpoint{'s' if had.checkpoints > 1 else ''}"
            self.report({"WARNING"}, f"Made anew, without its {gone}. Undo brings back what it was")
        return calling.finish()


def split(text: str) -> list[str]:
    """Read a list that a person typed: parts between semicolons, blanks around them dropped."""
    return [part.strip() for part in text.split(";") if part.strip()]


CLASSES = (MALLOC_VR_OT_unit_add,)
