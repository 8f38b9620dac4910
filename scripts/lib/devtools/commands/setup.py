"""scripts/setup: gets what the other commands need, ahead of time."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from .. import debian, sqlite, tools
from ..python_headers import ABIS, ensure_headers
from ..runtimes import RUNTIMES
from ..say import CommandError, say

HOST_GROUPS = ("compiler", "tests", "lint", "sanitizers")


@dataclass(frozen=True)
class Part:
    """Something to get.

    Attributes:
        missing: names what is missing of it.
        get: gets it, unless it is there.
    """

    missing: Callable[[], list[str]]
    get: Callable[[], object]


def _sqlite_missing() -> list[str]:
    # Its folder is named after the compiler, which may be missing itself.
    compiled = not debian.missing("compiler") and sqlite.sqlite_folder().is_dir()
    return [] if compiled else ["SQLite's library"]


def _blender(version: str) -> Part:
    blender = RUNTIMES[version]
    there = blender.stamp.is_file
    return Part(lambda: [] if there() else [str(blender.stamp.parent)], blender.ensure)


PARTS = {
    "compiler": Part(lambda: debian.missing(*HOST_GROUPS), lambda: debian.need(*HOST_GROUPS)),
    "sqlite": Part(_sqlite_missing, lambda: say(f"MALLOC_VR_SQLITE={sqlite.ensure_sqlite()}")),
    "tools": Part(
        lambda: [each for name in tools.VENVS for each in tools.missing(name)],
        lambda: [tools.ensure_tools(name) for name in tools.VENVS],
    ),
    "headers": Part(
        lambda: [str(abi.headers) for abi in ABIS.values() if not abi.headers.is_dir()],
        lambda: [ensure_headers(abi) for abi in ABIS.values()],
    ),
    **{f"blender-{version}": _blender(version) for version in sorted(RUNTIMES)},
}
# Not used by scripts/test: they come only when they are asked for.
ON_DEMAND = {"blender-5.0.1", "blender-5.1.2", "blender-5.2.2"}


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/setup")
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args(arguments)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        raise CommandError(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    default = [name for name in PARTS if name not in ON_DEMAND]
    parts = list(PARTS) if options.all else options.parts or default
    for name in parts:
        lacking = PARTS[name].missing()
        say(f"{name}: {'missing: ' + ' '.join(lacking) if lacking else 'there'}")
    for name in parts:
        PARTS[name].get()
    say("All set.")
    return 0
