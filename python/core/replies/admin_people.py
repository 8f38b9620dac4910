"""The replies of the tools with the scope admin:people. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class DeleteLearnerReply(Shape):
    status: Literal["deleted"]
    learner_id: str
