# Over 250 lines: it is generated, and each name is that of a C++ struct.
"""The replies of the tools with the scope records:read. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..scene_shapes import (
    ObjectBox,
)
from ..viewport_shapes import (
    ViewportFeatures,
    ObservedWork,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class AdaptationParameters(Shape):
    alpha_baseline: float
    beta_exploration: float


@dataclass(frozen=True, kw_only=True)
class GetLearnerProfileReply(Shape):
    learner_id: str
    pseudonym: str
    has_profile: bool
    static_profile: Mapping[str, Any]
    dynamic_profile: Mapping[str, Any]
    learner_model_weight: float
    adaptation_parameters: AdaptationParameters
    provenance: Literal["reported"]
    last_updated: str


@dataclass(frozen=True, kw_only=True)
class ListedLearner(Shape):
    learner_id: str
    pseudonym: str
    has_profile: bool
    learning_event: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    units_passed: int
    last_seen: str


@dataclass(frozen=True, kw_only=True)
class ListLearnersReply(Shape):
    learners: Sequence[ListedLearner]


@dataclass(frozen=True, kw_only=True)
class UnitProgress(Shape):
    unit_id: str
    passed: bool
    learning_event: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    transition_state: float
    attempts: int
    own_passes: int
    failed: int
    hints: int
    self_corrections: int
    best_score: float
    last_score: float
    passed_checkpoints: Sequence[str]
    own_passed_checkpoints: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class SkillProgress(Shape):
    skill: str
    p_known: float
    attempts: int
    successes: int
    provenance: Literal["observed"]


@dataclass(frozen=True, kw_only=True)
class AbilityProgress(Shape):
    theta: float
    standard_error: float
    evidence: int


@dataclass(frozen=True, kw_only=True)
class UnitName(Shape):
    unit_id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Reading(Shape):
    value: float
    source: Literal["ability", "stored_profile", "learner_model_data", "middle_of_learners", "skills", "knowledge_model_data", "tracing_prior", "activity", "engagement_data", "tracked_engagement", "unknown_engagement", "checkpoints", "assessment_data", "untried"]


@dataclass(frozen=True, kw_only=True)
class Readings(Shape):
    learner: Reading
    knowledge: Reading
    engagement: Reading
    assessment: Reading


@dataclass(frozen=True, kw_only=True)
class Evidence(Shape):
    tries: int
    own_passes: int
    failed: int
    phase_own_passes: int
    phase_failed: int
    phase_checkpoints: int
    p_known: float
    weakest_skill: str


@dataclass(frozen=True, kw_only=True)
class Reason(Shape):
    code: Literal["no_try", "tries", "too_early", "flawless", "unit_done", "struggling", "index", "index_lags", "own_passes", "distinct_checkpoints", "p_known", "failed_last", "held_by_hysteresis", "one_step", "no_open_prerequisites", "phase_back"]
    value: float
    needed: float
    name: str


@dataclass(frozen=True, kw_only=True)
class Advice(Shape):
    code: Literal["begin", "keep_going", "once_more", "go_on_with_hint", "try_with_hint", "go_back", "next_unit", "unit_finished", "lesson_finished"]
    unit: UnitName | None = None
    remaining: int
    helped: int


@dataclass(frozen=True, kw_only=True)
class AdaptiveParameters(Shape):
    difficulty_adjustment: float
    support_level: str
    pacing_adjustment: str
    target_difficulty: float
    guidance_level: Literal["high", "moderate", "low", "adaptive"]


@dataclass(frozen=True, kw_only=True)
class Decision(Shape):
    action: Literal["remediate_prerequisites", "provide_additional_support", "continue_current_event", "advance_to_next_event"]
    confidence: float
    phase: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    phase_source: Literal["record", "caller", "authored"]
    next_phase: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    phase_begins: bool
    index: float
    readings: Readings
    composite: float
    evidence: Evidence
    reasons: Sequence[Reason]
    advice: Advice
    adaptive_parameters: AdaptiveParameters
    too_early: bool
    unit_done: bool


@dataclass(frozen=True, kw_only=True)
class DecisionBasis(Shape):
    unit_revision: int
    profile_revision: int
    inputs_digest: str


@dataclass(frozen=True, kw_only=True)
class DecidedOn(Shape):
    decision: Decision
    basis: DecisionBasis


@dataclass(frozen=True, kw_only=True)
class SeedOutcome(Shape):
    state_before: float
    state_after: float
    delta: float
    epsilon: float
    alpha: float
    beta: float
    action: Literal["remediate_prerequisites", "provide_additional_support", "continue_current_event", "advance_to_next_event"]
    confidence: float
    noise_state: int | None = None


@dataclass(frozen=True, kw_only=True)
class DecisionProgress(Shape):
    action: Literal["remediate_prerequisites", "provide_additional_support", "continue_current_event", "advance_to_next_event"]
    advice: Literal["begin", "keep_going", "once_more", "go_on_with_hint", "try_with_hint", "go_back", "next_unit", "unit_finished", "lesson_finished"]
    unit_done: bool
    too_early: bool
    next_unit: UnitName | None
    session_id: str
    unit_id: str
    rule: str
    decided: DecidedOn
    seed: SeedOutcome | None = None
    learner_text: str
    reasoning: str
    model_version: str


@dataclass(frozen=True, kw_only=True)
class Resume(Shape):
    session_id: str
    unit_id: str
    scene_name: str
    started: str
    passed_checkpoints: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class EngagementReported(Shape):
    session_id: str
    interaction_data: Any
    score: float | None = None


@dataclass(frozen=True, kw_only=True)
class InteractionReported(Shape):
    session_id: str
    interaction_data: Any
    spatial_reasoning_score: float | None = None
    tool_usage_efficiency: float | None = None


@dataclass(frozen=True, kw_only=True)
class PerformanceReported(Shape):
    session_id: str
    checkpoint_id: str
    assessment_type: str
    performance_data: Any


@dataclass(frozen=True, kw_only=True)
class SceneAdapted(Shape):
    session_id: str
    unit_id: str
    learning_progress: Any
    adaptation: Any
    changes: Any


@dataclass(frozen=True, kw_only=True)
class ReportedProgress(Shape):
    engagement: EngagementReported | None
    interaction: InteractionReported | None
    performance: PerformanceReported | None
    adaptation: SceneAdapted | None


@dataclass(frozen=True, kw_only=True)
class ProgressReply(Shape):
    learner_id: str
    pseudonym: str
    last_unit: str
    passed_units: Sequence[str]
    units: Sequence[UnitProgress]
    skills: Sequence[SkillProgress]
    ability: AbilityProgress
    decisions: Sequence[DecisionProgress]
    resume: Resume | None
    reported: ReportedProgress
    last_seen: str


@dataclass(frozen=True, kw_only=True)
class OverviewUnit(Shape):
    unit_id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class UnitReview(Shape):
    unit_id: str
    state: Literal["started", "done"]
    tries: int
    own_passes: int
    helped_passes: int
    failed: int
    abandoned: int
    hints: int
    self_corrections: int
    checkpoints: int
    passed_checkpoints: int
    own_passed_checkpoints: int
    worked_seconds: float
    best_score: float
    first_seen: str
    last_seen: str


@dataclass(frozen=True, kw_only=True)
class OverviewDecision(Shape):
    unit_id: str
    action: Literal["remediate_prerequisites", "provide_additional_support", "continue_current_event", "advance_to_next_event"]
    learner_text: str
    reasoning: str
    phase: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    next_phase: Literal["onboarding", "introduction", "practice", "application", "mastery"]
    reasons: Sequence[Reason]
    go_back_to: str


@dataclass(frozen=True, kw_only=True)
class Stuck(Shape):
    unit_id: str
    reason: Literal["failed_in_a_row", "no_new_pass"]
    checkpoint_id: str
    since: str
    failed_in_a_row: int
    last_failure: str
    standstill_seconds: float
    limit_seconds: float


@dataclass(frozen=True, kw_only=True)
class OverviewLearner(Shape):
    learner_id: str
    pseudonym: str
    is_at_work: bool
    last_seen: str
    units: Sequence[UnitReview]
    skills: Sequence[SkillProgress]
    ability: AbilityProgress
    decisions: Sequence[OverviewDecision]
    stuck: Sequence[Stuck]


@dataclass(frozen=True, kw_only=True)
class ClassOverviewReply(Shape):
    units: Sequence[OverviewUnit]
    learners: Sequence[OverviewLearner]


@dataclass(frozen=True, kw_only=True)
class ObservedTry(Shape):
    checkpoint_id: str
    objective: str
    assessment_type: str
    skill: str
    item_difficulty: int | None = None
    outcome: Literal["passed", "failed", "abandoned"]
    own: bool
    last_level_hint: bool
    corrected: bool
    self_corrections: int
    began_seconds: float
    ended_seconds: float
    score: float
    evidence: Any
    unmet: Sequence[str]
    boxes: Sequence[ObjectBox]


@dataclass(frozen=True, kw_only=True)
class WorkedEntry(Shape):
    time: str
    session_id: str
    kind: Literal["started", "step", "hint", "ended"]
    submitted: bool
    tries: Sequence[ObservedTry]
    worked_seconds: float
    hint_level: int
    hint_offered: bool
    hint_objective: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class UnitAttention(Shape):
    watched_seconds: float
    dwell_seconds: Mapping[str, float]
    last_view: ViewportFeatures
    last_work: ObservedWork


@dataclass(frozen=True, kw_only=True)
class UnitWorkReply(Shape):
    learner_id: str
    title: str
    unit: UnitReview
    entries: Sequence[WorkedEntry]
    earlier_entries: int
    stuck: Sequence[Stuck]
    decisions: Sequence[DecisionProgress]
    attention: UnitAttention
    provenance: Literal["observed"]


@dataclass(frozen=True, kw_only=True)
class ExportLearnersReportReply(Shape):
    format: Literal["html", "csv", "json"]
    text: str
    made_timestamp: str
