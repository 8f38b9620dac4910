"""What the native engine says about itself, as typed values."""

import json
from dataclasses import dataclass, field
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
        last_tool: Name of the tool that was called last.
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


@dataclass(frozen=True)
class RecordStatus:
    """The sealed record of learning.

    Attributes:
        path: File of the record.
        events: Number of events on disk.
        pending: Number of events that wait for the disk.
        problem: Why nothing can be written now; empty when all is well.
        recovered: What was done on opening a damaged record; empty when it was whole.
    """

    path: str = ""
    events: int = 0
    pending: int = 0
    problem: str = ""
    recovered: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether it has been opened, or is known not to open; false in an engine's first moments."""
        return bool(self.path or self.problem)


@dataclass(frozen=True)
class Status:
    """Server, record and the queue to the main thread."""

    server: ServerStatus = field(default_factory=ServerStatus)
    record: RecordStatus = field(default_factory=RecordStatus)
    waiting: int = 0
    in_flight: int = 0


def parse_status(status_json: str) -> Status:
    """Read the native engine's status; keys of a newer engine are passed over."""
    document = json.loads(status_json)
    queue = document.get("queue", {})
    return Status(
        server=ServerStatus(**_known(ServerStatus, document.get("server", {}))),
        record=_record_status(document.get("record", {})),
        waiting=queue.get("waiting", 0),
        in_flight=queue.get("in_flight", 0),
    )


def _record_status(document: dict[str, Any]) -> RecordStatus:
    recovery = document.get("recovered")
    text = recovery_text(recovery) if isinstance(recovery, dict) else ""
    return RecordStatus(**{**_known(RecordStatus, document), "recovered": text})


def recovery_text(recovery: dict[str, Any]) -> str:
    """Say what was done about a damaged record; nothing of it was overwritten."""
    kept = f" The damaged file is kept as {recovery['kept_as']}." if recovery.get("kept_as") else ""
    return (
        f"The record was damaged at entry {recovery.get('damaged_at_sequence', '?')}: "
        f"{recovery.get('what', 'unknown damage')}. "
        f"{recovery.get('events', 0)} events before it are whole.{kept}"
    )


def _known(kind: type, values: dict[str, Any]) -> dict[str, Any]:
    names = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return {key: value for key, value in values.items() if key in names and value is not None}
