"""The replies of the tools about consent. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class ReplayView(Shape):
    place_m: Sequence[float]
    rotation: Sequence[float]
    vertical_fov_rad: float
    parallel_height_m: float


@dataclass(frozen=True, kw_only=True)
class ReplayPart(Shape):
    name: str
    uuid: str
    is_there: bool
    place_m: Sequence[float]
    rotation: Sequence[float]


@dataclass(frozen=True, kw_only=True)
class ReplaySample(Shape):
    seconds: float
    sight: Literal["as_before", "view", "no_view", "not_watched"]
    view: ReplayView | None
    moved: Sequence[ReplayPart]


@dataclass(frozen=True, kw_only=True)
class SessionTrace(Shape):
    session_id: str
    samples: Sequence[ReplaySample]
    unreadable_chunks: int
    next_seconds: float | None


@dataclass(frozen=True, kw_only=True)
class ConsentState(Shape):
    purpose: Literal["viewport_traces"]
    answered: bool
    given: bool
    text_version: int | None
    since: str


@dataclass(frozen=True, kw_only=True)
class GetConsentReply(Shape):
    learner_id: str
    consents: Sequence[ConsentState]


@dataclass(frozen=True, kw_only=True)
class GiveConsentReply(Shape):
    status: Literal["given"]
    learner_id: str
    purpose: Literal["viewport_traces"]
    text_version: int
    given_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawConsentReply(Shape):
    status: Literal["withdrawn"]
    learner_id: str
    purpose: Literal["viewport_traces"]
    text_version: int
    withdrawn_timestamp: str
    recorded: bool
    pending: bool | None = None
    event_ids: Sequence[str]
    record_problem: str | None = None
