"""A lesson that ships with the add-on, as the tool calls that author it."""

from collections.abc import Iterator, Mapping
from typing import Any

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


def tool_calls(lesson: Mapping[str, Any], asset: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (tool, arguments) in the order in which a client would call them.

    Args:
        lesson: As in the lesson's JSON file; its units come in prerequisite order.
        asset: Name of the shipped geometry.
    """
    for unit in lesson["units"]:
        configuration = {
            "scene_name": unit["title"],
            "asset": asset,
            "start_poses": unit.get("start_poses", {}),
        }
        if "camera" in lesson:
            configuration["camera"] = lesson["camera"]
        unit_data = {key: unit[key] for key in _UNIT_KEYS if key in unit}
        yield (
            "create_blender_knowledge_node",
            {"unit_data": unit_data, "scene_configuration": configuration},
        )
        for trigger in unit["triggers"]:
            config = {**trigger, "unit_id": unit["unit_id"]}
            yield "create_assessment_trigger", {"assessment_config": config}
