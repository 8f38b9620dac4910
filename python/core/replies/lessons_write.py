"""The replies of the tools with the scope lessons:write. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..scene_shapes import (
    LessonFinding,
    CreatedTrigger,
    SpatialConfiguration,
)
from ..replies.lessons_read import (
    ObjectiveComplexity,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class CheckLessonReply(Shape):
    status: Literal["checked"]
    units: int
    goals: int
    findings: Sequence[LessonFinding]


@dataclass(frozen=True, kw_only=True)
class LessonChangedReply(Shape):
    status: Literal["changed"]
    unit_id: str
    scene_name: str
    checkpoint_id: str
    changed: Sequence[str]
    change_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class SaveLessonReply(Shape):
    status: Literal["saved"]
    path: str
    size_bytes: int
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class PackLessonReply(Shape):
    status: Literal["packed"]
    path: str
    size_bytes: int
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class OpenLessonReply(Shape):
    status: Literal["opened"]
    path: str
    unit_ids: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ProcessedUnit(Shape):
    unit_id: str
    objective_count: int
    objective_complexity: ObjectiveComplexity | None
    estimated_duration_minutes: float


@dataclass(frozen=True, kw_only=True)
class CurriculumNode(Shape):
    unit_id: str
    scene_name: str


@dataclass(frozen=True, kw_only=True)
class BlenderIntegration(Shape):
    nodes: Sequence[CurriculumNode]
    missing_units: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ProcessKnowledgeModelReply(Shape):
    status: Literal["created"]
    domain_id: str
    units_processed: int
    processed_units: Sequence[ProcessedUnit]
    prerequisite_dependencies: int
    cross_references: int
    prerequisite_order: Sequence[str]
    ready_units: Sequence[str]
    blender_integration: BlenderIntegration
    creation_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class CreateKnowledgeNodeReply(Shape):
    status: Literal["created", "replaced"]
    unit_id: str
    scene_name: str
    metadata_embedded: bool
    assessment_triggers: Sequence[CreatedTrigger]
    objects: Sequence[str]
    prerequisite_order: Sequence[str]
    creation_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class CreateTriggerReply(Shape):
    status: Literal["created"]
    assessment_type: Literal["formative", "authentic", "competency"]
    learning_objective: str
    trigger_object_name: str
    checkpoint_id: str
    unit_id: str
    scene_name: str
    objects: Sequence[str]
    spatial_configuration: SpatialConfiguration
    creation_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None
