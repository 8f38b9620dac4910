"""The private folder that holds a running server's socket and token file.

Each process has its own, named by its id: a second Blender must not replace the first one's token.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

SOCKET_PATH_LIMIT_BYTES = 107
"""Longest path of a local socket on Linux: sun_path has 108 bytes with its closing zero (unix(7))."""

_LONGEST_NAME_BYTES = len("/mcp.sock")


def choose(base: Path, process_id: int, environment: Mapping[str, str]) -> Path:
    """Make a folder that only this user can enter and in which a socket's path is short enough.

    Args:
        base: The add-on's own folder, the first choice.
        process_id: Of this Blender.
        environment: Of the process; `XDG_RUNTIME_DIR` is the second choice.

    Raises:
        OSError: No folder could be made.
    """
    refused: OSError | None = None
    for parent in _parents(base, environment):
        folder = parent / str(process_id)
        if len(os.fsencode(folder)) + _LONGEST_NAME_BYTES > SOCKET_PATH_LIMIT_BYTES:
            continue
        try:
            return _private(folder)
        except OSError as error:  # a read-only profile is no reason not to serve
            refused = error
    try:
        return Path(tempfile.mkdtemp(prefix="malloc_vr-"))  # 0700 by its contract
    except OSError as error:
        raise (refused or error) from error


def remove(folder: Path) -> None:
    """Remove a run folder with what a killed server may have left in it."""
    shutil.rmtree(folder, ignore_errors=True)


def remove_stale(base: Path, environment: Mapping[str, str]) -> None:
    """Remove the folders of processes that are no more."""
    for parent in _parents(base, environment):
        for folder in parent.glob("*"):
            if folder.name.isdecimal() and not _alive(int(folder.name)):
                remove(folder)


def _parents(base: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    yield base / "run"
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if runtime:
        yield Path(runtime) / "malloc_vr"


def _alive(process_id: int) -> bool:
    if os.name != "posix":
        return True  # elsewhere signal 0 is no question but a signal
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is there, but another user's
        return True
    return True


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)  # it may have been there, and a umask cannot widen this
    return folder
