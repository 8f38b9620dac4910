"""Blender for Windows as the Python module `bpy`, under wine: made once, and how a program runs there."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

from . import debian
from .foreign_python import ensure_foreign_python
from .kept import digest, is_made, make_once
from .processes import Argv, Command, download, run
from .project import CACHE, LIB, TABLE
from .say import CommandError, say
from .tools import tool

TARGET, TAG = "windows-x64", "cp311"
RUNNER = LIB / "wine.sh"
HOME = CACHE / "windows-blender"
# Variables of ours that a Windows program reads; where they hold a path of this machine, it is one of Windows there.
PATHS = ("BLENDER_USER_*", "MALLOC_VR_*", "PYTHONPATH")


def has_wine(requirements: Sequence[str]) -> bool:
    """Tell whether Blender with these packages of Python is there."""
    return not debian.missing("wine") and is_made(HOME, _inputs(requirements))


def ensure_wine(requirements: Sequence[str]) -> None:
    """Make it once (downloads of 450 MB, 1.3 GB on disk)."""
    debian.need("wine")
    make_once(HOME, lambda: _make(requirements), _inputs(requirements))


def _inputs(requirements: Sequence[str]) -> str:
    python = TABLE["foreign_python"]["windows"][TAG]["sha256"]
    return digest([RUNNER], python, *requirements)


def _make(requirements: Sequence[str]) -> None:
    say("Making a Blender for Windows under wine.")
    shutil.rmtree(HOME, ignore_errors=True)
    shutil.copytree(ensure_foreign_python(TARGET, TAG), HOME / "python")
    wheels = HOME / "wheels"
    pip: Command = [
        tool("build", "python"),
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "-d",
        wheels,
    ]
    pip += ["--platform", "win_amd64", "--python-version", "3.11", "--only-binary", ":all:"]
    download([*pip, *requirements], "downloading Blender for Windows")
    for wheel in sorted(wheels.glob("*.whl")):
        zipfile.ZipFile(wheel).extractall(HOME / "python" / "lib" / "site-packages")
    shutil.rmtree(wheels)
    for words in (["wineboot", "-i"], ["wine", "winecfg", "-v", "win10"]):
        run(whole(["bash", RUNNER, HOME, *words]), what=" ".join(words))
    starts = python_command(["-c", "import bpy; print(bpy.app.version_string)"], os.environ)
    run(whole(starts), what="`import bpy` of Blender for Windows")


def command(argv: Argv, environment: Mapping[str, str]) -> list[str]:
    """Return the host command that becomes a Windows program with these arguments.

    It reads our paths as Windows' own, in its arguments and in the variables of `PATHS`.
    """
    ours = [f"{name}={_translated(environment[name])}" for name in environment if _is_path(name)]
    return ["env", *ours, "bash", str(RUNNER), str(HOME), "wine", *map(_translated, map(str, argv))]


def python_command(arguments: Argv, environment: Mapping[str, str]) -> list[str]:
    """Return the host command that becomes the Windows Python, which has `bpy`."""
    python: Command = [HOME / "python" / "python.exe", "-X", "faulthandler", "-u"]
    return command([*python, *arguments], environment)


@contextmanager
def kept_up() -> Iterator[None]:
    """Keep what wine's programs share up: each starts sooner, and two that start at once both do."""
    stays = python_command(["-c", "import time; print(flush=True); time.sleep(86400)"], os.environ)
    with subprocess.Popen(stays, stdout=subprocess.PIPE) as process:
        try:
            if process.stdout is None or not process.stdout.readline():
                raise CommandError("no program starts under wine")
            yield
        finally:
            process.kill()


def whole(argv: Argv) -> list[str]:
    """Return the command that also waits for all that `argv` prints, which a pipe brings."""
    return ["bash", "-o", "pipefail", "-c", '"$@" | cat', "bash", *map(str, argv)]


def windows_path(path: Path) -> str:
    """Return what a Windows program calls a file of this machine."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


def host_path(text: str) -> Path:
    """Return the file of this machine that a program of either system calls so."""
    return Path(text.removeprefix("Z:").replace("\\", "/") if text.startswith("Z:") else text)


def _is_path(name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in PATHS)


def _translated(text: str) -> str:
    """Return a text with our absolute paths in it, of which `:` may divide several, as Windows'."""
    parts = text.split(":")
    if not all(part.startswith("/") for part in parts):
        return text
    return ";".join(windows_path(Path(part)) for part in parts)
