"""All house rules over one repository."""

from pathlib import Path

from .files import Problem, SourceFile, read_files
from .native_rules import native_problems
from .python_rules import python_problems
from .text_rules import text_problems, top_level_problems


def check(repository: Path) -> tuple[list[SourceFile], list[Problem]]:
    """Return the files that were looked at and every breach, sorted by place."""
    files = read_files(repository)
    problems = list(top_level_problems(files))
    for file in files:
        problems += text_problems(file)
        problems += native_problems(file)
        problems += python_problems(file)
    return files, sorted(problems)
