"""Running a scene command for whoever asked: the only place where its outcome becomes a reply."""

import json
import logging
from collections.abc import Callable
from typing import Any

from .errors import MallocVrError, refusal

Runner = Callable[..., dict[str, Any]]
"""`run(command, arguments, *, caller)` executes a scene command and returns its reply.

`caller` is the id of the client's principal, or `WINDOW`.
"""

WINDOW = ""
"""The caller of what somebody at this Blender's own window asked for."""

_log = logging.getLogger(__name__)


def reply_json(run: Runner, command: str, arguments_json: str, caller: str) -> str:
    """Run a scene command and write its reply.

    Thread: main.

    Raises:
        MallocVrError: Why nothing was done; what the command itself did not foresee is logged and
            becomes an internal error, so that it is its caller's answer and not Blender's crash.
    """
    try:
        reply = run(command, json.loads(arguments_json), caller=caller)
        return json.dumps(reply, allow_nan=False)
    except MallocVrError:
        raise
    except Exception as error:
        _log.exception("The scene command %s failed", command)
        text = f"{command} failed: {type(error).__name__}: {error}"
        raise refusal("SERVER_ERROR", text) from error
