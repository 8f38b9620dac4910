"""The libraries that are linked in: native/cmake/libraries gets and compiles them, once, kept in the cache."""

import os
import shutil
import tempfile
from pathlib import Path

from . import cross, debian
from .kept import digest, is_made, locked, make_once, source_files
from .processes import Command, download, output_of, run
from .project import CACHE, REPO, TABLE
from .say import say

PROJECT = REPO / "native" / "cmake" / "libraries"
SOURCES = CACHE / "library-sources"


def libraries_folder(target: str = "") -> Path:
    """Return where they are, or will be: always the same folder, so that ccache knows its headers again.

    `target` is one of `cross.TARGETS`; without it they are for this machine, by its own compiler.
    """
    return CACHE / f"libraries{'-' if target else ''}{target}"


def are_there(target: str = "") -> bool:
    """Tell whether they were made from what is written now."""
    # What they are made from names the compiler, which may be missing itself.
    return not debian.missing("compiler") and is_made(
        libraries_folder(target), library_inputs(target)
    )


def ensure_libraries(target: str = "") -> Path:
    """Make them once (downloads of 10 MB, a minute of compiling); return their folder."""
    debian.need("compiler", "downloads", "libraries", *(["tests"] if target else []))
    made = libraries_folder(target)
    return make_once(made, lambda: _make(target, made), library_inputs(target))


def library_inputs(target: str) -> str:
    """Return a digest of what they are made from; it needs the compiler to be there."""
    zig = f"zig {TABLE['tools']['versions']['ziglang']}"
    compiler = zig if target else output_of(["cc", "--version"]).splitlines()[0]
    toolchain = [PROJECT.parent / "zig.cmake"] if target else []
    inputs = [path.read_text("utf-8") for path in [*source_files(PROJECT), *toolchain]]
    return digest([], compiler, debian.versions("compiler", "tests"), *inputs)


def _make(target: str, made: Path) -> None:
    say(f"Getting and compiling the libraries{' for ' if target else ''}{target}.")
    env = cross.environment() if target else dict(os.environ)
    with locked(SOURCES), tempfile.TemporaryDirectory(prefix="lib_", dir=made.parent) as name:
        build, part = Path(name) / "build", Path(name) / "part"
        options = {"CMAKE_BUILD_TYPE": "Release", "FETCHCONTENT_BASE_DIR": str(SOURCES)}
        options |= cross.variables(target, part) if target else {}
        configure: Command = ["cmake", "-S", PROJECT, "-B", build, "-G", "Ninja"]
        download(
            [*configure, *(f"-D{key}={value}" for key, value in options.items())],
            "downloading the libraries",
            env,
        )
        run(["cmake", "--build", build], what="compiling the libraries", env=env)
        run(["cmake", "--install", build, "--prefix", part], what="installing the libraries")
        shutil.rmtree(made, ignore_errors=True)
        part.rename(made)
