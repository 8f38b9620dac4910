"""Why the native module does not load here, and what to do, in sentences for a person.

Blender unpacks the wheels whose file names fit. It reads neither the glibc nor the macOS version in such a
name, so a module that this system is too old for is unpacked as well, and fails only when it is
imported.
"""

import platform
import re
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from importlib.machinery import EXTENSION_SUFFIXES, PathFinder
from pathlib import Path
from typing import NamedTuple

from ..core.said import Said, joined, say

_PACKAGE, _MODULE = "malloc_vr_native", "_native"
_GLIBC = re.compile(r"version .GLIBC_([\d.]+)' not found")
_MACOS = re.compile(r"built for (?:macOS|Mac OS X) ([\d.]+)")
_WHEEL = re.compile(r"-cp3(\d+)-\w+-(manylinux|linux|win|macosx)\w*?_(x86_64|amd64|arm64)\.whl$")
_SYSTEMS = {"manylinux": "Linux", "linux": "Linux", "win": "Windows", "macosx": "macOS"}

_AGAIN = say("Turn the add-on off and on again: Blender then unpacks the module anew.")
_OTHER_ZIP = say("Uninstall the add-on, then install its zip for this system and this Blender.")


class _Place(NamedTuple):
    """Where a module runs."""

    system: str
    machine: str
    python: str

    @property
    def said(self) -> Said:
        return say(
            "{system} {machine} with Python {python}",
            system=self.system,
            machine=self.machine,
            python=self.python,
        )


def explain(error: ImportError, wheels: Iterable[str]) -> str:
    """Say in a few lines why the import ended with `error`; `wheels` are the files in the manifest."""
    found = PathFinder.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        return joined(_nothing_unpacked(_places(wheels)), "\n")
    folder = Path(found.submodule_search_locations[0])
    names = sorted(path.name for path in folder.glob(f"{_MODULE}.*") if path.suffix != ".pyi")
    if not any(name.removeprefix(_MODULE) in EXTENSION_SUFFIXES for name in names):
        other = say(
            "The native module is for another Python or system ({files}); this is {here}.",
            files=_listed(names),
            here=_here().said,
        )
        return joined((other, _OTHER_ZIP), "\n")
    return joined(_does_not_load(str(error.__cause__ or error)), "\n")


def explain_broken(missing: Sequence[str], cut: Sequence[str]) -> str:
    """Say that files of the module are missing or shorter than they were packed; "" if none are."""
    if missing:
        said = say(
            "{files} of the native module is missing: a virus scanner may have taken it.",
            files=_listed(missing),
        )
    elif cut:
        said = say(
            "{files} of the native module is not whole, as after a disk that was full.",
            files=_listed(cut),
        )
    return joined((said, _AGAIN), "\n") if missing or cut else ""


def _nothing_unpacked(places: Sequence[_Place]) -> list[str]:
    if not places:
        return [say("This copy of the add-on comes without its native module."), _OTHER_ZIP]
    if _here() in places:
        said = say(
            "The native module for {here} is not unpacked, as after an update on Windows.",
            here=_here().said,
        )
        return [said, joined((_AGAIN, say("Or start Blender again.")))]
    listed = joined((place.said for place in places), ", ")
    return [
        say("This zip is for {places}; this is {here}.", places=listed, here=_here().said),
        _OTHER_ZIP,
    ]


def _does_not_load(text: str) -> list[str]:
    if needed := _GLIBC.search(text):
        return [
            say(
                "The native module needs glibc {needed}; this system has {here}.",
                needed=needed[1],
                here=_glibc(),
            ),
            say(
                "Use a newer version of your Linux, or a zip of a release: those need no newer "
                "glibc than Blender does. Uninstall the add-on first."
            ),
        ]
    if needed := _MACOS.search(text):
        here = platform.mac_ver()[0]
        return [
            say(
                "The native module needs macOS {needed}; this is macOS {here}.",
                needed=needed[1],
                here=here,
            ),
            say("Update macOS."),
        ]
    return [
        say("This system does not load the native module for {here}:", here=_here().said),
        text,
        joined((_AGAIN, say("If it stays, report these lines."))),
    ]


def _glibc() -> str:
    name, version = platform.libc_ver()
    return version if name == "glibc" else say("another C library")


def _here() -> _Place:
    system, _, rest = sysconfig.get_platform().partition("-")
    machine = rest.rpartition("-")[2]
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return _Place(_SYSTEMS.get(system, system), _machine(machine), version)


def _places(wheels: Iterable[str]) -> list[_Place]:
    found = filter(None, map(_WHEEL.search, wheels))
    return sorted({_Place(_SYSTEMS[one[2]], _machine(one[3]), f"3.{one[1]}") for one in found})


def _machine(name: str) -> str:
    return "x64" if name in ("x86_64", "amd64") else name


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or say("no compiled file")
