"""The private folder that holds a running server's socket and token file.

Each server has one of its own, held by a lock for as long as its process lives. A process id says
neither: two containers that share a home have the same ids, and cannot see each other's processes.
"""

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from malloc_vr_native import HeldFile, hold_file

from .errors import MallocVrError

SOCKET_PATH_LIMIT_BYTES = {"linux": 107, "darwin": 103}
"""Longest path of a local socket: sun_path has 108 bytes on Linux (unix(7)) and 104 on macOS (unix(4)), one
of them its closing zero. On Windows there is no local socket."""

_LONGEST_NAME_BYTES = len("/mcp.sock")
_CHANCE_BYTES = len("-abcdefgh")
_LOCK = "lock"
_ELSEWHERE = "malloc_vr-"  # begins the name of one in the system's folder for temporary files
_ATTEMPTS = 3


@dataclass(frozen=True)
class RunFolder:
    """One server's folder.

    Attributes:
        path: Nobody else's: mode 0700; on Windows in the user's own folders, which are closed to others.
        lock: Open as long as the folder is in use.
    """

    path: Path
    lock: HeldFile

    def remove(self) -> None:
        """Remove it with what a killed server may have left in it. Calling it twice is fine."""
        self.lock.release()  # first: Windows removes no open file
        shutil.rmtree(self.path, ignore_errors=True)


def choose(
    base: Path, process_id: int, environment: Mapping[str, str], platform: str = sys.platform
) -> RunFolder:
    """Make a folder that only this user can enter and in which a socket's path is short enough.

    Args:
        base: The add-on's own folder, the first choice.
        process_id: Of this Blender; it begins the folder's name, for a person who looks there.
        environment: Of the process; `XDG_RUNTIME_DIR` is the second choice.
        platform: As `sys.platform` spells it.

    Raises:
        OSError: No folder could be made.
    """
    failed: OSError | None = None
    limit_bytes = SOCKET_PATH_LIMIT_BYTES.get(platform)
    for parent in _parents(base, environment):
        longest = len(os.fsencode(parent / str(process_id))) + _CHANCE_BYTES + _LONGEST_NAME_BYTES
        if limit_bytes is not None and longest > limit_bytes:
            continue
        try:
            parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return _make_in(parent, f"{process_id}-")
        except OSError as error:  # a read-only profile is no reason not to serve
            failed = error
    try:
        return _make_in(Path(tempfile.gettempdir()), _ELSEWHERE)
    except OSError as error:
        raise (failed or error) from error


def remove_stale(base: Path, environment: Mapping[str, str]) -> None:
    """Remove the folders of processes that are no more; those of other servers are left alone."""
    found = [folder for parent in _parents(base, environment) for folder in parent.glob("*")]
    found += Path(tempfile.gettempdir()).glob(f"{_ELSEWHERE}*")
    for folder in found:
        if folder.is_dir() and not folder.is_symlink() and not _is_in_use(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _parents(base: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    yield base / "run"
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if runtime:
        yield Path(runtime) / "malloc_vr"


def _make_in(parent: Path, prefix: str) -> RunFolder:
    """Make a folder and hold its lock.

    One whose lock another server tries just then, to see whether somebody has it, may be taken for
    left and removed: another one is made.
    """
    failed: MallocVrError | None = None
    for _ in range(_ATTEMPTS):
        made = parent / f"{prefix}{secrets.token_hex(4)}"
        made.mkdir(mode=0o700)
        (made / _LOCK).touch()
        try:
            lock = hold_file(str(made / _LOCK))
        except MallocVrError as error:  # it is gone already, or there are no locks
            failed = error
            shutil.rmtree(made, ignore_errors=True)
            continue
        if lock is not None and (made / _LOCK).exists():
            return RunFolder(made, lock)
    raise OSError(f"{parent} holds no folder that stays") from failed


def _is_in_use(folder: Path) -> bool:
    try:
        if not (folder / _LOCK).is_file():
            return _belongs_to_living_process(folder.name)
        lock = hold_file(str(folder / _LOCK))
    except (OSError, MallocVrError):  # another user's, or gone just now
        return True
    if lock is not None:
        lock.release()
    return lock is None


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
