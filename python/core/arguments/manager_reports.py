"""The arguments of the tools with the scope manager:reports. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..replies.manager_reports import (
    ExportClassReportReply,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class ExportClassReportArguments(ToolArguments[ExportClassReportReply]):
    NAME: ClassVar[str] = "export_class_report"

    format: Literal["html", "csv", "json"] = "html"
