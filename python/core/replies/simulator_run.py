"""The replies of the tools with the scope simulator:run. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..viewport_shapes import (
    ViewportFeatures,
    ObservedWork,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class StartVrSimulationSessionReply(Shape):
    status: Literal["started"]
    session_id: str
    viewport_configured: bool
    educational_objects_count: int
    assessment_triggers_count: int
    start_timestamp: str


@dataclass(frozen=True, kw_only=True)
class ObservedScore(Shape):
    spatial_reasoning_score: float | None
    navigation_efficiency: float | None
    manipulation_accuracy: float | None
    tool_usage_efficiency: float | None
    metrics_missing: Sequence[str]
    view: ViewportFeatures
    work: ObservedWork


@dataclass(frozen=True, kw_only=True)
class SpatialScore(Shape):
    spatial_reasoning_score: float | None
    navigation_efficiency: float | None
    manipulation_accuracy: float | None
    tool_usage_efficiency: float | None
    metrics_missing: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class TrackLearnerInteractionReply(Shape):
    interaction_processed: bool
    spatial_reasoning_score: float | None
    navigation_efficiency: float | None
    manipulation_accuracy: float | None
    tool_usage_efficiency: float | None
    triggered_assessments: Sequence[str]
    interaction_count: int
    observed: ObservedScore
    reported: SpatialScore
    fitted_on: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None
