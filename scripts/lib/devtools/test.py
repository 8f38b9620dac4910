"""scripts/test: the groups of tests, counted."""

import argparse
import time
from collections.abc import Callable, Mapping

from .counting import FAILED, Count
from .groups import in_blender, outside_blender, standalone
from .groups.wheels import wheels
from .groups.windows import windows
from .say import CommandError, say

Group = Callable[[argparse.Namespace], Count]
GROUPS: Mapping[str, Group] = {
    "layers": lambda options: outside_blender.layers(),
    "native": lambda options: outside_blender.native(),
    "python": lambda options: outside_blender.python(),
    "lint": lambda options: outside_blender.lint(),
    "wheels": lambda options: wheels(options.all),
    "lessons": lambda options: in_blender.lessons(),
    "blender": lambda options: in_blender.versions(options.versions.split(",")),
    "scene": lambda options: in_blender.scene(),
    "gui": lambda options: in_blender.gui(),
    "schema": lambda options: standalone.run_script("schema", "clients/schema_agreement.py"),
    "clients": lambda options: standalone.clients(),
    "record": lambda options: outside_blender.record(options.all),
    "windows": lambda options: windows(),
    "kill": lambda options: standalone.run_script("kill-blender", "kill/blender_kill.py"),
}

BY_NAME_ONLY = ("scene",)
"""Groups of which another has all tests."""


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/test")
    parser.add_argument("groups", nargs="*", metavar="GROUP")
    parser.add_argument("--versions", default=",".join(in_blender.VERSIONS))
    parser.add_argument(
        "--all", action="store_true", help="no samples in the groups record and wheels"
    )
    options = parser.parse_args(arguments)
    unknown = set(options.groups) - set(GROUPS)
    if unknown:
        raise CommandError(f"no group {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    chosen = options.groups or set(GROUPS) - set(BY_NAME_ONLY)
    names = [name for name in GROUPS if name in chosen]
    counts = {name: _run_group(name, options) for name in names}
    for name, count in counts.items():
        say(f"{name:>8}: {count}")
    total = sum(counts.values(), Count())
    for test in total.failures:
        say(f"failed: {test}")
    print(total, flush=True)
    return 1 if total.failed else 0


def _run_group(name: str, options: argparse.Namespace) -> Count:
    """Run one group; one that cannot run, or runs no test, has failed."""
    say(f"== {name}")
    began = time.monotonic()
    try:
        count = GROUPS[name](options)
    except CommandError as trouble:
        say(f"{name} could not run: {trouble}")
        count = FAILED
    if count == Count():
        say(f"{name} ran no test")
        count = FAILED
    say(f"== {name}: {count} ({time.monotonic() - began:.0f} s)")
    return count
