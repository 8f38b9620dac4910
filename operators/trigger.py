"""Authoring assessment triggers: from the selection, or from a condition in JSON."""

import json
from typing import Any

import bpy

from .. import runtime
from ..core import keys
from ..core.errors import BadArgument, rejection
from . import calling

ASSESSMENT_TYPES = (
    ("formative", "Formative", "Feedback on the way"),
    ("authentic", "Authentic", "The real task, judged as a whole"),
    ("competency", "Competency", "A required standard, met or not"),
)

KINDS = (
    ("NEAR", "Near", "The selected object is close to the active one, from surface to surface"),
    ("STANDS_ON", "Stands On", "The selected object stands on the active one"),
    ("POINTS_TOWARDS", "Points Towards", "An axis of the selected object points at the active one"),
    ("INSIDE", "Inside", "The selected object lies inside the active one's box"),
    ("IN_VIEW", "In View", "The learner looks at the active object"),
    ("JSON", "Condition", "A condition written as JSON"),
)

AXIS_NAMES = ("x", "y", "z", "-x", "-y", "-z")
AXES = tuple((axis, axis.upper(), f"The object's own {axis} axis") for axis in AXIS_NAMES)

_WITH_TOLERANCE = frozenset({"NEAR", "STANDS_ON", "INSIDE"})


class MALLOC_VR_OT_trigger_add(bpy.types.Operator):
    """Add a checkpoint to this scene's unit: what must be true in the scene for it to pass"""

    bl_idname = "malloc_vr.trigger_add"
    bl_label = "Add Checkpoint"
    bl_options = {"UNDO"}

    kind: bpy.props.EnumProperty(name="Kind", items=KINDS)  # type: ignore[valid-type]
    objective: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Objective",
        description="The learning objective that this checkpoint shows",
        search=lambda self, context, text: _objectives(context, text),
        options={"SKIP_SAVE"},
    )
    assessment_type: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Assessment", items=ASSESSMENT_TYPES
    )
    tolerance_mm: bpy.props.FloatProperty(  # type: ignore[valid-type]
        name="Tolerance (mm)", description="How exact it must be", min=0.0, default=5.0
    )
    axis: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Axis", description="The axis that points", items=AXES
    )
    max_angle_deg: bpy.props.FloatProperty(  # type: ignore[valid-type]
        name="Angle (°)",
        description="How far the axis may point past the object",
        min=0.0,
        max=180.0,
        default=15.0,
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
        return True

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
        if self.kind in _WITH_TOLERANCE:
            layout.prop(self, "tolerance_mm")
        if self.kind == "POINTS_TOWARDS":
            layout.prop(self, "axis")
            layout.prop(self, "max_angle_deg")
        if self.kind == "JSON":
            layout.prop(self, "conditions")
            layout.prop_search(self, "text_name", bpy.data, "texts")

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            condition = self._condition(context)
        except BadArgument as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        config = {
            "assessment_type": self.assessment_type,
            "learning_objective": self.objective,
            "trigger_conditions": condition,
            "unit_id": context.scene[keys.UNIT_ID],
        }
        result = calling.call(self, "create_assessment_trigger", {"assessment_config": config})
        if result is None:
            return {"CANCELLED"}
        self.report({"INFO"}, f"Checkpoint {result.trigger_object_name} added")
        return calling.finish()

    def _condition(self, context: bpy.types.Context) -> dict[str, Any]:
        if self.kind == "JSON":
            return _parsed(self.conditions, self.text_name)
        active = context.view_layer.objects.active
        if active is None:
            raise rejection("VALIDATION_ERROR", "No object is active.", remedy="Select one first.")
        if self.kind == "IN_VIEW":
            return {"in_view": {"object": active.name}}
        others = [item for item in context.view_layer.objects.selected if item != active]
        if len(others) != 1:
            raise rejection(
                "VALIDATION_ERROR",
                f"{len(others)} objects are selected beside the active one.",
                remedy="Select the object to judge, then the object to compare it with.",
            )
        return self._between(others[0].name, active.name)

    def _between(self, name: str, other: str) -> dict[str, Any]:
        """The condition of an object and the one that it is compared with."""
        size_mm = self.tolerance_mm
        if self.kind == "INSIDE":
            inside = {"tolerance": size_mm, "unit": "mm"}
            return {"inside": {"object": name, "region": other, **inside}}
        if self.kind == "STANDS_ON":
            return {"stands_on": {"object": name, "on": other, "gap": size_mm, "unit": "mm"}}
        if self.kind == "POINTS_TOWARDS":
            angle = {"max_angle": self.max_angle_deg, "unit": "deg"}
            return {"points_towards": {"object": name, "axis": self.axis, "to": other, **angle}}
        return {"near": {"object": name, "to": other, "max": size_mm, "unit": "mm"}}


def _parsed(conditions: str, text_name: str) -> dict[str, Any]:
    text = bpy.data.texts.get(text_name) if text_name else None
    if text_name and text is None:
        raise rejection("VALIDATION_ERROR", f"There is no text {text_name} in this file.")
    source = text.as_string() if text else conditions
    try:
        condition = json.loads(source)
    except ValueError as error:
        raise rejection("VALIDATION_ERROR", f"The condition is no JSON: {error}.") from error
    if not isinstance(condition, dict):
        raise rejection("VALIDATION_ERROR", "A condition is a JSON object: it begins with {.")
    return condition


def _objectives(context: bpy.types.Context, text: str) -> list[str]:
    unit = runtime.view().lesson.unit(context.scene.get(keys.UNIT_ID, ""))
    return [item for item in (unit.objectives if unit else ()) if text.lower() in item.lower()]


CLASSES = (MALLOC_VR_OT_trigger_add,)
