"""The facade of the native engine: what operators, the pump and the CLI call."""

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from malloc_vr_native import Engine as NativeEngine
from malloc_vr_native import LocalReply, SceneRequest

from .errors import refusal
from .serving import Runner, serve
from .status import ServerStatus, Status, parse_status

CALL_LIMIT_SECONDS = 30.0
"""How long an operator waits for its tool; the record's disk is the slowest part of it."""

_SLICE_SECONDS = 0.05  # of waiting, so that Ctrl-C and the limit are noticed


class Engine:
    """One open engine with its record.

    Thread: main only.
    """

    def __init__(
        self,
        folder: Path,
        blender_version: str,
        run: Runner,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open the record in `folder`. A record that cannot be written is no error: see `status`.

        Args:
            folder: Where the record lives; made if it is missing.
            blender_version: Told to clients in `serverInfo`.
            run: Executes scene commands.
            clock: Seconds, monotonic.
        """
        self._native = NativeEngine(str(folder), blender_version)
        self._run = run
        self._clock = clock

    def call(self, tool: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Call a tool as a client would, running its scene commands here and now.

        Returns:
            The tool's result.

        Raises:
            MallocVrError: The tool's refusal, of the class that belongs to its code.
        """
        call_id = self._native.call(tool, _to_json(arguments))
        deadline = self._clock() + CALL_LIMIT_SECONDS
        while self._clock() < deadline:
            item = self._native.take(_SLICE_SECONDS, local_only=True)
            if item is None:
                continue
            if not isinstance(item, LocalReply):
                serve(self._native, item, self._run)
            elif item.call_id == call_id:  # the reply to a call given up before is passed over
                return _result(item)
        raise refusal(
            "BLENDER_BUSY",
            f"{tool} did not answer within {CALL_LIMIT_SECONDS:.0f} seconds.",
            remedy="Try again; if it stays so, look at the disk that holds the record.",
        )

    def take(self, patience_seconds: float) -> SceneRequest | None:
        """The next scene request of any client; waits at most `patience_seconds`, GIL-free."""
        item = self._native.take(patience_seconds)
        return None if isinstance(item, LocalReply) else item  # of a call given up before

    def serve(self, request: SceneRequest) -> None:
        """Run a request that was taken and answer it, exactly once."""
        serve(self._native, request, self._run)

    def start_server(self, port: int, run_folder: Path) -> ServerStatus:
        """Start serving; with `http_problem` set, only the local socket is served.

        Args:
            port: TCP port on loopback; 0 takes any free one.
            run_folder: Private folder for the socket and the token file.
        """
        self._native.start_server(port, str(run_folder))
        return self.status().server

    def stop_server(self) -> None:
        """Stop serving; what waits is answered with SHUTTING_DOWN. Calling it twice is fine."""
        self._native.stop_server()

    def status(self) -> Status:
        """Say how server, record and queue are now; takes microseconds and waits for nothing."""
        return parse_status(self._native.status_json())

    def set_activity(self, what: str) -> None:
        """Tell waiting clients what the main thread is about to be busy with; "" ends it."""
        self._native.set_activity(what)

    def export_events(self, path: Path) -> int:
        """Write every event of the record, opened, to `path` (for this user only), one a line.

        Returns:
            How many events.

        Raises:
            Conflict: There is no record.
            Tampered: An event does not open.
            StorageUnavailable: The file cannot be written.
        """
        return self._native.export_events(str(path))

    def close(self) -> None:
        """Stop the threads in order, within a bound. Calling it twice is fine."""
        self._native.close()


def _to_json(arguments: Mapping[str, Any]) -> str:
    try:
        return json.dumps(arguments, allow_nan=False)
    except ValueError as error:
        raise refusal("VALIDATION_ERROR", f"A number is not finite: {error}.") from error


def _result(reply: LocalReply) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(reply.payload_json)
    if reply.ok:
        return payload
    raise refusal(
        payload.get("code", "SERVER_ERROR"),
        payload.get("message", "The tool failed without a reason."),
        payload.get("field", ""),
        payload.get("remedy", ""),
    )
