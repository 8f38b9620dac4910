"""Authoring learning units by hand: each is one step, nothing asks in a form."""

import bpy

from .. import runtime
from ..authoring import new_scenes
from ..core import lesson
from ..core.arguments import CreateKnowledgeNodeArguments
from ..core.errors import rejection
from ..core.limits import UNIT_ID_LIMIT_CHARS
from ..core.said import say
from ..core.scene_shapes import SceneConfiguration, UnitData
from ..core.unit_ids import unit_id_for
from ..scene import unit_reading
from ..translation import counted, translated
from . import calling

_SOURCES = (
    ("SCENE", "From This Scene", "This scene becomes the unit, with all that stands in it"),
    ("COPY_OWN", "Copy with Own Objects", "A copy of this scene, whose objects are copies too"),
    (
        "COPY_LINKED",
        "Copy with Linked Objects",
        "A copy of this scene that shows the same objects: a change of one shows in both",
    ),
    ("EMPTY", "Empty", "An empty scene becomes it, else a new scene is made"),
)
_PLAIN_SCENE = "Scene"  # what Blender calls a scene that nobody named


class MALLOC_VR_OT_unit_add(bpy.types.Operator):
    """Make a learning unit, after the one that stands last"""

    bl_idname = "malloc_vr.unit_add"
    bl_label = "Add Unit"
    bl_options = {"UNDO"}

    # None of these is remembered: they are another unit's.
    source: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="From", items=_SOURCES, default="EMPTY", options={"SKIP_SAVE"}
    )
    unit_id: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Unit id",
        description="Stable name, such as seat_the_gasket; made from the title if empty",
        maxlen=UNIT_ID_LIMIT_CHARS,
        options={"SKIP_SAVE"},
    )
    title: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Title",
        description="What the learner reads; made from the id or the scene if empty",
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
    follows: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Follows",
        description="It comes after the unit that stands last",
        options={"SKIP_SAVE"},
    )
    duration_minutes: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Duration",
        description="Estimated, in minutes",
        min=1,
        max=600,
        default=10,
        options={"SKIP_SAVE"},
    )
    learning_event: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Learning event",
        items=tuple((one, one.title(), "") for one in lesson.LEARNING_EVENTS),
        default="introduction",
        options={"SKIP_SAVE"},
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

    @classmethod
    def description(
        cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties
    ) -> str:
        """What the button of this source does."""
        return translated(
            next(sentence for name, _, sentence in _SOURCES if name == properties.source)
        )

    def execute(self, context: bpy.types.Context) -> set[str]:
        if calling.must_wait(self, "unit_add"):
            return {"CANCELLED"}
        if self.source == "SCENE" and calling.has_unit(context.scene):
            return self._reject_second_unit(context)
        scene = self._scene(context)
        unit_data = self._unit_data(scene)
        had = runtime.view().lesson.unit(unit_data.unit_id)
        wanted = SceneConfiguration(
            scene_name=scene.name if scene is not None else None, replace=self.replace
        )
        result = calling.call(
            self, CreateKnowledgeNodeArguments(unit_data=unit_data, scene_configuration=wanted)
        )
        if result is None:
            return {"CANCELLED"}
        self.report(
            {"INFO"},
            translated("The unit “{title}” was added", title=unit_data.title or result.unit_id),
        )
        if had is not None and had.checkpoints:
            made_anew = counted(
                had.checkpoints,
                "Made anew, without its checkpoint. Undo brings back what it was",
                "Made anew, without its {count} checkpoints. Undo brings back what it was",
            )
            self.report({"WARNING"}, made_anew)
        return calling.finish()

    def _reject_second_unit(self, context: bpy.types.Context) -> set[str]:
        error = rejection(
            "CONFLICT",
            say("The scene {name} is a unit already.", name=context.scene.name),
            remedy="Add a copy of it, or an empty one.",
        )
        calling.reject(self, error)
        return {"CANCELLED"}

    def _scene(self, context: bpy.types.Context) -> bpy.types.Scene | None:
        """The scene that becomes the unit; None where the tool finds or makes it."""
        if self.source == "SCENE":
            return context.scene
        if self.source == "COPY_OWN":
            return new_scenes.copy_with_own_objects(context)
        if self.source == "COPY_LINKED":
            return new_scenes.copy_with_linked_objects(context)
        return None

    def _unit_data(self, scene: bpy.types.Scene | None) -> UnitData:
        units = unit_reading.read_lesson().units
        taken = {unit.unit_id for unit in units}
        before = [units[-1].unit_id] if self.follows and units else []
        title = self.title.strip()
        if not title and not self.unit_id.strip():
            name = scene.name if scene is not None and self.source == "SCENE" else _PLAIN_SCENE
            title = (
                translated("Unit {number}", number=len(taken) + 1)
                if name.startswith(_PLAIN_SCENE)
                else name
            )
        return UnitData(
            unit_id=self.unit_id.strip() or unit_id_for(title, taken),
            title=title or None,
            instructions=self.instructions.strip() or None,
            learning_objectives=split(self.objectives),
            prerequisite_units=[*split(self.prerequisites), *before],
            estimated_duration=f"{self.duration_minutes}_minutes",
            learning_event=self.learning_event,
            hints=split(self.hints),
        )


def split(text: str) -> list[str]:
    """Read a list that a person typed: parts between semicolons, blanks around them dropped."""
    return [part.strip() for part in text.split(";") if part.strip()]


CLASSES = (MALLOC_VR_OT_unit_add,)
