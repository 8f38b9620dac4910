"""Native builds by the presets of CMakePresets.json: the preset's name is its folder in build/.

And of what they link, SQLite: scripts/lib/sqlite/CMakeLists.txt gets and compiles it; once, kept in the cache.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import debian
from .kept import digest, locked, make_once
from .processes import Command, download, output_of, run
from .project import BUILD, CACHE, LIB
from .say import say

JOBS = "2"
SQLITE = LIB / "sqlite"
TESTED = {"native", "asan", "tsan"}


def build(
    preset: str,
    variables: Mapping[str, str] | None = None,
    target: str = "all",
    prefix: Sequence[str] = (),
) -> Path:
    """Configure `preset` with these cache variables and build `target`; its folder.

    `prefix` are the arguments before `cmake`: what is built also runs, to list its tests.
    """
    debian.need("compiler", *(["tests"] if preset in TESTED else []))
    variables = {"MALLOC_VR_SQLITE": str(ensure_sqlite()), **(variables or {})}
    settings = [f"-D{name}={value}" for name, value in variables.items()]
    folder = BUILD / preset
    with locked(folder):
        run(["cmake", "--preset", preset, *settings], what=f"configuring {preset}")
        command: Command = ["cmake", "--build", folder, "--target", target, "-j", JOBS]
        run(["nice", *prefix, *command], what=f"building {preset}")
    return folder


def sqlite_folder() -> Path:
    """Return where the library and its headers are, or will be: named after all that goes in."""
    compiler = output_of(["cc", "--version"]).splitlines()[0]
    project = (SQLITE / "CMakeLists.txt").read_text("utf-8")
    return CACHE / f"sqlite-{digest([], compiler, project)[:16]}"


def ensure_sqlite() -> Path:
    """Make SQLite once (a download of 8 MB, a minute of compiling); return CMake's MALLOC_VR_SQLITE."""
    debian.need("compiler")
    made = sqlite_folder()
    return make_once(made, lambda: _make_sqlite(made))


def _make_sqlite(made: Path) -> None:
    debian.need("sqlite")
    say("Getting and compiling SQLite.")
    with tempfile.TemporaryDirectory(prefix="sqlite_", dir=made.parent) as name:
        build, part = Path(name) / "build", Path(name) / "part"
        generate = ["-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_C_FLAGS_RELEASE=-O2"]
        run(["cmake", "-S", SQLITE, "-B", build, *generate], what="configuring SQLite")
        sources = ["fixes-download", "amalgamation-download"]
        download(["cmake", "--build", build, "--target", *sources], "downloading SQLite")
        run(["cmake", "--build", build], what="compiling SQLite")
        run(["cmake", "--install", build, "--prefix", part], what="SQLite's library")
        part.rename(made)
