"""scripts/check_layers: the rules of structure."""

import argparse
from pathlib import Path

from .layers.files import Problem, SourceFile, read_files
from .layers.import_rules import import_problems
from .layers.include_rules import include_problems
from .layers.text_rules import text_problems, top_level_problems
from .project import REPO


def main(arguments: list[str]) -> int:
    """Run the command; exit code 1 when a rule is broken."""
    parser = argparse.ArgumentParser(prog="scripts/check_layers")
    parser.add_argument("repository", nargs="?", type=Path, default=REPO)
    files, problems = check(parser.parse_args(arguments).repository)
    for problem in problems:
        print(problem)
    print(f"layers: {len(files)} files, {len(problems)} problems")
    return 1 if problems else 0


def check(repository: Path) -> tuple[list[SourceFile], list[Problem]]:
    """Return the files that were looked at and every breach, sorted by place."""
    files = read_files(repository)
    problems = [*top_level_problems(files), *import_problems(repository, files)]
    for file in files:
        problems += text_problems(file)
        problems += include_problems(file)
    return files, sorted(problems)
