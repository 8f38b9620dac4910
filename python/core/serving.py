"""Answering one scene request: the only place where a scene command's outcome becomes a reply."""

import json
import logging
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from .errors import MallocVrError

Runner = Callable[..., dict[str, Any]]
"""`run(command, arguments, *, local)` executes a scene command and returns its reply."""

_log = logging.getLogger(__name__)


class Request(Protocol):
    """What the native side wants done on the main thread."""

    @property
    def id(self) -> int:
        """Named in the reply."""

    @property
    def command(self) -> str:
        """Name of the scene command."""

    @property
    def arguments_json(self) -> str:
        """Its arguments, a JSON object."""

    @property
    def local(self) -> bool:
        """Whether an operator of this Blender asked, and not a client."""


class Desk(Protocol):
    """Where replies are handed in."""

    def answer(self, request_id: int, reply_json: str) -> None:
        """Hand in the reply of a command that was done."""

    def refuse(
        self, request_id: int, code: str, message: str, field: str = "", remedy: str = ""
    ) -> None:
        """Hand in why a command was not done."""


def serve(desk: Desk, request: Request, run: Runner) -> None:
    """Run the command of `request` and hand in exactly one reply, whatever the command does.

    Thread: main.
    """
    hand_in = _outcome(desk, request, run)
    try:
        hand_in()
    except MallocVrError as error:  # its caller no longer waits, which is no fault of the scene's
        _log.warning("The reply to %s came to nobody: %s", request.command, error)


def _outcome(desk: Desk, request: Request, run: Runner) -> Callable[[], None]:
    try:
        reply = run(request.command, json.loads(request.arguments_json), local=request.local)
        return partial(desk.answer, request.id, json.dumps(reply, allow_nan=False))
    except MallocVrError as error:
        return partial(
            desk.refuse, request.id, error.code, error.message, error.field, error.remedy
        )
    except Exception as error:  # a command's fault is its caller's answer, not Blender's crash
        _log.exception("The scene command %s failed", request.command)
        text = f"{request.command} failed: {type(error).__name__}: {error}"
        return partial(desk.refuse, request.id, "SERVER_ERROR", text)
