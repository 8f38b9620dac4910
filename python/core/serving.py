"""Running a scene command for whoever asked: the only place that turns what it raises into a rejection."""

import logging
from collections.abc import Callable

from .errors import MallocVrError, rejection
from .shape import Command, Shape

Runner = Callable[..., Shape]
"""`run(command, *, caller)` executes a scene command and returns its reply.

`caller` is the id of the client's principal, or `WINDOW`.
"""

WINDOW = ""
"""The caller of what somebody at this Blender's own window asked for."""

_log = logging.getLogger(__name__)


def reply_of(run: Runner, command: Command, caller: str) -> Shape:
    """Run a scene command.

    Thread: main.

    Raises:
        MallocVrError: Why nothing was done; what the command itself did not foresee is logged and
            becomes an internal error, so that it is its caller's answer and not Blender's crash.
    """
    try:
        return run(command, caller=caller)
    except MallocVrError:
        raise
    except Exception as error:
        _log.exception("The scene command %s failed", command.NAME)
        text = f"{command.NAME} failed: {type(error).__name__}: {error}"
        raise rejection("SERVER_ERROR", text) from error
