"""scripts/setup: gets what the other commands need, ahead of time."""

import argparse
from collections.abc import Callable, Mapping

from .. import apt
from ..python_headers import ABIS, ensure_headers
from ..roots import SID, TRIXIE, Root
from ..runtimes import RUNTIMES
from ..say import Trouble, say
from ..sqlite import ensure_sqlite, sqlite_folder
from ..tools import VENV, ensure_tools


def _compiler() -> None:
    apt.need("compiler")
    apt.need("sanitizers")


def _headers() -> None:
    for abi in ABIS.values():
        ensure_headers(abi)


def _sqlite() -> None:
    say(f"MALLOC_VR_SQLITE={ensure_sqlite()}")


PARTS: Mapping[str, Callable[[], object]] = {
    "compiler": _compiler,
    "sqlite": _sqlite,
    "tools": ensure_tools,
    "headers": _headers,
    **{f"blender-{version}": each.ensure for version, each in sorted(RUNTIMES.items())},
}
# What scripts/test uses; 5.0.1, 5.1.2 and Debian sid's 5.2.2 come only when they are asked for.
DEFAULT = (
    "compiler", "sqlite", "tools", "headers", "blender-4.2.23", "blender-4.3.2",
    "blender-4.4.0", "blender-4.5.15", "blender-5.2.3",
)  # fmt: skip


def _missing(part: str) -> str:
    """Say what `part` lacks, or return an empty string."""
    if part == "compiler":
        groups = ("compiler", "sanitizers")
        return " ".join(name for group in groups for name in apt.missing(apt.GROUPS[group][1]))
    if part == "sqlite":
        # Its folder is named after the compiler, which may be missing itself.
        compiled = not apt.missing("gcc") and sqlite_folder().is_dir()
        return "" if compiled else "SQLite's library"
    if part == "tools":
        return "" if (VENV / ".malloc_vr").is_file() else str(VENV)
    if part == "headers":
        return " ".join(str(abi.headers) for abi in ABIS.values() if not abi.headers.is_dir())
    return _missing_blender(RUNTIMES[part.removeprefix("blender-")].version)


def _missing_blender(version: str) -> str:
    from ..bpy_venvs import VENVS

    places: list[Root] = [root for root in (TRIXIE, SID) if root.blender == version]
    stamp = places[0].stamp if places else VENVS[version].stamp
    return "" if stamp.is_file() else str(stamp.parent)


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/setup")
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args(arguments)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        raise Trouble(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    parts = list(PARTS) if options.all else options.parts or list(DEFAULT)
    for part in parts:
        lacking = _missing(part)
        say(f"{part}: {'missing: ' + lacking if lacking else 'there'}")
    for part in parts:
        PARTS[part]()
    say("All set.")
    return 0
