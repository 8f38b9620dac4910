"""One digest of many files: tells whether something made from them is still current."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def source_files(*roots: Path) -> Iterator[Path]:
    """Yield the files below `roots` in a fixed order, without Python's own leftovers."""
    for root in roots:
        if root.is_file():
            yield root
            continue
        for path in sorted(root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def digest(files: Iterable[Path], *also: str) -> str:
    """Return a SHA-256 over the names and contents of `files` and the strings `also`."""
    total = hashlib.sha256()
    for path in files:
        total.update(f"{path}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    for text in also:
        total.update(f"\0{text}".encode())
    return total.hexdigest()
