# Over 250 lines: it is generated, and each name is that of a C++ struct.
"""The replies of the tools with the scope records:write. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..scene_shapes import (
    SceneChange,
    CheckpointInfo,
    ObservedActivitySums,
    CheckpointState,
)
from ..replies.records_read import (
    AdaptationParameters,
    UnitName,
    Evidence,
    ObservedTry,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class ProcessLearnerModelReply(Shape):
    status: Literal["success"]
    learner_id: str
    learner_model_weight: float
    adaptation_parameters: AdaptationParameters
    provenance: Literal["reported"]
    defaults_used: Sequence[str]
    processing_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class UpdateLearnerProfileReply(Shape):
    status: Literal["updated"]
    learner_id: str
    new_learner_model_weight: float
    new_adaptation_parameters: AdaptationParameters
    provenance: Literal["reported"]
    defaults_used: Sequence[str]
    update_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class UpdateMetadataReply(Shape):
    status: Literal["updated"]
    scene_id: str
    scene_name: str
    metadata_updated: bool
    properties_modified: Sequence[str]
    changes: Sequence[SceneChange]
    adaptation_applied: bool
    update_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class StartSessionReply(Shape):
    unit_id: str
    session_id: str
    scene_name: str
    title: str
    instructions: str
    hints: Sequence[str]
    learning_event: str
    learning_objectives: Sequence[str]
    estimated_duration_seconds: int
    checkpoints: Sequence[CheckpointInfo]
    missing_prerequisites: Sequence[str]
    status: Literal["started"]
    learner_id: str
    resumed_from: str
    start_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class PauseSessionReply(Shape):
    session_id: str
    unit_id: str
    paused: bool


@dataclass(frozen=True, kw_only=True)
class EndSessionReply(Shape):
    status: Literal["ended"]
    session_id: str
    learner_id: str
    unit_id: str
    activity: ObservedActivitySums
    end_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReportedPerformance(Shape):
    performance_data: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class SkillBelief(Shape):
    skill: str
    p_known: float
    predicted: float
    attempts: int
    successes: int


@dataclass(frozen=True, kw_only=True)
class EvaluateAssessmentReply(Shape):
    status: Literal["evaluated"]
    checkpoint_id: str
    trigger_object_name: str
    unit_id: str
    scene_name: str
    assessment_type: Literal["formative", "authentic", "competency"]
    learning_objective: str
    session_id: str
    learner_id: str | None
    provenance: Literal["observed"]
    submitted: bool
    begun: bool
    passed: bool
    score: float
    unmet: Sequence[str]
    evidence: Mapping[str, Any]
    tries: Sequence[ObservedTry]
    history: bool
    activity: ObservedActivitySums
    completion_time: float
    unit_passed: bool
    reported: ReportedPerformance
    skill: SkillBelief | None
    evaluation_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class AdaptiveParametersReply(Shape):
    difficulty_adjustment: float
    support_level: str
    pacing_adjustment: str
    target_difficulty: float
    guidance_level: Literal["high", "moderate", "low", "adaptive"]
    next_unit: str | None = None


@dataclass(frozen=True, kw_only=True)
class UnitDecisionReply(Shape):
    action: Literal["remediate_prerequisites", "provide_additional_support", "continue_current_event", "advance_to_next_event"]
    learner_text: str
    unit_done: bool
    next_unit: UnitName | None
    advice: Literal["begin", "keep_going", "once_more", "go_on_with_hint", "try_with_hint", "go_back", "next_unit", "unit_finished", "lesson_finished"]
    too_early: bool
    unchanged: bool
    adaptive_parameters: AdaptiveParametersReply


@dataclass(frozen=True, kw_only=True)
class EvaluateUnitReply(Shape):
    status: Literal["evaluated"]
    session_id: str
    learner_id: str
    unit_id: str
    submitted: bool
    checkpoints: Sequence[CheckpointState]
    not_begun: Sequence[str]
    tries: Sequence[ObservedTry]
    tries_recorded: int
    unit_done: bool
    decision: UnitDecisionReply | None
    activity: ObservedActivitySums
    evaluation_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class ShowHintReply(Shape):
    status: Literal["shown"]
    session_id: str
    learner_id: str
    unit_id: str
    level: int
    last_level: bool
    text: str
    hints_shown: int
    learning_objective: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class TrackEngagementReply(Shape):
    status: Literal["tracked"]
    session_id: str
    learner_id: str
    engagement_score: float | None
    provenance: Literal["reported"]
    tracking_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class TrackInteractionReply(Shape):
    status: Literal["tracked"]
    session_id: str
    interactions_processed: int
    engagement_updated: bool
    spatial_reasoning_score: float | None
    navigation_efficiency: float | None
    manipulation_accuracy: float | None
    tool_usage_efficiency: float | None
    metrics_missing: Sequence[str]
    provenance: Literal["reported"]
    tracking_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class GatedDecision(Shape):
    action: Literal["remediate_prerequisites", "provide_additional_support", "continue_current_event", "advance_to_next_event"]
    reasons: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class TransitionDecisionReply(Shape):
    recommended_action: Literal["remediate_prerequisites", "provide_additional_support", "continue_current_event", "advance_to_next_event"]
    confidence_score: float
    reasoning: str
    reasons: Sequence[str]
    next_learning_event: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    adaptive_parameters: AdaptiveParametersReply
    gated: GatedDecision | None = None


@dataclass(frozen=True, kw_only=True)
class EquationParameters(Shape):
    alpha: float
    beta: float
    half_life_steps: float | None = None


@dataclass(frozen=True, kw_only=True)
class IndexStep(Shape):
    phase: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    before: float
    engagement: float
    composite: float
    delta: float
    epsilon: float
    alpha: float
    beta: float
    after: float


@dataclass(frozen=True, kw_only=True)
class ModelWeights(Shape):
    learner: float
    knowledge: float
    engagement: float
    assessment: float


@dataclass(frozen=True, kw_only=True)
class ReadingReply(Shape):
    value: float
    provenance: str
    # from: str


@dataclass(frozen=True, kw_only=True)
class ReadingsReply(Shape):
    learner: ReadingReply
    knowledge: ReadingReply
    engagement: ReadingReply
    assessment: ReadingReply


@dataclass(frozen=True, kw_only=True)
class DecisionReply(Shape):
    learner_id: str
    unit_id: str
    rule: Literal["gap", "seed"]
    transition_decision: TransitionDecisionReply
    learner_text: str
    unit_done: bool
    next_unit: UnitName | None
    too_early: bool
    unchanged: bool
    transition_state: float
    transition_state_before: float
    integration_result: float
    stochastic_element: float
    equation_parameters: EquationParameters
    last_step: IndexStep | None
    learning_event: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    learning_event_from: Literal["record", "caller", "authored"]
    model_weights: ModelWeights
    model_readings: ReadingsReply
    evidence: Evidence
    model_version: str
    computation_time_ms: float
    timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class PauseRecordingReply(Shape):
    recording: Literal["off", "on", "paused"]


@dataclass(frozen=True, kw_only=True)
class KeepEndedTriesReply(Shape):
    status: Literal["kept"]
    session_id: str
    steps: int
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeepViewportObservedReply(Shape):
    status: Literal["kept"]
    session_id: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None
