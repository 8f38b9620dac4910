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
