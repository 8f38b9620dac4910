"""scripts/test: the groups of tests, counted."""

import argparse
import time

from ..counting import FAILED, Count
from ..groups.in_blender import VERSIONS
from ..groups.registry import GROUPS, Options
from ..say import CommandError, say


def _run_group(name: str, options: Options) -> Count:
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


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/test")
    parser.add_argument("groups", nargs="*", metavar="GROUP")
    parser.add_argument("--versions", default=",".join(VERSIONS))
    parser.add_argument("--all", action="store_true", help="no samples in the group record")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.groups) - set(GROUPS)
    if unknown:
        raise CommandError(f"no group {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    options = Options(tuple(chosen.versions.split(",")), chosen.all)
    names = [name for name in GROUPS if not chosen.groups or name in chosen.groups]
    counts = {name: _run_group(name, options) for name in names}
    for name, count in counts.items():
        say(f"{name:>8}: {count}")
    print(sum(counts.values(), Count()), flush=True)
    return 1 if any(count.failed for count in counts.values()) else 0
