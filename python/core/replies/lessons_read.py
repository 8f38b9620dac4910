"""The replies of the tools with the scope lessons:read. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..window_shapes import (
    ExampleLessonHere,
    LessonFileHere,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class AuthoredTrigger(Shape):
    checkpoint_id: str
    trigger_object_name: str = ""
    assessment_type: str = ""
    learning_objective: str = ""
    trigger_conditions: Mapping[str, Any]
    skill: str = ""
    difficulty: float | None
    hints: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class AuthoredUnit(Shape):
    unit_id: str
    title: str = ""
    scene_name: str = ""
    uuid: str = ""
    learning_objectives: Sequence[str] = ()
    prerequisite_units: Sequence[str] = ()
    estimated_duration: str = ""
    learning_event: str = ""
    instructions: str = ""
    hints: Sequence[str] = ()
    triggers: Sequence[AuthoredTrigger] = ()


@dataclass(frozen=True, kw_only=True)
class ObjectiveLevel(Shape):
    objective: str
    level: str | None


@dataclass(frozen=True, kw_only=True)
class ObjectiveComplexity(Shape):
    level: str
    score: float
    objectives: Sequence[ObjectiveLevel]


@dataclass(frozen=True, kw_only=True)
class CurriculumUnitHere(Shape):
    unit_id: str
    scene_name: str | None
    objective_complexity: ObjectiveComplexity | None


@dataclass(frozen=True, kw_only=True)
class CurriculumHere(Shape):
    domain_id: str
    units: Sequence[CurriculumUnitHere]
    cross_references: Sequence[Any]


@dataclass(frozen=True, kw_only=True)
class GetLessonReply(Shape):
    file: str = ""
    dirty: bool = False
    units: Sequence[AuthoredUnit]
    order: Sequence[str]
    problems: Sequence[str] = ()
    curricula: Sequence[CurriculumHere]
    passed_units: Sequence[str] | None = None
    ready_units: Sequence[str] | None = None
    advised_first: Mapping[str, Sequence[str]] | None = None


@dataclass(frozen=True, kw_only=True)
class ListLessonsReply(Shape):
    folder: str
    examples: Sequence[ExampleLessonHere]
    files: Sequence[LessonFileHere]


@dataclass(frozen=True, kw_only=True)
class Lesson(Shape):
    file: str = ""
    dirty: bool = False
    units: Sequence[AuthoredUnit]
    order: Sequence[str]
    problems: Sequence[str] = ()
