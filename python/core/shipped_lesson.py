"""The lessons that ship with the add-on, and the tool calls that author them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .arguments import CreateKnowledgeNodeArguments, CreateTriggerArguments
from .scene_shapes import (
    AssessmentConfig,
    SceneConfiguration,
    SpatialConfiguration,
    StartPose,
    StartState,
    UnitData,
)
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


@dataclass(frozen=True)
class ShippedLesson:
    """A lesson as its JSON file has it.

    Attributes:
        name: Of its file, NAME.json.
        position: Among the lessons, where they are offered.
        assets: By the name in the tools, which is that of its .blend: the collection in it.
        units: In the order of their prerequisites. Each names its asset, unless there is only one.
        camera: Of every unit that names none of its own; None has the asset's.
    """

    name: str
    title: str
    description: str
    position: int
    assets: Mapping[str, str]
    units: tuple[Mapping[str, Any], ...]
    camera: str | None

    def tool_calls(self) -> Iterator[ToolArguments[Any]]:
        """Yield the tools' arguments in the order in which a client would call them."""
        for unit in self.units:
            yield self._node(unit)
            for trigger in unit["triggers"]:
                yield CreateTriggerArguments(
                    assessment_config=AssessmentConfig(**trigger, unit_id=unit["unit_id"]),
                    spatial_configuration=SpatialConfiguration(),
                )

    def _node(self, unit: Mapping[str, Any]) -> ToolArguments[Any]:
        configuration = SceneConfiguration(
            scene_name=unit["title"],
            asset=unit.get("asset") or next(iter(self.assets)),
            start_poses={
                name: _start_pose(pose) for name, pose in unit.get("start_poses", {}).items()
            },
            camera=unit.get("camera", self.camera),
        )
        return CreateKnowledgeNodeArguments(
            unit_data=UnitData(**{key: unit[key] for key in _UNIT_KEYS if key in unit}),
            scene_configuration=configuration,
        )


def _start_pose(values: Mapping[str, Any]) -> StartPose:
    state = values.get("state")
    return StartPose(**{**values, "state": StartState(**state) if state is not None else None})


def read(path: Path) -> ShippedLesson:
    """Read a lesson's JSON file, whose name is the lesson's."""
    values = json.loads(path.read_text(encoding="utf-8"))
    return ShippedLesson(
        name=path.stem,
        title=values["title"],
        description=values["description"],
        position=values["position"],
        assets=values["assets"],
        units=tuple(values["units"]),
        camera=values.get("camera"),
    )


def read_all(folder: Path) -> Mapping[str, ShippedLesson]:
    """Read the lessons of a folder, by name, in the order in which they are offered."""
    found = (read(path) for path in folder.glob("*.json"))
    return {one.name: one for one in sorted(found, key=lambda one: one.position)}
