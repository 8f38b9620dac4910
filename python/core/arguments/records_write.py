"""The arguments of the tools with the scope records:write. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..scene_shapes import (
    AdaptationData,
    EndedStep,
)
from ..viewport_shapes import (
    ViewportFeatures,
    ObservedWork,
)
from ..replies.records_write import (
    ProcessLearnerModelReply,
    UpdateLearnerProfileReply,
    UpdateMetadataReply,
    StartSessionReply,
    PauseSessionReply,
    EndSessionReply,
    EvaluateAssessmentReply,
    EvaluateUnitReply,
    ShowHintReply,
    TrackEngagementReply,
    TrackInteractionReply,
    DecisionReply,
    PauseRecordingReply,
    KeepEndedTriesReply,
    KeepViewportObservedReply,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class ProcessLearnerModelArguments(ToolArguments[ProcessLearnerModelReply]):
    NAME: ClassVar[str] = "process_learner_model"

    learner_id: str
    static_profile: Any
    dynamic_profile: Any


@dataclass(frozen=True, kw_only=True)
class UpdateLearnerProfileArguments(ToolArguments[UpdateLearnerProfileReply]):
    NAME: ClassVar[str] = "update_learner_profile"

    learner_id: str
    static_profile: Mapping[str, Any]
    dynamic_profile: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class UpdateMetadataArguments(ToolArguments[UpdateMetadataReply]):
    NAME: ClassVar[str] = "update_blender_scene_metadata"

    scene_id: str
    learning_progress: Mapping[str, Any]
    adaptation_data: AdaptationData


@dataclass(frozen=True, kw_only=True)
class StartSessionArguments(ToolArguments[StartSessionReply]):
    NAME: ClassVar[str] = "start_session"

    learner_id: str
    unit_id: str
    restart: bool = False


@dataclass(frozen=True, kw_only=True)
class PauseSessionArguments(ToolArguments[PauseSessionReply]):
    NAME: ClassVar[str] = "pause_session"

    session_id: str
    paused: bool = True


@dataclass(frozen=True, kw_only=True)
class EndSessionArguments(ToolArguments[EndSessionReply]):
    NAME: ClassVar[str] = "end_session"

    session_id: str


@dataclass(frozen=True, kw_only=True)
class EvaluateAssessmentArguments(ToolArguments[EvaluateAssessmentReply]):
    NAME: ClassVar[str] = "evaluate_assessment"

    checkpoint_id: str
    assessment_type: Literal["formative", "authentic", "competency"]
    performance_data: Mapping[str, Any]
    submit: bool = False
    session_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class EvaluateUnitArguments(ToolArguments[EvaluateUnitReply]):
    NAME: ClassVar[str] = "evaluate_unit"

    session_id: str
    submit: bool = False


@dataclass(frozen=True, kw_only=True)
class ShowHintArguments(ToolArguments[ShowHintReply]):
    NAME: ClassVar[str] = "show_hint"

    session_id: str
    level: int | None = None


@dataclass(frozen=True, kw_only=True)
class TrackEngagementArguments(ToolArguments[TrackEngagementReply]):
    NAME: ClassVar[str] = "track_engagement"

    session_id: str
    learner_id: str
    interaction_data: Any


@dataclass(frozen=True, kw_only=True)
class TrackInteractionArguments(ToolArguments[TrackInteractionReply]):
    NAME: ClassVar[str] = "track_blender_interaction"

    session_id: str
    interaction_data: Any


@dataclass(frozen=True, kw_only=True)
class CurrentState(Shape):
    session_id: str | None = None
    unit_id: str | None = None
    learning_event: Literal["onboarding", "introduction", "practice", "application", "mastery"] | None = None
    rule: Literal["gap", "seed"] = "gap"


@dataclass(frozen=True, kw_only=True)
class MakeDecisionArguments(ToolArguments[DecisionReply]):
    NAME: ClassVar[str] = "make_transition_decision"

    learner_id: str
    current_state: CurrentState
    model_inputs: Any


@dataclass(frozen=True, kw_only=True)
class PauseRecordingArguments(ToolArguments[PauseRecordingReply]):
    NAME: ClassVar[str] = "pause_recording"

    paused: bool = True


@dataclass(frozen=True, kw_only=True)
class KeepEndedTriesArguments(ToolArguments[KeepEndedTriesReply]):
    NAME: ClassVar[str] = "keep_ended_tries"

    session_id: str
    steps: Sequence[EndedStep]


@dataclass(frozen=True, kw_only=True)
class KeepViewportObservedArguments(ToolArguments[KeepViewportObservedReply]):
    NAME: ClassVar[str] = "keep_viewport_observed"

    session_id: str
    view: ViewportFeatures
    work: ObservedWork
