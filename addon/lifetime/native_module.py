"""Whether the compiled half can be used, and if not, why."""

import contextlib
import csv
import importlib
import os
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from ..core.said import joined, say
from . import load_failure

_MANIFEST = Path(__file__).parents[1] / "blender_manifest.toml"


@cache
def problem() -> str:
    """Say in lines why the native module cannot be used here; empty when it can."""
    if broken := _broken():
        return broken
    try:
        import malloc_vr_native
    except ImportError as error:
        return load_failure.explain(error, _manifest().get("wheels", ()))
    expected = _manifest()["version"]
    loaded = malloc_vr_native.version()
    return "" if loaded == expected else _other_version(expected, loaded)


def look_again() -> None:
    """Have the next `problem` see what Blender has unpacked since the last one."""
    importlib.invalidate_caches()
    problem.cache_clear()


def ask_to_unpack() -> None:
    """Have Blender unpack a module that is missing when it starts next.

    On Windows an update cannot replace the module that is loaded. Blender takes the old one away, holds the
    new one for unpacked, and looks again only when the time of a manifest has changed.
    """
    if not _unpacked_version():
        with contextlib.suppress(OSError):  # then the preferences' own advice is left
            os.utime(_MANIFEST)


def _broken() -> str:
    """Say what of the unpacked files is not as it was packed: Blender would not survive half a module."""
    missing, cut = [], []
    for path, size_bytes in _packed():
        if not path.is_file():
            missing.append(path.name)
        elif path.stat().st_size != size_bytes:
            cut.append(path.name)
    return load_failure.explain_broken(missing, cut)


def _packed() -> Iterator[tuple[Path, int]]:
    """Yield the files of the module with their sizes, as its RECORD has them."""
    try:
        unpacked = metadata.distribution("malloc_vr_native")
    except metadata.PackageNotFoundError:
        return
    for row in csv.reader((unpacked.read_text("RECORD") or "").splitlines()):
        if len(row) == 3 and row[2].isdecimal():
            yield Path(str(unpacked.locate_file(row[0]))), int(row[2])


def _other_version(expected: str, loaded: str) -> str:
    said = say(
        "The add-on is {expected}, but the native module in memory is {loaded}.",
        expected=expected,
        loaded=loaded,
    )
    unpacked = _unpacked_version()
    if unpacked in ("", expected):
        return joined((said, say("Restart Blender to finish the update.")), "\n")
    other = say(
        "Blender keeps one for all: it may belong to another copy of the add-on. Uninstall "
        "every copy, restart Blender, and install one."
    )
    return joined((said, other), "\n")


def _unpacked_version() -> str:
    """Return the version of what a restart would load; empty while Blender has unpacked none."""
    try:
        return metadata.version("malloc_vr_native")
    except metadata.PackageNotFoundError:
        return ""


def _manifest() -> dict[str, Any]:
    with _MANIFEST.open("rb") as file:
        return tomllib.load(file)
