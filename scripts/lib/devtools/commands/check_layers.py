"""scripts/check_layers: the rules of structure."""

import argparse
from pathlib import Path

from ..layers.check import check
from ..paths import REPO


def main(arguments: list[str]) -> int:
    """Run the command; exit code 1 when a rule is broken."""
    parser = argparse.ArgumentParser(prog="scripts/check_layers")
    parser.add_argument("repository", nargs="?", type=Path, default=REPO)
    files, problems = check(parser.parse_args(arguments).repository)
    for problem in problems:
        print(problem)
    print(f"layers: {len(files)} files, {len(problems)} problems")
    return 1 if problems else 0
