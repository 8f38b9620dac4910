"""All rules over one repository."""

from pathlib import Path

from .files import Problem, SourceFile, read_files
from .import_rules import import_problems
from .include_rules import include_problems
from .text_rules import text_problems, top_level_problems


def check(repository: Path) -> tuple[list[SourceFile], list[Problem]]:
    """Return the files that were looked at and every breach, sorted by place."""
    files = read_files(repository)
    problems = [*top_level_problems(files), *import_problems(repository, files)]
    for file in files:
        problems += text_problems(file)
        problems += include_problems(file)
    return files, sorted(problems)
