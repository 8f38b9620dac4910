"""Starting and stopping the server: the same for the operator, the CLI and the start with a file."""

import logging
import os
from pathlib import Path

import bpy

from .. import runtime
from ..core import errors, run_folder, served_port
from ..core.engine import Engine
from ..core.run_folder import RunFolder
from ..core.said import say
from ..core.status import ServerStatus
from ..lifetime import data_folder, preferences

_log = logging.getLogger(__name__)
_folder: RunFolder | None = None
_is_wished = False


def start(port: int) -> ServerStatus:
    """Start serving; one that is running goes on.

    Args:
        port: TCP port on loopback; 0 takes the one of the last time, else any free one.

    Raises:
        MallocVrError: Nothing could be served.
    """
    global _folder
    engine = runtime.engine()
    status = engine.status()
    if status.server.running:
        return status.server
    base = data_folder.scratch_folder()
    run_folder.remove_stale(base, os.environ)
    try:
        _folder = run_folder.choose(base, os.getpid(), os.environ)
    except OSError as error:
        raise errors.rejection(
            "STORAGE_UNAVAILABLE",
            say("There is no place for the server's socket: {error}.", error=error),
            remedy=say("See whether {base} can be written.", base=base),
        ) from error
    if port:
        engine.start_server(port, _folder.path)
    else:
        _start_on_kept_port(engine, _folder)
    status = engine.status()
    runtime.show_status(status)
    return status.server


def _start_on_kept_port(engine: Engine, folder: RunFolder) -> None:
    """Serve where clients were set up to look; elsewhere, and saying so, while that is taken."""
    kept_in = preferences.settings().folder
    kept = served_port.kept_port(kept_in)
    status = engine.start_server(kept, folder.path)
    if not kept:
        served_port.keep_port(kept_in, status.url)
    elif status.http_problem:
        engine.stop_server()
        status = engine.start_server(0, folder.path)
        runtime.show_problem(
            say(
                "Port {kept}, which clients of this computer were given, is taken, so the server is at {url} this time.",
                kept=kept,
                url=status.url,
            ),
            say(
                "Close the program that has it (it may be another Blender) and start the server again, "
                "or give clients the new address with Copy Client Configuration."
            ),
        )


def stop() -> None:
    """Stop serving and remove the socket's folder. Idempotent."""
    global _folder
    engine = runtime.opened()
    if engine is not None:
        engine.stop_server()
        runtime.show_status(engine.status())
    if _folder is not None:
        _folder.remove()
    _folder = None


def run_folder_now() -> Path | None:
    """Return the folder of the server that runs now."""
    return _folder.path if _folder is not None else None


def wish_for_start() -> None:
    """A file was opened: start at the next visit of the pump, if the user wants that."""
    global _is_wished
    _is_wished = preferences.settings().starts_with_file and not bpy.app.background


def start_if_wished() -> None:
    """Start once for each wish; a failure is shown, not repeated."""
    global _is_wished
    if not _is_wished:
        return
    _is_wished = False
    try:
        start(preferences.settings().port)
    except errors.MallocVrError as error:
        _log.warning("The server did not start with the file: %s", error)
        runtime.show_problem(error.message, error.remedy)
