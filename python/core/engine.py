"""The facade of the native engine: what operators, the pump and the CLI call."""

import json
import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from malloc_vr_native import Engine as NativeEngine
from malloc_vr_native import LocalReply, SceneRequest, log_to_file

from .errors import MallocVrError, refusal
from .serving import Runner, serve
from .status import ServerStatus, Status, parse_status

CALL_LIMIT_SECONDS = 30.0
"""How long an operator waits for its tool; the record's disk is the slowest part of it."""

_SLICE_SECONDS = 0.05  # of waiting, so that Ctrl-C and the limit are noticed

_log = logging.getLogger(__name__)


class _Posted(NamedTuple):
    tool: str
    on_result: Callable[[dict[str, Any]], None]
    on_refusal: Callable[[MallocVrError], None] | None


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
        self._posted: dict[int, _Posted] = {}

    def call(self, tool: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Call a tool as a client would, running its scene commands here and now.

        Returns:
            The tool's result.

        Raises:
            MallocVrError: The tool's refusal, of the class that belongs to its code.
        """
        return self._wait_for(self._native.call(tool, _to_json(arguments)), tool)

    def _wait_for(self, call_id: int, what: str) -> dict[str, Any]:
        deadline = self._clock() + CALL_LIMIT_SECONDS
        while self._clock() < deadline:
            item = self._native.take(_SLICE_SECONDS, local_only=True)
            if item is None:
                continue
            if not isinstance(item, LocalReply):
                serve(self._native, item, self._run)
            elif item.call_id == call_id:
                return _result(item)
            else:
                self._deliver(item)
        raise refusal(
            "BLENDER_BUSY",
            f"{what} did not answer within {CALL_LIMIT_SECONDS:.0f} seconds.",
            remedy="Try again; if it stays so, look at the disk that holds the record.",
        )

    def post(
        self,
        tool: str,
        arguments: Mapping[str, Any],
        on_result: Callable[[dict[str, Any]], None],
        on_refusal: Callable[[MallocVrError], None] | None = None,
    ) -> None:
        """Call a tool without waiting; `take` or another `call` hands over how it ended.

        Args:
            on_result: Gets the tool's result.
            on_refusal: Gets the tool's refusal; without it a refusal is logged.
        """
        call_id = self._native.call(tool, _to_json(arguments))
        self._posted[call_id] = _Posted(tool, on_result, on_refusal)

    @property
    def has_posted(self) -> bool:
        """Whether the end of a posted call is still to come."""
        return bool(self._posted)

    def take(self, patience_seconds: float) -> SceneRequest | None:
        """The next scene request; waits at most `patience_seconds` for a client's, GIL-free.

        Ends of posted calls that came by now are handed over first.
        """
        while self._posted:
            item = self._native.take(0.0, local_only=True)
            if item is None:
                break
            if not isinstance(item, LocalReply):
                posted: SceneRequest = item  # a posted call wants something of the scene
                return posted
            self._deliver(item)
        request: SceneRequest | LocalReply | None = self._native.take(patience_seconds)
        return request if isinstance(request, SceneRequest) else None

    def serve(self, request: SceneRequest) -> None:
        """Run a request that was taken and answer it, exactly once."""
        serve(self._native, request, self._run)

    def start_server(self, port: int, run_folder: Path) -> ServerStatus:
        """Start serving; with `http_problem` set, only the local socket is served.

        Args:
            port: TCP port on loopback; 0 takes any free one.
            run_folder: Private folder for the socket.
        """
        self._native.start_server(port, str(run_folder))
        return self.status().server

    def renew_token(self) -> None:
        """Make a new token: a client's configuration that was copied before opens nothing any more.

        Raises:
            StorageUnavailable: The file cannot be written; the old token stays good.
        """
        self._native.renew_token()

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

        Waits for it, with the GIL released; `post_export` does not.

        Returns:
            How many events.

        Raises:
            Conflict: There is no record.
            StorageUnavailable: The file cannot be written.
        """
        return _events(self._wait_for(self._native.export_events(str(path)), "the export"))

    def post_export(
        self,
        path: Path,
        on_result: Callable[[dict[str, Any]], None],
        on_refusal: Callable[[MallocVrError], None] | None = None,
    ) -> None:
        """Begin an export; `on_result` gets `{"events": int}` when it is whole, as with `post`."""
        call_id = self._native.export_events(str(path))
        self._posted[call_id] = _Posted("the export", on_result, on_refusal)

    def import_vault(self, folder: Path) -> int:
        """Add the learners of another record, with all of their events, to this one.

        Events that are here already are passed over, so a second time adds nothing. Waits for it,
        with the GIL released.

        Returns:
            How many events were added.

        Raises:
            Conflict: There is no record to add to.
            Locked: Another program holds the other one.
            Unauthorized: The other record does not open with the key beside it.
        """
        return _events(self._wait_for(self._native.import_vault(str(folder)), "the other record"))

    def close(self) -> None:
        """Stop the threads in order, within a bound. Calling it twice is fine.

        Posted calls whose end did not come by then are given up.
        """
        self._posted.clear()
        self._native.close()

    def _deliver(self, reply: LocalReply) -> None:
        posted = self._posted.pop(reply.call_id, None)
        if posted is None:
            return  # of a call that was given up after its limit
        try:
            result = _result(reply)
        except MallocVrError as error:
            if posted.on_refusal is not None:
                posted.on_refusal(error)
            else:
                _log.warning("%s was refused: %s", posted.tool, error)
            return
        posted.on_result(result)


def start_log(path: Path) -> None:
    """Write the program's log to `path` from now on; it holds no learner's content.

    The file is renamed and begun anew at 1 MiB, and three old ones are kept.

    Raises:
        OSError: The folder cannot be made.
        MallocVrError: The file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    log_to_file(str(path))


def _to_json(arguments: Mapping[str, Any]) -> str:
    try:
        return json.dumps(arguments, allow_nan=False)
    except ValueError as error:
        raise refusal("VALIDATION_ERROR", f"A number is not finite: {error}.") from error


def _events(result: dict[str, Any]) -> int:
    count: int = result["events"]
    return count


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


def stop_log() -> None:
    """Close the log's file: whoever removes the add-on can remove it then."""
    log_to_file("")
