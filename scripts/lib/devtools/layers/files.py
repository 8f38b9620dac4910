"""The files that the rules are about, and what a breach looks like."""

from pathlib import Path
from typing import NamedTuple

from .. import debian
from ..processes import output_of

NOT_OURS = {".git", "build", "dist", "__pycache__", ".mypy_cache", ".ruff_cache"}


class Problem(NamedTuple):
    """A breach of a rule, which is a sentence, at a line of a file; line 0 is the file as a whole."""

    path: str
    line: int
    rule: str

    def __str__(self) -> str:
        """Return `file:line: rule`."""
        return f"{self.path}:{self.line}: {self.rule}"


class SourceFile(NamedTuple):
    """A file, its path relative to the repository, and its text, empty when it is no text."""

    path: str
    text: str


def read_files(repository: Path) -> list[SourceFile]:
    """Return every file that is tracked or would be; of a copy without git, every file."""
    return [
        SourceFile(path, _text(repository / path))
        for path in sorted(_paths(repository))
        if (repository / path).is_file()
    ]


def _paths(repository: Path) -> list[str]:
    if (repository / ".git").exists():
        debian.need("lint")
        asked = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listing = output_of(["git", "-C", repository, *asked])
        return [name for name in listing.split("\0") if name]
    found = (path.relative_to(repository) for path in repository.rglob("*") if path.is_file())
    return [path.as_posix() for path in found if not NOT_OURS.intersection(path.parts)]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""
