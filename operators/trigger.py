"""Adding a goal (an assessment trigger): from the selected objects, from JSON, or an empty one."""

from typing import Any

import bpy

from ..authoring import condition_rows, conditions, goal_names, goals
from ..core import condition_tree as tree
from ..core import lesson
from ..core.arguments import CreateTriggerArguments
from ..core.condition_form import parse_condition, predicates
from ..core.condition_sentence import sentence_of
from ..core.condition_verbs import verb_of
from ..core.errors import BadArgument, rejection
from ..core.said import say
from ..core.scene_shapes import AssessmentConfig, SpatialConfiguration
from ..core.unfinished_goals import next_step
from ..scene import unit_reading
from ..translation import shown, translated
from . import calling
from .new_condition import answered_by_property, new_condition, object_name_property

_ASSESSMENTS = tuple((one, one.title(), "") for one in lesson.ASSESSMENT_TYPES)
_EMPTY, _JSON = "EMPTY", "JSON"
_LEAVES = tuple(name for name in predicates() if name not in tree.COMBINING)
KINDS = (
    (_EMPTY, "Empty", "A goal whose condition is still to be said"),
    *((name.upper(), verb_of(name).capitalize(), "") for name in _LEAVES),
    ("ORDER", "In This Order", "This first, then others, in their order"),
    ("DURATION", "Held For", "It must stay so for a while"),
    ("WITHIN", "Within a Time", "It must be so before a time is over"),
    (_JSON, "JSON", "A condition written as JSON"),
)


class MALLOC_VR_OT_trigger_add(bpy.types.Operator):
    """Add a goal to this scene's unit. Select what it is about first, or pick it afterwards"""

    bl_idname = "malloc_vr.trigger_add"
    bl_label = "Add Goal"
    bl_options = {"UNDO"}

    kind: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Kind", items=KINDS, options={"SKIP_SAVE"}
    )
    objective: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Objective",
        description="What the learner can do when this is so; made from the condition if empty",
        options={"SKIP_SAVE"},
    )
    assessment_type: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Assessment", items=_ASSESSMENTS, options={"SKIP_SAVE"}
    )
    conditions: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Condition",
        description='Of the kind JSON, for example {"visible": {"object": "Guard"}}',
        options={"SKIP_SAVE"},
    )
    text_name: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Text",
        description="Take the condition from this text of the file instead",
        options={"SKIP_SAVE"},
    )

    object_name: object_name_property()  # type: ignore[valid-type]
    answered_by: answered_by_property()  # type: ignore[valid-type]

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return calling.can_edit_unit(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            condition = self._condition(context)
        except BadArgument as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        same = self._same(context, condition)
        if same is not None:
            goals.select(context.scene, same)
            said = translated("“{objective}” is a goal already", objective=same.malloc_vr.objective)
            self.report({"WARNING"}, said)
            return calling.finish()
        made = self._made(context, condition)
        if made is None:
            return {"CANCELLED"}
        self.report(
            {"INFO"},
            translated("The goal “{objective}” was added", objective=made.malloc_vr.objective),
        )
        return calling.finish()

    def _made(
        self, context: bpy.types.Context, condition: dict[str, Any]
    ) -> bpy.types.Object | None:
        """The new goal; None where it was rejected."""
        is_whole = not next_step(condition)
        objective = self.objective.strip()
        config = AssessmentConfig(
            assessment_type=self.assessment_type,
            learning_objective=objective or self._objective(context, condition),
            trigger_conditions=(condition if is_whole else None) or None,
            unit_id=unit_reading.unit_id_of(context.scene),
        )
        whole = CreateTriggerArguments(
            assessment_config=config, spatial_configuration=SpatialConfiguration()
        )
        result = calling.call(self, whole)
        made = goals.find(context.scene, result.checkpoint_id) if result is not None else None
        if made is None:
            return None
        goals.list_objective(context.scene, made)
        if not is_whole:  # its objects are still to be picked
            condition_rows.edit(made, condition)
        if not objective:
            goal_names.follow_from_now(made)
        goals.select(context.scene, made)
        return made

    def _condition(self, context: bpy.types.Context) -> dict[str, Any]:
        if self.kind == _EMPTY:
            return {}
        if self.kind == _JSON:
            return _parsed(self.conditions, self.text_name)
        return new_condition(context, self.kind.lower(), self.answered_by, self.object_name)

    def _objective(self, context: bpy.types.Context, condition: dict[str, Any]) -> str:
        """A sentence of what it asks; the author may say it better in the list."""
        return shown(sentence_of(condition)) or translated(
            "Goal {number}", number=len(goals.goals_of(context.scene)) + 1
        )

    def _same(
        self, context: bpy.types.Context, condition: dict[str, Any]
    ) -> bpy.types.Object | None:
        """The goal that asks the very same already, unless the author gives this another name."""
        if self.objective.strip() or next_step(condition):
            return None
        others = goals.goals_of(context.scene)
        return next((one for one in others if conditions.read(one) == condition), None)


def _parsed(conditions: str, text_name: str) -> dict[str, Any]:
    text = bpy.data.texts.get(text_name) if text_name else None
    if text_name and text is None:
        raise rejection(
            "VALIDATION_ERROR",
            say("There is no text {text_name} in this file.", text_name=text_name),
        )
    source = text.as_string() if text else conditions
    return parse_condition(source)


CLASSES = (MALLOC_VR_OT_trigger_add,)
