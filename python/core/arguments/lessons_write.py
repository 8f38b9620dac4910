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
from ..replies.lessons_write import (
    CheckLessonReply,
    SaveLessonReply,
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
class SaveLessonArguments(ToolArguments[SaveLessonReply]):
    NAME: ClassVar[str] = "save_lesson"

    file_name: str | None = None


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
class CreateTriggerArguments(ToolArguments[CreateTriggerReply]):
    NAME: ClassVar[str] = "create_assessment_trigger"

    assessment_config: AssessmentConfig
    spatial_configuration: SpatialConfiguration
