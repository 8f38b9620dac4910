"""The arguments of the tools with the scope admin:people. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..replies.admin_people import (
    DeleteLearnerReply,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class DeleteLearnerArguments(ToolArguments[DeleteLearnerReply]):
    NAME: ClassVar[str] = "delete_learner"

    learner_id: str
    confirm_learner_id: str
