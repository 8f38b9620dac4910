"""The arguments of the tools with the scope lessons:read. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..replies.lessons_read import (
    GetLessonReply,
    ListLessonsReply,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class GetLessonArguments(ToolArguments[GetLessonReply]):
    NAME: ClassVar[str] = "get_lesson"

    unit_id: str | None = None
    learner_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class ListLessonsArguments(ToolArguments[ListLessonsReply]):
    NAME: ClassVar[str] = "list_lessons"

