"""scripts/setup: gets what the other commands need, ahead of time."""

import argparse
from collections.abc import Callable, Mapping

from . import debian, tools
from .cross import TARGETS
from .libraries import are_there, ensure_libraries
from .package import USUAL
from .python_headers import ABIS, ensure_headers, headers_folder
from .runtimes import RUNTIMES
from .say import CommandError, say

HOST_GROUPS = ("compiler", "downloads", "tests", "lint", "sanitizers", "roots")
# What names what is missing of a part, and what gets it, unless it is there.
Part = tuple[Callable[[], list[str]], Callable[[], object]]


def _libraries(target: str) -> Part:
    def missing() -> list[str]:
        return [] if are_there(target) else [f"the libraries{' for ' if target else ''}{target}"]

    return missing, lambda: say(f"MALLOC_VR_LIBRARIES={ensure_libraries(target)}")


def _blender(version: str) -> Part:
    blender = RUNTIMES[version]
    return (lambda: [] if blender.is_there else [f"Blender {version}"]), blender.ensure


PARTS: Mapping[str, Part] = {
    "compiler": (lambda: debian.missing(*HOST_GROUPS), lambda: debian.need(*HOST_GROUPS)),
    "libraries": _libraries(""),
    "tools": (
        lambda: [each for name in tools.VENVS for each in tools.missing(name)],
        lambda: [tools.ensure_tools(name) for name in tools.VENVS],
    ),
    "headers": (
        lambda: [tag for tag in ABIS if not headers_folder(tag).is_dir()],
        lambda: [ensure_headers(tag) for tag in ABIS],
    ),
    **{f"libraries-{target}": _libraries(target) for target in TARGETS},
    **{f"blender-{version}": _blender(version) for version in sorted(RUNTIMES)},
}
# Not used by scripts/test: they come only when they are asked for.
ON_DEMAND = {f"libraries-{target}" for target in TARGETS if target not in USUAL}
ON_DEMAND |= {"blender-5.0.1", "blender-5.1.2", "blender-5.2.2"}


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
    chosen = {name: PARTS[name] for name in ([*PARTS] if options.all else options.parts or default)}
    for name, (missing, _) in chosen.items():
        lacking = missing()
        say(f"{name}: {'missing: ' + ' '.join(lacking) if lacking else 'there'}")
    for _, get in chosen.values():
        get()
    say("All set.")
    return 0
