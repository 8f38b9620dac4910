"""A lesson that ships with the add-on, as the tool calls that author it."""

from collections.abc import Iterator, Mapping
from typing import Any

from .arguments import CreateKnowledgeNodeArguments, CreateTriggerArguments
from .scene_shapes import AssessmentConfig, SceneConfiguration, SpatialConfiguration, UnitData
from .shape import ToolArguments

_UNIT_KEYS = (
    "unit_id",
    "title",
    "instructions",
    "learning_objectives",
    "prerequisite_units",
    "estimated_duration",
    "learning_event",
    "hints",
)


def tool_calls(lesson: Mapping[str, Any], asset: str) -> Iterator[ToolArguments[Any]]:
    """Yield the tools' arguments in the order in which a client would call them.

    Args:
        lesson: As in the lesson's JSON file; its units come in prerequisite order.
        asset: Name of the shipped geometry.
    """
    for unit in lesson["units"]:
        configuration = SceneConfiguration(
            scene_name=unit["title"],
            asset=asset,
            start_poses=unit.get("start_poses", {}),
            camera=lesson.get("camera"),
        )
        yield CreateKnowledgeNodeArguments(
            unit_data=UnitData(**{key: unit[key] for key in _UNIT_KEYS if key in unit}),
            scene_configuration=configuration,
        )
        for trigger in unit["triggers"]:
            yield CreateTriggerArguments(
                assessment_config=AssessmentConfig(**trigger, unit_id=unit["unit_id"]),
                spatial_configuration=SpatialConfiguration(),
            )
