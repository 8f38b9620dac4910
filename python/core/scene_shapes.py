# Over 250 lines: it is generated, and each name is that of a C++ struct.
"""The commands to the scene and their replies. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from .shape import Command, Shape


@dataclass(frozen=True, kw_only=True)
class LessonFinding(Shape):
    kind: Literal["prerequisite_missing", "prerequisite_cycle", "prerequisite_without_goal", "unit_without_goal", "goal_broken", "goal_object_gone", "goal_true_at_start", "margin_too_fine", "no_hint", "objective_without_goal", "title_empty", "text_too_long", "unit_id_shared", "checkpoint_id_shared", "library_missing"]
    weight: Literal["obstacle", "advice"]
    unit_id: str
    scene_name: str
    object_name: str
    sentence: str
    remedy: str
    fix: str


@dataclass(frozen=True, kw_only=True)
class LessonChecked(Shape):
    units: int
    goals: int
    findings: Sequence[LessonFinding]


@dataclass(frozen=True, kw_only=True)
class CheckLesson(Command):
    NAME: ClassVar[str] = "check_lesson"

    unit_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class LessonSaved(Shape):
    path: str
    size_bytes: int


@dataclass(frozen=True, kw_only=True)
class SaveLesson(Command):
    NAME: ClassVar[str] = "save_lesson"

    file_name: str | None = None


@dataclass(frozen=True, kw_only=True)
class CreatedTrigger(Shape):
    trigger_object_name: str
    checkpoint_id: str


@dataclass(frozen=True, kw_only=True)
class KnowledgeNodeCreated(Shape):
    unit_id: str
    scene_name: str
    metadata_embedded: bool
    assessment_triggers: Sequence[CreatedTrigger]
    replaced: bool = False
    objects: Sequence[str]
    order: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class UnitData(Shape):
    unit_id: str
    learning_objectives: Sequence[str]
    prerequisite_units: Sequence[str] = ()
    estimated_duration: str = "15_minutes"
    title: str | None = None
    learning_event: Literal["onboarding", "introduction", "practice", "application", "mastery"] | None = None
    instructions: str | None = None
    hints: Sequence[str] = ()
    module: str | None = None
    adaptation_optional: bool = False


@dataclass(frozen=True, kw_only=True)
class StartState(Shape):
    scale: Sequence[float] | None = None
    hide: bool = False
    hide_viewport: bool = False
    hide_render: bool = False
    collections: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class StartPose(Shape):
    location: Sequence[float] | None = None
    rotation: Sequence[float] | None = None
    hidden: bool = False
    state: StartState | None = None


@dataclass(frozen=True, kw_only=True)
class SceneConfiguration(Shape):
    scene_name: str | None = None
    asset: str | None = None
    start_poses: Mapping[str, StartPose] = field(default_factory=dict)
    camera: str | None = None
    replace: bool = False


@dataclass(frozen=True, kw_only=True)
class CreateKnowledgeNode(Command):
    NAME: ClassVar[str] = "create_knowledge_node"

    unit_data: UnitData
    scene_configuration: SceneConfiguration


@dataclass(frozen=True, kw_only=True)
class TriggerCreated(Shape):
    trigger_object_name: str
    checkpoint_id: str
    unit_id: str
    scene_name: str
    learning_objective: str
    assessment_type: Literal["formative", "authentic", "competency"]
    skill: str = ""
    difficulty: float | None
    objects: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class AssessmentConfig(Shape):
    assessment_type: Literal["formative", "authentic", "competency"]
    learning_objective: str
    trigger_conditions: Any | None = None
    unit_id: str | None = None
    skill: str | None = None
    difficulty: int | None = None
    hints: Sequence[str] = ()
    trigger_object_name: str | None = None


@dataclass(frozen=True, kw_only=True)
class SpatialConfiguration(Shape):
    location: Sequence[float] | None = None
    rotation: Sequence[float] | None = None
    scale: Sequence[float] | None = None
    scene_name: str | None = None


@dataclass(frozen=True, kw_only=True)
class CreateTrigger(Command):
    NAME: ClassVar[str] = "create_assessment_trigger"

    assessment_config: AssessmentConfig
    spatial_configuration: SpatialConfiguration


@dataclass(frozen=True, kw_only=True)
class SceneChange(Shape):
    target: str
    property: str
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True)
class MetadataUpdated(Shape):
    scene_id: str
    scene_name: str
    unit_id: str = ""
    session_id: str = ""
    metadata_updated: bool
    properties_modified: Sequence[str]
    changes: Sequence[SceneChange]
    adaptation_applied: bool


@dataclass(frozen=True, kw_only=True)
class AdaptationData(Shape):
    guidance_level: Literal["high", "moderate", "low", "adaptive"] | None = None
    support_level: Literal["low", "moderate", "high"] | None = None
    difficulty_adjustment: float | None = None
    pacing_adjustment: Literal["slower", "normal", "faster"] | None = None
    target_difficulty: float | None = None
    next_unit: str | None = None
    show_hints: bool | None = None
    hint_level: int | None = None


@dataclass(frozen=True, kw_only=True)
class UpdateSceneMetadata(Command):
    NAME: ClassVar[str] = "update_scene_metadata"

    scene_id: str
    learning_progress: Mapping[str, Any]
    adaptation_data: AdaptationData


@dataclass(frozen=True, kw_only=True)
class CheckpointInfo(Shape):
    checkpoint_id: str
    learning_objective: str
    assessment_type: str
    trigger_object_name: str
    skill: str
    difficulty: float | None


@dataclass(frozen=True, kw_only=True)
class EvaluationShape(Shape):
    passed: bool = False
    score: float = 0.0
    evidence: Mapping[str, Any]
    unmet: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class ObjectBox(Shape):
    object: str
    corners: Sequence[float]


@dataclass(frozen=True, kw_only=True)
class EndedTry(Shape):
    checkpoint_id: str
    learning_objective: str = ""
    assessment_type: str = ""
    skill: str
    difficulty: float | None
    outcome: Literal["passed", "failed", "abandoned"]
    corrected: bool
    last_level_hint: bool
    self_corrected: int = 0
    began_s: float
    ended_s: float
    evaluation: EvaluationShape
    boxes: Sequence[ObjectBox] = ()


@dataclass(frozen=True, kw_only=True)
class ObservedActivitySums(Shape):
    changes: int = 0
    view_changes: int = 0
    moves: int = 0
    moves_by_object: Mapping[str, int] = field(default_factory=dict)
    active_seconds: float = 0.0
    total_seconds: float = 0.0
    path_length_m: float = 0.0
    path_efficiency: float | None = None


@dataclass(frozen=True, kw_only=True)
class EndedStep(Shape):
    number: int
    submitted: bool
    tries: Sequence[EndedTry]
    activity: ObservedActivitySums
    unit_checkpoints: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class LeftRun(Shape):
    session_id: str = ""
    unit_id: str = ""
    steps: Sequence[EndedStep] = ()


@dataclass(frozen=True, kw_only=True)
class UnitStarted(Shape):
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
    given_up: LeftRun


@dataclass(frozen=True, kw_only=True)
class StartUnit(Command):
    NAME: ClassVar[str] = "start_unit"

    unit_id: str
    session_id: str
    learner_label: str
    own_passed: Mapping[str, Sequence[str]]
    curriculum_units: Sequence[str]
    advised_units: Sequence[str]
    restart: bool


@dataclass(frozen=True, kw_only=True)
class UnitEnded(Shape):
    session_id: str = ""
    unit_id: str = ""
    activity: ObservedActivitySums
    steps: Sequence[EndedStep] = ()
    interrupted: bool = False


@dataclass(frozen=True, kw_only=True)
class EndUnit(Command):
    NAME: ClassVar[str] = "end_unit"

    session_id: str


@dataclass(frozen=True, kw_only=True)
class CheckpointObserved(Shape):
    checkpoint_id: str
    learning_objective: str
    assessment_type: str
    trigger_object_name: str
    skill: str
    difficulty: float | None
    begun: bool
    changed: bool
    needs_view: bool
    evaluation: EvaluationShape
    unit_id: str
    scene_name: str
    session_id: str
    history: bool
    activity: ObservedActivitySums
    ended: Sequence[EndedTry]
    steps: Sequence[EndedStep]
    unit_checkpoints: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ObserveCheckpoint(Command):
    NAME: ClassVar[str] = "observe_checkpoint"

    checkpoint_id: str
    assessment_type: Literal["formative", "authentic", "competency"]
    submit: bool
    session_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class CheckpointState(Shape):
    checkpoint_id: str
    learning_objective: str
    assessment_type: str
    trigger_object_name: str
    skill: str
    difficulty: float | None
    begun: bool
    changed: bool
    needs_view: bool
    evaluation: EvaluationShape


@dataclass(frozen=True, kw_only=True)
class UnitObserved(Shape):
    unit_id: str
    checkpoints: Sequence[CheckpointState]
    activity: ObservedActivitySums
    ended: Sequence[EndedTry]
    steps: Sequence[EndedStep] = ()
    not_begun: Sequence[str]
    unit_checkpoints: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ObserveUnit(Command):
    NAME: ClassVar[str] = "observe_unit"

    session_id: str
    submit: bool


@dataclass(frozen=True, kw_only=True)
class HintShownInScene(Shape):
    unit_id: str
    level: int
    last_level: bool
    text: str = ""
    hints_shown: int = 0
    learning_objective: str = ""


@dataclass(frozen=True, kw_only=True)
class ShowHint(Command):
    NAME: ClassVar[str] = "show_hint"

    session_id: str
    level: int | None = None
