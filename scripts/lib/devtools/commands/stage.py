"""scripts/stage: the package folder as Blender sees it, without wheels."""

import argparse
from pathlib import Path

from ..say import say
from ..stage import stage


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/stage")
    parser.add_argument("out", type=Path)
    say(f"staged {stage(parser.parse_args(arguments).out.absolute())}")
    return 0
