"""What the native engine says about itself, as typed values."""

import json
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


@dataclass(frozen=True)
class ServerStatus:
    """The MCP server, as it is now.

    Attributes:
        url: Streamable HTTP address, empty while HTTP is not served.
        socket: Path of the local socket.
        token_file: Path of the file that holds the token.
        http_problem: Why HTTP is not served although the server runs; empty when it is.
        socket_problem: Likewise for the local socket.
        clients: Number of connected clients.
        requests: Number of requests answered since the start.
        last_tool: Name of the tool that a client called last.
        idle_seconds: Time since the last request.
    """

    running: bool = False
    url: str = ""
    socket: str = ""
    token_file: str = ""
    http_problem: str = ""
    socket_problem: str = ""
    clients: int = 0
    requests: int = 0
    last_tool: str = ""
    idle_seconds: float = 0.0


class RecordState(Enum):
    """How far the sealed record is open."""

    CLOSED = "closed"  # nothing needed it yet
    OPENING = "opening"
    OPEN = "open"
    SPILL = "spill"  # another Blender has it; work is kept beside it and joined later
    READ_ONLY = "read_only"  # a newer program wrote it
    MEMORY = "memory"  # nothing reaches a disk


@dataclass(frozen=True)
class Notice:
    """Something about the record that a person should read once, and what to do about it."""

    text: str
    remedy: str = ""


@dataclass(frozen=True)
class RecordStatus:
    """The sealed record of learning.

    Attributes:
        path: File of the record.
        events: Number of events on disk.
        pending: Number of events that wait for the disk.
        memory_only: Number of events that no disk takes; they are lost when Blender ends.
        problem: Why nothing can be written now; empty when all is well.
        remedy: What to do about the problem.
        notices: What was found and done on opening it.
    """

    path: str = ""
    state: RecordState = RecordState.CLOSED
    events: int = 0
    pending: int = 0
    memory_only: int = 0
    problem: str = ""
    remedy: str = ""
    notices: tuple[Notice, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether it has been opened, or is known not to open."""
        return self.state not in {RecordState.CLOSED, RecordState.OPENING}

    @property
    def trouble(self) -> tuple[str, ...]:
        """What a person must know while work is not kept: why, how much, what to do; else empty."""
        if self.state is RecordState.MEMORY or self.memory_only:
            events = "1 event is" if self.memory_only == 1 else f"{self.memory_only} events are"
            much = f": {events} not on a disk" if self.memory_only else ""
            kept = f"You can go on, but work is only in memory now{much}."
            lost = "What is still in memory when Blender ends is lost."
            return tuple(text for text in (self.problem, kept, self.remedy, lost) if text)
        if self.state is RecordState.SPILL:
            kept = (
                "What you do is kept on this computer all the same, and joined to the record "
                "when the other program ends. What was learned before cannot be seen until then."
            )
            return tuple(text for text in (self.problem, kept) if text)
        if self.state is RecordState.READ_ONLY:
            kept = "You can look, but nothing that is done now is kept."
            return tuple(text for text in (self.problem, kept, self.remedy) if text)
        return tuple(text for text in (self.problem, self.remedy) if text)


@dataclass(frozen=True)
class Status:
    """Server, record and the queue to the main thread.

    Attributes:
        waiting: Requests that nobody has taken yet.
        log_file: Where the program's log is written; empty when it is not.
    """

    server: ServerStatus = field(default_factory=ServerStatus)
    record: RecordStatus = field(default_factory=RecordStatus)
    waiting: int = 0
    log_file: str = ""


def parse_status(status_json: str) -> Status:
    """Read the native engine's status; keys of a newer engine are passed over."""
    document = json.loads(status_json)
    return Status(
        server=ServerStatus(**_known(ServerStatus, document.get("server", {}))),
        record=_record_status(document.get("record", {})),
        waiting=document.get("queue", {}).get("waiting", 0),
        log_file=document.get("log_file") or "",
    )


def _record_status(document: dict[str, Any]) -> RecordStatus:
    notices = tuple(
        Notice(item["text"], item.get("remedy") or "") for item in document.get("notices") or ()
    )
    known = _known(RecordStatus, document)
    state = RecordState(document.get("state") or "closed")
    return RecordStatus(**{**known, "state": state, "notices": notices})


def _known(kind: type, values: dict[str, Any]) -> dict[str, Any]:
    names = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return {key: value for key, value in values.items() if key in names and value is not None}
