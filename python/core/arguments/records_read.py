"""The arguments of the tools with the scope records:read. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..replies.records_read import (
    GetLearnerProfileReply,
    ListLearnersReply,
    ProgressReply,
    ClassOverviewReply,
    UnitWorkReply,
    ExportLearnersReportReply,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class GetLearnerProfileArguments(ToolArguments[GetLearnerProfileReply]):
    NAME: ClassVar[str] = "get_learner_profile"

    learner_id: str


@dataclass(frozen=True, kw_only=True)
class ListLearnersArguments(ToolArguments[ListLearnersReply]):
    NAME: ClassVar[str] = "list_learners"



@dataclass(frozen=True, kw_only=True)
class GetProgressArguments(ToolArguments[ProgressReply]):
    NAME: ClassVar[str] = "get_learner_progress"

    learner_id: str


@dataclass(frozen=True, kw_only=True)
class ClassOverviewArguments(ToolArguments[ClassOverviewReply]):
    NAME: ClassVar[str] = "get_class_overview"

    only_open_lesson: bool = False


@dataclass(frozen=True, kw_only=True)
class UnitWorkArguments(ToolArguments[UnitWorkReply]):
    NAME: ClassVar[str] = "get_unit_work"

    learner_id: str
    unit_id: str


@dataclass(frozen=True, kw_only=True)
class ExportLearnersReportArguments(ToolArguments[ExportLearnersReportReply]):
    NAME: ClassVar[str] = "export_learners_report"

    format: Literal["html", "csv", "json"] = "html"
