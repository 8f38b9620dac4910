"""The arguments of the tools about consent. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..replies.consent import (
    SessionTrace,
    GetConsentReply,
    GiveConsentReply,
    WithdrawConsentReply,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class SessionReplayArguments(ToolArguments[SessionTrace]):
    NAME: ClassVar[str] = "get_session_replay"

    session_id: str
    from_seconds: float = 0.0
    most_samples: int = 600


@dataclass(frozen=True, kw_only=True)
class GetConsentArguments(ToolArguments[GetConsentReply]):
    NAME: ClassVar[str] = "get_consent"

    learner_id: str


@dataclass(frozen=True, kw_only=True)
class GiveConsentArguments(ToolArguments[GiveConsentReply]):
    NAME: ClassVar[str] = "give_consent"

    learner_id: str
    purpose: Literal["viewport_traces"]
    text_version: int


@dataclass(frozen=True, kw_only=True)
class WithdrawConsentArguments(ToolArguments[WithdrawConsentReply]):
    NAME: ClassVar[str] = "withdraw_consent"

    learner_id: str
    purpose: Literal["viewport_traces"]
    text_version: int
