"""scripts/build: the wheels of the native module."""

import argparse

from ..python_headers import ABIS
from ..say import CommandError, say
from ..wheels import build_wheel

# Debian's unstable suite moves; a build that did not ask for it goes on without it.
MAY_BE_MISSING = {"cp314"}


def build_wheels(wanted: str) -> list[str]:
    """Build the wheel of one tag, or of all; return the tags that were built.

    Raises:
        CommandError: when a wheel fails, other than one of `MAY_BE_MISSING` among all.
    """
    built = []
    for tag in ABIS if wanted == "all" else [wanted]:
        try:
            build_wheel(ABIS[tag])
        except CommandError as trouble:
            if wanted != "all" or tag not in MAY_BE_MISSING:
                raise
            say(f"WARNING: NO WHEEL FOR {tag} ({ABIS[tag].blenders}): {trouble}")
            continue
        built.append(tag)
    return built


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/build")
    parser.add_argument("--abi", choices=[*ABIS, "all"], default="all")
    build_wheels(parser.parse_args(arguments).abi)
    return 0
