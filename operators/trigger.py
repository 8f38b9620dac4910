"""Authoring assessment triggers: from the selection, or from a condition in JSON."""

import json
from typing import Any

import bpy

from .. import runtime
from ..core import lesson
from ..core.arguments import CreateTriggerArguments
from ..core.errors import BadArgument, rejection
from ..core.scene_shapes import AssessmentConfig, SpatialConfiguration
from ..scene import unit_reading
from . import calling, form_properties

_ASSESSMENT_SENTENCES = {
    "formative": "Feedback on the way",
    "authentic": "The real task, judged as a whole",
    "competency": "A required standard, met or not",
}
_ASSESSMENTS = tuple(
    (one, one.title(), _ASSESSMENT_SENTENCES.get(one, "")) for one in lesson.ASSESSMENT_TYPES
)

_JSON = "JSON"
_KINDS = (*form_properties.KINDS, (_JSON, "Condition", "A condition written as JSON"))


class MALLOC_VR_OT_trigger_add(form_properties.FormProperties, bpy.types.Operator):
    """Add a checkpoint to this scene's unit: what must be true in the scene for it to pass"""

    bl_idname = "malloc_vr.trigger_add"
    bl_label = "Add Checkpoint"
    bl_options = {"UNDO"}

    kind: bpy.props.EnumProperty(name="Kind", items=_KINDS)  # type: ignore[valid-type]
    objective: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Objective",
        description="The learning objective that this checkpoint shows",
        search=lambda self, context, text: _objectives(context, text),
        options={"SKIP_SAVE"},
    )
    assessment_type: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Assessment", items=_ASSESSMENTS
    )
    conditions: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Condition",
        description='For example {"visible": {"object": "Guard"}}',
        options={"SKIP_SAVE"},
    )
    text_name: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Text",
        description="Take the condition from this text of the file instead",
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if not calling.has_unit(context.scene):
            cls.poll_message_set("This scene is no learning unit yet: add a unit first")
            return False
        return not calling.is_at_work(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        objectives = _objectives(context, "")
        if objectives and not self.objective:
            self.objective = objectives[0]
        return context.window_manager.invoke_props_dialog(self, width=440)

    def draw(self, context: bpy.types.Context) -> None:
        layout = self.layout
        layout.use_property_split = True
        layout.prop(self, "kind")
        layout.prop(self, "objective")
        layout.prop(self, "assessment_type")
        if self.kind == _JSON:
            layout.prop(self, "conditions")
            layout.prop_search(self, "text_name", bpy.data, "texts")
        else:
            form_properties.draw(self, form_properties.FORMS[self.kind])

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            condition = self._condition(context)
        except BadArgument as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        config = AssessmentConfig(
            assessment_type=self.assessment_type,
            learning_objective=self.objective,
            trigger_conditions=condition,
            unit_id=unit_reading.unit_id_of(context.scene),
        )
        whole = CreateTriggerArguments(
            assessment_config=config, spatial_configuration=SpatialConfiguration()
        )
        result = calling.call(self, whole)
        if result is None:
            return {"CANCELLED"}
        self.report({"INFO"}, f"Checkpoint {result.trigger_object_name} added")
        return calling.finish()

    def _condition(self, context: bpy.types.Context) -> dict[str, Any]:
        if self.kind == _JSON:
            return _parsed(self.conditions, self.text_name)
        form = form_properties.FORMS[self.kind]
        selected, active = (_two_objects if form.needs_selected else _one_object)(context)
        return form.condition(selected, active, form_properties.values(self, form))


def _one_object(context: bpy.types.Context) -> tuple[str, str]:
    active = context.view_layer.objects.active
    if active is None:
        raise rejection("VALIDATION_ERROR", "No object is active.", remedy="Select one first.")
    return "", active.name


def _two_objects(context: bpy.types.Context) -> tuple[str, str]:
    """The selected and the active one."""
    active = context.view_layer.objects.active
    others = [item for item in context.view_layer.objects.selected if item != active]
    if active is None or len(others) != 1:
        count = len(context.view_layer.objects.selected)
        found = f"{count or 'none'} {'is' if count < 2 else 'are'} selected"
        if count == 2:  # or there would be one beside the active one
            found = "neither of those that are selected is the active one"
        raise rejection(
            "VALIDATION_ERROR",
            f"This compares two objects, and {found}.",
            remedy="Select the one to judge, then, with Shift, the one to compare it with.",
        )
    return others[0].name, active.name


def _parsed(conditions: str, text_name: str) -> dict[str, Any]:
    text = bpy.data.texts.get(text_name) if text_name else None
    if text_name and text is None:
        raise rejection("VALIDATION_ERROR", f"There is no text {text_name} in this file.")
    source = text.as_string() if text else conditions
    if not source.strip():
        raise rejection(
            "VALIDATION_ERROR",
            "No condition is written.",
            remedy='Write one as JSON, for example {"visible": {"object": "Guard"}}.',
        )
    try:
        condition = json.loads(source)
    except ValueError as error:
        raise rejection("VALIDATION_ERROR", f"The condition is no JSON: {error}.") from error
    if not isinstance(condition, dict):
        raise rejection("VALIDATION_ERROR", "A condition is a JSON object: it begins with {.")
    return condition


def _objectives(context: bpy.types.Context, text: str) -> list[str]:
    unit = runtime.view().lesson.unit(unit_reading.unit_id_of(context.scene))
    return [item for item in (unit.objectives if unit else ()) if text.lower() in item.lower()]


CLASSES = (MALLOC_VR_OT_trigger_add,)
