"""What is made once and kept: locks between commands, and stamps that say what a thing was made from."""

import fcntl
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .project import CACHE, REPO
from .say import say


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of what stands, or will stand, at `path`; say so when another command has it.

    The kernel drops the lock with the process, so a killed command leaves none behind.
    Not re-entrant.
    """
    folder = CACHE / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    place = hashlib.sha256(str(path.parent).encode()).hexdigest()[:12]
    with (folder / f"{path.name}-{place}.lock").open("w", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"waiting: another command is busy with {path.name}")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _stamp(made: Path) -> Path:
    return made / ".malloc_vr" if made.is_dir() else made.with_suffix(".inputs")


def is_made(made: Path, inputs: str | None = None) -> bool:
    """Tell whether `made` is there and, where `inputs` are given, its stamp says just these."""
    stamp = _stamp(made)
    if inputs is None or not stamp.is_file():
        return inputs is None and made.exists()
    return made.exists() and stamp.read_text("utf-8").split() == inputs.split()


def stamp(made: Path, inputs: str) -> None:
    """Write down what `made` was made from."""
    _stamp(made).write_text(inputs, "utf-8")


def make_once(made: Path, make: Callable[[], object], inputs: str | None = None) -> Path:
    """Call `make` unless `made` is there; return it.

    With `inputs`, it is made anew when it was made from others, and when `make` returned False: it
    is not whole then. Whether it is there is asked again under its lock: another command may have
    made it.
    """
    if not is_made(made, inputs):
        with locked(made):
            if not is_made(made, inputs):
                is_whole = make() is not False
                if inputs is not None and not (is_whole and is_made(made, inputs)):
                    stamp(made, inputs if is_whole else "")
    return made


def source_files(*roots: Path) -> Iterator[Path]:
    """Yield the files below `roots` in a fixed order, without Python's own leftovers."""
    for root in roots:
        for path in [root] if root.is_file() else sorted(root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def digest(files: Iterable[Path], *also: str) -> str:
    """Return a SHA-256 over the names and contents of `files` and the strings `also`.

    It is the same in each copy of the repository.
    """
    total = hashlib.sha256()
    for path in files:
        name = path.relative_to(REPO) if path.is_relative_to(REPO) else path
        total.update(f"{name}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    for text in also:
        total.update(f"\0{text}".encode())
    return total.hexdigest()
