"""scripts/bench: the benchmarks, whose runner stands beside their programs in bench/."""

import importlib
import sys

from .project import REPO


def main(arguments: list[str]) -> int:
    """Run the command."""
    sys.path.insert(0, str(REPO / "bench"))
    code: int = importlib.import_module("runner.command").main(arguments)
    return code
