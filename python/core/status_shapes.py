"""What the engine says of itself. Made from descriptions in native/host.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from .shape import Shape


@dataclass(frozen=True, kw_only=True)
class ServerStatus(Shape):
    running: bool = False
    port: int = 0
    url: str = ""
    socket: str = ""
    line_port: int = 0
    token_file: str = ""
    http_problem: str = ""
    socket_problem: str = ""
    clients: int = 0
    requests: int = 0
    last_tool: str = ""
    idle_seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Notice(Shape):
    text: str
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordStatus(Shape):
    path: str = ""
    state: Literal["closed", "opening", "open", "spill", "read_only", "memory"] = "closed"
    events: int = 0
    pending: int = 0
    memory_only: int = 0
    problem: str = ""
    remedy: str = ""
    notices: Sequence[Notice] = ()
    undeleted_traces: str = ""


@dataclass(frozen=True, kw_only=True)
class Status(Shape):
    server: ServerStatus
    record: RecordStatus
    waiting: int = 0


@dataclass(frozen=True, kw_only=True)
class EventCount(Shape):
    events: int


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
