"""Running a scene command for whoever asked: the only place that turns what it raises into a rejection."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from .errors import MallocVrError, rejection
from .shape import Command, Shape


class Call(Protocol):
    """Who asked for a scene command, and whether they still wait for it.

    Thread: main.
    """

    @property
    def caller(self) -> str:
        """Id of the principal that asked."""

    @property
    def is_from_window(self) -> bool:
        """Whether somebody at this Blender's own window asked."""

    @property
    def is_cancelled(self) -> bool:
        """Whether whoever asked waits no more: they cancelled it or went away."""


@dataclass(frozen=True)
class WindowCall:
    """The call of an operator, which waits for its end."""

    caller: str = "window"
    is_from_window: bool = True
    is_cancelled: bool = False


Runner = Callable[[Command, Call], Shape]
"""`run(command, call)` executes a scene command and returns its reply."""

_log = logging.getLogger(__name__)


def require_wanted(call: Call) -> None:
    """Reject what nobody waits for any more. For before the first change, never after it.

    Raises:
        Conflict: It was cancelled.
    """
    if call.is_cancelled:
        raise rejection(
            "CONFLICT", "The call was cancelled; nothing was changed.", remedy="Call again."
        )


def reply_of(run: Runner, command: Command, call: Call) -> Shape:
    """Run a scene command.

    Thread: main.

    Raises:
        MallocVrError: Why nothing was done; what the command itself did not foresee is logged and
            becomes an internal error, so that it is its caller's answer and not Blender's crash.
    """
    try:
        return run(command, call)
    except MallocVrError:
        raise
    except Exception as error:
        _log.exception("The scene command %s failed", command.NAME)
        text = f"{command.NAME} failed: {type(error).__name__}: {error}"
        raise rejection("SERVER_ERROR", text) from error
