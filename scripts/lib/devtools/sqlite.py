"""SQLite, which scripts/lib/sqlite/CMakeLists.txt gets and compiles; once, kept in the cache folder."""

import tempfile
from pathlib import Path

from . import debian
from .kept import digest, make_once
from .paths import CACHE, LIB
from .processes import download, output_of, run
from .say import say

PROJECT = LIB / "sqlite"


def sqlite_folder() -> Path:
    """Return where the library and its headers are, or will be: named after all that goes in."""
    compiler = output_of(["cc", "--version"]).splitlines()[0]
    project = (PROJECT / "CMakeLists.txt").read_text("utf-8")
    return CACHE / f"sqlite-{digest([], compiler, project)[:16]}"


def ensure_sqlite() -> Path:
    """Make SQLite once (a download of 8 MB, a minute of compiling); return CMake's MALLOC_VR_SQLITE."""
    debian.need("compiler")
    made = sqlite_folder()
    return make_once(made, lambda: _make(made))


def _make(made: Path) -> None:
    debian.need("sqlite")
    say("Getting and compiling SQLite.")
    with tempfile.TemporaryDirectory(prefix="sqlite_", dir=made.parent) as name:
        build, part = Path(name) / "build", Path(name) / "part"
        generate = ["-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_C_FLAGS_RELEASE=-O2"]
        run(["cmake", "-S", PROJECT, "-B", build, *generate], what="configuring SQLite")
        sources = ["fixes-download", "amalgamation-download"]
        download(["cmake", "--build", build, "--target", *sources], "downloading SQLite")
        run(["cmake", "--build", build], what="compiling SQLite")
        run(["cmake", "--install", build, "--prefix", part], what="SQLite's library")
        part.rename(made)
