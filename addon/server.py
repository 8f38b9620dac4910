"""Starting and stopping the server: the same for the operator, the CLI and the start with a file."""

import logging
import os

import bpy

from . import data_folder, preferences, session
from .core import errors, run_folder
from .core.run_folder import RunFolder
from .core.status import ServerStatus

_log = logging.getLogger(__name__)
_folder: RunFolder | None = None
_is_wished = False


def start(port: int) -> ServerStatus:
    """Start serving; one that is running goes on.

    Raises:
        MallocVrError: Nothing could be served.
    """
    global _folder
    engine = session.engine()
    status = engine.status()
    if status.server.running:
        return status.server
    base = data_folder.scratch_folder()
    run_folder.remove_stale(base, os.environ)
    try:
        _folder = run_folder.choose(base, os.getpid(), os.environ)
    except OSError as error:
        raise errors.refusal(
            "STORAGE_UNAVAILABLE",
            f"There is no place for the server's socket: {error}.",
            remedy=f"See whether {base} can be written.",
        ) from error
    engine.start_server(port, _folder.path)
    status = engine.status()
    session.show_status(status)
    return status.server


def stop() -> None:
    """Stop serving and remove the socket's folder. Twice is once."""
    global _folder
    engine = session.opened()
    if engine is not None:
        engine.stop_server()
        session.show_status(engine.status())
    if _folder is not None:
        _folder.remove()
    _folder = None


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
        session.show_problem(error.message, error.remedy)
