"""Locks between commands, so that two of them never set up or build the same thing at once."""

import fcntl
import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from .paths import CACHE
from .say import say


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold the lock `name` of the cache folder; say so when another command has it.

    The kernel drops the lock with the process, so a killed command leaves none behind.
    Not re-entrant.
    """
    folder = CACHE / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"waiting: another command is busy with {name}")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def get_once(name: str, is_there: Callable[[], bool], get: Callable[[], None]) -> None:
    """Call `get` unless `is_there`, asked again under the lock `name`: another may have got it."""
    if not is_there():
        with locked(name):
            if not is_there():
                get()


def locked_folder(folder: Path) -> AbstractContextManager[None]:
    """Hold the lock of a folder outside the cache, such as one clone's build folder."""
    clone = hashlib.sha256(str(folder.parent).encode()).hexdigest()[:12]
    return locked(f"{folder.name}-{clone}")
