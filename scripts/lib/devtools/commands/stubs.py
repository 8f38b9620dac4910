"""scripts/stubs: the type stub of the native module."""

import argparse

from ..paths import REPO
from ..say import say
from ..stubs import STUB, difference, generate


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/stubs")
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args(arguments).check:
        STUB.write_text(generate(), "utf-8")
        say(f"wrote {STUB.relative_to(REPO)}")
        return 0
    lines = difference()
    for line in lines:
        print(line)
    return 1 if lines else 0
