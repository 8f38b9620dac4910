"""The commands to the window and their replies. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from .shape import Command, Shape


@dataclass(frozen=True, kw_only=True)
class LessonChanged(Shape):
    unit_id: str = ""
    scene_name: str = ""
    checkpoint_id: str = ""
    changed: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class FixFinding(Command):
    NAME: ClassVar[str] = "fix_finding"

    kind: Literal["prerequisite_missing", "prerequisite_cycle", "prerequisite_without_goal", "unit_without_goal", "goal_broken", "goal_object_gone", "goal_true_at_start", "margin_too_fine", "no_hint", "objective_without_goal", "title_empty", "text_too_long", "unit_id_shared", "checkpoint_id_shared", "library_missing"]
    unit_id: str = ""
    scene_name: str = ""
    object_name: str = ""


@dataclass(frozen=True, kw_only=True)
class LessonPacked(Shape):
    path: str
    size_bytes: int


@dataclass(frozen=True, kw_only=True)
class PackLesson(Command):
    NAME: ClassVar[str] = "pack_lesson"

    file_name: str
    even_so: bool


@dataclass(frozen=True, kw_only=True)
class ExampleLessonHere(Shape):
    lesson: str
    title: str
    description: str
    units: int


@dataclass(frozen=True, kw_only=True)
class LessonFileHere(Shape):
    file_name: str
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class LessonsListed(Shape):
    folder: str
    examples: Sequence[ExampleLessonHere]
    files: Sequence[LessonFileHere]


@dataclass(frozen=True, kw_only=True)
class ListLessons(Command):
    NAME: ClassVar[str] = "list_lessons"



@dataclass(frozen=True, kw_only=True)
class LessonOpened(Shape):
    path: str
    unit_ids: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class OpenLesson(Command):
    NAME: ClassVar[str] = "open_lesson"

    file_name: str


@dataclass(frozen=True, kw_only=True)
class AddExampleLesson(Command):
    NAME: ClassVar[str] = "add_example_lesson"

    lesson: str


@dataclass(frozen=True, kw_only=True)
class UpdateLessonDetails(Command):
    NAME: ClassVar[str] = "update_lesson_details"

    title: str | None = None
    author: str | None = None
    licence: str | None = None
    languages: Sequence[str] | None = None


@dataclass(frozen=True, kw_only=True)
class UpdateUnit(Command):
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
class CaptureUnitStart(Command):
    NAME: ClassVar[str] = "capture_unit_start"

    unit_id: str


@dataclass(frozen=True, kw_only=True)
class RemoveUnit(Command):
    NAME: ClassVar[str] = "remove_unit"

    unit_id: str


@dataclass(frozen=True, kw_only=True)
class OrderUnits(Command):
    NAME: ClassVar[str] = "order_units"

    unit_ids: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ArrangeCurriculum(Command):
    NAME: ClassVar[str] = "arrange_curriculum"

    places: Mapping[str, Sequence[float]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class UpdateGoal(Command):
    NAME: ClassVar[str] = "update_goal"

    checkpoint_id: str
    learning_objective: str | None = None
    assessment_type: Literal["formative", "authentic", "competency"] | None = None
    trigger_conditions: Any | None = None
    skill: str | None = None
    difficulty: int | None = None
    hints: Sequence[str] | None = None


@dataclass(frozen=True, kw_only=True)
class RemoveGoal(Command):
    NAME: ClassVar[str] = "remove_goal"

    checkpoint_id: str


@dataclass(frozen=True, kw_only=True)
class OrderGoals(Command):
    NAME: ClassVar[str] = "order_goals"

    unit_id: str
    checkpoint_ids: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class MakeHints(Command):
    NAME: ClassVar[str] = "make_hints"

    checkpoint_id: str


@dataclass(frozen=True, kw_only=True)
class HintShape(Shape):
    kind: Literal["frame", "arrow", "ghost"]
    level: int
    begin_m: Sequence[float] | None = None
    end_m: Sequence[float] | None = None
    thickness_m: float | None = None
    object: str | None = None
    location_m: Sequence[float] | None = None
    rotation: Sequence[float] | None = None
    scale: Sequence[float] | None = None


@dataclass(frozen=True, kw_only=True)
class SetHintShapes(Command):
    NAME: ClassVar[str] = "set_hint_shapes"

    checkpoint_id: str
    shapes: Sequence[HintShape]


@dataclass(frozen=True, kw_only=True)
class UnitPaused(Shape):
    unit_id: str
    paused: bool


@dataclass(frozen=True, kw_only=True)
class PauseUnit(Command):
    NAME: ClassVar[str] = "pause_unit"

    session_id: str
    paused: bool


@dataclass(frozen=True, kw_only=True)
class ReportWritten(Shape):
    text: str


@dataclass(frozen=True, kw_only=True)
class WriteReport(Command):
    NAME: ClassVar[str] = "write_report"

    format: Literal["html", "csv", "json"]
    contents: Literal["learners", "figures"]
    learner_ids: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class RecordingPaused(Shape):
    recording: Literal["off", "on", "paused"]


@dataclass(frozen=True, kw_only=True)
class PauseTraces(Command):
    NAME: ClassVar[str] = "pause_traces"

    paused: bool
