"""The arguments of the tools with the scope lessons:write. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..scene_shapes import (
    UnitData,
    SceneConfiguration,
    AssessmentConfig,
    SpatialConfiguration,
)
from ..window_shapes import (
    HintShape,
)
from ..replies.lessons_write import (
    CheckLessonReply,
    LessonChangedReply,
    SaveLessonReply,
    PackLessonReply,
    OpenLessonReply,
    ProcessKnowledgeModelReply,
    CreateKnowledgeNodeReply,
    CreateTriggerReply,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class CheckLessonArguments(ToolArguments[CheckLessonReply]):
    NAME: ClassVar[str] = "check_lesson"

    unit_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class FixFindingArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "fix_finding"

    kind: Literal["prerequisite_missing", "prerequisite_cycle", "prerequisite_without_goal", "unit_without_goal", "goal_broken", "goal_object_gone", "goal_true_at_start", "margin_too_fine", "no_hint", "objective_without_goal", "title_empty", "text_too_long", "unit_id_shared", "checkpoint_id_shared", "library_missing"]
    unit_id: str = ""
    scene_name: str = ""
    object_name: str = ""


@dataclass(frozen=True, kw_only=True)
class SaveLessonArguments(ToolArguments[SaveLessonReply]):
    NAME: ClassVar[str] = "save_lesson"

    file_name: str | None = None


@dataclass(frozen=True, kw_only=True)
class PackLessonArguments(ToolArguments[PackLessonReply]):
    NAME: ClassVar[str] = "pack_lesson"

    file_name: str
    even_so: bool = False


@dataclass(frozen=True, kw_only=True)
class OpenLessonArguments(ToolArguments[OpenLessonReply]):
    NAME: ClassVar[str] = "open_lesson"

    file_name: str


@dataclass(frozen=True, kw_only=True)
class AddExampleLessonArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "add_example_lesson"

    lesson: str


@dataclass(frozen=True, kw_only=True)
class UpdateLessonDetailsArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "update_lesson_details"

    title: str | None = None
    author: str | None = None
    licence: str | None = None
    languages: Sequence[str] | None = None


@dataclass(frozen=True, kw_only=True)
class ProcessKnowledgeModelArguments(ToolArguments[ProcessKnowledgeModelReply]):
    NAME: ClassVar[str] = "process_knowledge_model"

    domain_id: str
    content_architecture: Any


@dataclass(frozen=True, kw_only=True)
class CreateKnowledgeNodeArguments(ToolArguments[CreateKnowledgeNodeReply]):
    NAME: ClassVar[str] = "create_blender_knowledge_node"

    unit_data: UnitData
    scene_configuration: SceneConfiguration


@dataclass(frozen=True, kw_only=True)
class UpdateUnitArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "update_unit"

    unit_id: str
    title: str | None = None
    instructions: str | None = None
    learning_objectives: Sequence[str] | None = None
    prerequisite_units: Sequence[str] | None = None
    estimated_duration: str | None = None
    learning_event: Literal["onboarding", "introduction", "practice", "application", "mastery"] | None = None
    hints: Sequence[str] | None = None
    module: str | None = None
    adaptation_optional: bool | None = None


@dataclass(frozen=True, kw_only=True)
class CaptureUnitStartArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "capture_unit_start"

    unit_id: str


@dataclass(frozen=True, kw_only=True)
class RemoveUnitArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "remove_unit"

    unit_id: str


@dataclass(frozen=True, kw_only=True)
class OrderUnitsArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "order_units"

    unit_ids: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ArrangeCurriculumArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "arrange_curriculum"

    places: Mapping[str, Sequence[float]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CreateTriggerArguments(ToolArguments[CreateTriggerReply]):
    NAME: ClassVar[str] = "create_assessment_trigger"

    assessment_config: AssessmentConfig
    spatial_configuration: SpatialConfiguration


@dataclass(frozen=True, kw_only=True)
class UpdateGoalArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "update_goal"

    checkpoint_id: str
    learning_objective: str | None = None
    assessment_type: Literal["formative", "authentic", "competency"] | None = None
    trigger_conditions: Any | None = None
    skill: str | None = None
    difficulty: int | None = None
    hints: Sequence[str] | None = None


@dataclass(frozen=True, kw_only=True)
class RemoveGoalArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "remove_goal"

    checkpoint_id: str


@dataclass(frozen=True, kw_only=True)
class OrderGoalsArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "order_goals"

    unit_id: str
    checkpoint_ids: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class MakeHintsArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "make_hints"

    checkpoint_id: str


@dataclass(frozen=True, kw_only=True)
class SetHintShapesArguments(ToolArguments[LessonChangedReply]):
    NAME: ClassVar[str] = "set_hint_shapes"

    checkpoint_id: str
    shapes: Sequence[HintShape]
