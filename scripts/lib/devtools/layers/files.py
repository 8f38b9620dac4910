"""The files that the rules are about, and what a breach looks like."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

NOT_OURS = {".git", "build", "dist", "__pycache__", ".mypy_cache", ".ruff_cache"}


@dataclass(frozen=True, order=True)
class Problem:
    """A breach of a rule.

    Attributes:
        path: the file, relative to the repository.
        line: where, from 1; 0 for the file as a whole.
        rule: the rule, as a sentence.
    """

    path: str
    line: int
    rule: str

    def __str__(self) -> str:
        """Return `file:line: rule`."""
        return f"{self.path}:{self.line}: {self.rule}"


@dataclass(frozen=True)
class SourceFile:
    """One file of the repository.

    Attributes:
        path: relative to the repository, with forward slashes.
        text: its content; empty when it is not text.
    """

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
        asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        done = subprocess.run(asked, cwd=repository, capture_output=True, text=True, check=True)
        return [name for name in done.stdout.split("\0") if name]
    found = (path.relative_to(repository) for path in repository.rglob("*") if path.is_file())
    return [path.as_posix() for path in found if not NOT_OURS.intersection(path.parts)]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""
