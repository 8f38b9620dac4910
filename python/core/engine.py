# Over 250 lines: one class, with a method for each function of the native engine.
"""The facade of the native engine: what operators, the pump and the CLI call."""

import logging
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from malloc_vr_native import Engine as NativeEngine
from malloc_vr_native import SceneRequest, ViewportWatch

from . import replies
from .errors import MallocVrError, rejection
from .said import say
from .serving import Runner, WindowCall, reply_of
from .shape import Command, Reply, Shape, ToolArguments
from .status import EventCount, ServerStatus, Status

CALL_LIMIT_SECONDS = 30.0
"""How long an export or import is waited for."""

_SLICE_SECONDS = 0.05  # of waiting, so that Ctrl-C and the limit are noticed

_log = logging.getLogger(__name__)


class _Posted(NamedTuple):
    what: str
    on_result: Callable[[Any], None]
    on_error: Callable[[MallocVrError], None] | None


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
            blender_version: Reported to clients in `serverInfo`.
            run: Executes scene commands.
            clock: Seconds, monotonic.
        """
        self._native = NativeEngine(str(folder), blender_version)
        self._run = run
        self._clock = clock
        self._posted: dict[int, _Posted] = {}
        self._answers: list[tuple[SceneRequest, Callable[[], None]]] = []

    def call(self, arguments: ToolArguments[Reply]) -> Reply:
        """Call the tool that these arguments are of; what it wants of the scene is done here and now.

        Raises:
            MallocVrError: Why nothing was done, of the class that belongs to its code.
        """
        reply: Reply = self._native.call(arguments.NAME, arguments, self._run_here)
        return reply

    def _run_here(self, command: Command) -> Shape:
        return reply_of(self._run, command, WindowCall())

    def post(
        self,
        arguments: ToolArguments[Reply],
        on_result: Callable[[Reply], None],
        on_error: Callable[[MallocVrError], None] | None = None,
    ) -> None:
        """Call a tool that needs no scene without waiting; `take` hands over how it ended.

        Args:
            on_error: Gets why there is none; without it that is logged.
        """
        call_id = self._native.post(arguments.NAME, arguments)
        self._posted[call_id] = _Posted(arguments.NAME, on_result, on_error)

    @property
    def has_posted(self) -> bool:
        """Whether the end of a posted call is still to come."""
        return bool(self._posted)

    def take(self, patience_seconds: float) -> SceneRequest | None:
        """The next request of a client; waits at most `patience_seconds` for one, GIL-free.

        Ends of posted calls that came by now are handed over first.
        """
        while self._posted and (ended := self._native.take_completion(0.0)) is not None:
            self._deliver(*ended)
        request: SceneRequest | None = self._native.take(patience_seconds)
        return request

    def serve(self, request: SceneRequest) -> None:
        """Run a request that was taken; `hand_in` gives its caller the answer."""
        try:
            reply = reply_of(self._run, request.command, request)
        except MallocVrError as error:
            answer = partial(self._reject, request, error)
        else:
            answer = partial(self._native.answer, request, reply)
        self._answers.append((request, answer))

    def hand_in(self) -> None:
        """Answer what was served since the last time, each exactly once, whatever is in it."""
        answers, self._answers = self._answers, []
        for request, answer in answers:
            try:
                answer()
            except Exception as error:
                _log.exception("An answer of the scene could not be handed in")
                text = say(
                    "The scene's answer could not be read: {problem}.", problem=type(error).__name__
                )
                self._reject(request, rejection("SERVER_ERROR", text))

    def _reject(self, request: SceneRequest, error: MallocVrError) -> None:
        self._native.reject(request.id, error.code, error.message, error.field, error.remedy)

    def publish_lesson(self, lesson: replies.Lesson) -> None:
        """Have reading tools say this of the open file from now on."""
        self._native.publish_lesson(lesson)

    def set_running_unit(self, title: str) -> None:
        """Have clients' authoring wait while somebody works in the unit of this title; "" ends it."""
        self._native.set_running_unit(title)

    def start_server(self, port: int, run_folder: Path) -> ServerStatus:
        """Start serving; with `http_problem` set, only lines are served.

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
        """Stop serving; what waits is answered with SHUTTING_DOWN. Idempotent."""
        self._native.stop_server()

    def status(self) -> Status:
        """Say how server, record and queue are now; takes microseconds and waits for nothing."""
        status: Status = self._native.status()
        return status

    def set_activity(self, what: str) -> None:
        """Tell waiting clients what the main thread is about to be busy with; "" ends it."""
        self._native.set_activity(what)

    def export_events(self, path: Path) -> int:
        """Write every event of the record, opened, to `path` (for this user only), one a line.

        Waits for it, with the GIL released.

        Returns:
            How many events.

        Raises:
            Conflict: There is no record.
            StorageUnavailable: The file cannot be written.
        """
        return self._events_of(self._native.export_events(str(path)))

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
        return self._events_of(self._native.import_vault(str(folder)))

    def add_trace(self, watch: ViewportWatch) -> bool:
        """Keep what a watch traced since the last time, if its learner agreed; waits for nothing.

        Returns:
            Whether there was something to keep.
        """
        had_samples: bool = self._native.add_trace(watch)
        return had_samples

    def close(self) -> None:
        """Stop the threads in order, within a bound. Idempotent.

        Posted calls whose end did not come by then are given up.
        """
        self._posted.clear()
        self._native.close()

    def _events_of(self, call_id: int) -> int:
        """Wait for the end of an export or import; others that end meanwhile are handed over."""
        deadline = self._clock() + CALL_LIMIT_SECONDS
        counted: list[int] = []
        failed: list[MallocVrError] = []
        self._posted[call_id] = _Posted(
            "the record", lambda result: counted.append(result.events), failed.append
        )
        while self._clock() < deadline:
            ended = self._native.take_completion(_SLICE_SECONDS)
            if ended is not None:
                self._deliver(*ended)
            if counted:
                return counted[0]
            if failed:
                raise failed[0]
        self._posted[call_id] = _Posted("the record", _note_late_end, None)
        raise rejection(
            "BLENDER_BUSY",
            say(
                "The record is still at work on it after {limit} seconds.",
                limit=f"{CALL_LIMIT_SECONDS:.0f}",
            ),
            remedy="It goes on by itself: look again later, and at the disk if that is slow.",
        )

    def _deliver(self, call_id: int, outcome: Shape | MallocVrError) -> None:
        posted = self._posted.pop(call_id, None)
        if posted is None:
            return  # of before the engine was closed
        if not isinstance(outcome, MallocVrError):
            posted.on_result(outcome)
        elif posted.on_error is not None:
            posted.on_error(outcome)
        else:
            _log.warning("%s failed: %s", posted.what, outcome)


def _note_late_end(count: EventCount) -> None:
    _log.info("The record has done what took it so long: %d events", count.events)
