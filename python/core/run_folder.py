"""The private folder that holds a running server's socket and token file.

Each server has one of its own, held by a lock for as long as its process lives. A process id says
neither: two containers that share a home have the same ids, and cannot see each other's processes.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from . import file_lock

SOCKET_PATH_LIMIT_BYTES = 107
"""Longest path of a local socket on Linux: sun_path has 108 bytes with its closing zero (unix(7))."""

_LONGEST_NAME_BYTES = len("/mcp.sock")
_CHANCE_BYTES = len("-abcdefgh")  # what tempfile adds to a name
_LOCK = "lock"
_BEING_MADE = "."  # begins the name of a folder that has no lock yet


@dataclass(frozen=True)
class RunFolder:
    """One server's folder.

    Attributes:
        path: Nobody else's, mode 0700.
        lock: Open as long as the folder is in use.
    """

    path: Path
    lock: IO[bytes]

    def remove(self) -> None:
        """Remove it with what a killed server may have left in it. Calling it twice is fine."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.lock.close()


def choose(base: Path, process_id: int, environment: Mapping[str, str]) -> RunFolder:
    """Make a folder that only this user can enter and in which a socket's path is short enough.

    Args:
        base: The add-on's own folder, the first choice.
        process_id: Of this Blender; it begins the folder's name, for a person who looks there.
        environment: Of the process; `XDG_RUNTIME_DIR` is the second choice.

    Raises:
        OSError: No folder could be made.
    """
    failed: OSError | None = None
    for parent in _parents(base, environment):
        longest = len(os.fsencode(parent / str(process_id))) + _CHANCE_BYTES + _LONGEST_NAME_BYTES
        if longest > SOCKET_PATH_LIMIT_BYTES:
            continue
        try:
            parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return _make_in(parent, f"{process_id}-")
        except OSError as error:  # a read-only profile is no reason not to serve
            failed = error
    try:
        return _make_in(Path(tempfile.gettempdir()), "malloc_vr-")
    except OSError as error:
        raise (failed or error) from error


def remove_stale(base: Path, environment: Mapping[str, str]) -> None:
    """Remove the folders of processes that are no more; those of other servers are left alone."""
    for parent in _parents(base, environment):
        for folder in parent.glob("*"):
            if folder.name.startswith(_BEING_MADE) or not folder.is_dir():
                continue
            if not _is_in_use(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _parents(base: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    yield base / "run"
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if runtime:
        yield Path(runtime) / "malloc_vr"


def _make_in(parent: Path, prefix: str) -> RunFolder:
    """Make a locked folder. It gets its name when it has its lock: nobody may take it for left."""
    made = Path(tempfile.mkdtemp(prefix=_BEING_MADE + prefix, dir=parent))  # 0700 by its contract
    try:
        lock = (made / _LOCK).open("wb")
        file_lock.try_lock(lock)
        return RunFolder(made.rename(parent / made.name.removeprefix(_BEING_MADE)), lock)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _is_in_use(folder: Path) -> bool:
    try:
        with (folder / _LOCK).open("rb+") as lock:
            return not file_lock.try_lock(lock)
    except FileNotFoundError:
        return _belongs_to_living_process(folder.name)
    except OSError:  # another user's
        return True


def _belongs_to_living_process(name: str) -> bool:
    """Of a folder without a lock: release 0.1.0 made such, named by the process id alone."""
    if not name.isdecimal() or os.name != "posix":
        return True  # nothing that we made; and elsewhere signal 0 is no question but a signal
    try:
        os.kill(int(name), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it is there, but another user's; or it is no process id
        return True
    return True
