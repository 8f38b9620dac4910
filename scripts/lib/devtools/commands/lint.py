"""scripts/lint: format, faults and types."""

import argparse

from ..lint import checkers, run_checkers


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/lint")
    parser.add_argument("checkers", nargs="*", choices=[*checkers(), []], metavar="CHECKER")
    parser.add_argument("--fix", action="store_true")
    options = parser.parse_args(arguments)
    count = run_checkers(options.fix, list(options.checkers))
    print(count)
    return 1 if count.failed else 0
