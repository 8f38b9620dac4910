"""scripts/check_rooms: the house rules."""

import argparse
from pathlib import Path

from ..paths import REPO
from ..rooms.check import check


def main(arguments: list[str]) -> int:
    """Run the command; exit code 1 when a rule is broken."""
    parser = argparse.ArgumentParser(prog="scripts/check_rooms")
    parser.add_argument("repository", nargs="?", type=Path, default=REPO)
    files, problems = check(parser.parse_args(arguments).repository)
    for problem in problems:
        print(problem)
    print(f"rooms: {len(files)} files, {len(problems)} problems")
    return 1 if problems else 0
