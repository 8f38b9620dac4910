"""Blender for Windows as the Python module `bpy`, under wine: made once, and how a program runs there."""

import os
import shutil
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from . import debian
from .foreign_python import ensure_foreign_python
from .kept import digest, make_once
from .processes import Argv, Command, download, run
from .project import CACHE, LIB, TABLE
from .say import say

TARGET, TAG = "windows-x64", "cp311"
RUNNER = LIB / "wine.sh"
REQUIREMENTS: list[str] = TABLE["wine"]["requirements"]


def home() -> Path:
    """Return the folder with the Windows Python, Blender's module and wine's own drive."""
    return CACHE / "windows-blender"


def ensure_wine() -> Path:
    """Make it once (downloads of 450 MB, 1.3 GB on disk); return its folder."""
    debian.need("wine")
    made = home()
    python = TABLE["foreign_python"]["windows"][TAG]["sha256"]
    return make_once(made, lambda: _make(made), digest([RUNNER], python, *REQUIREMENTS))


def _make(made: Path) -> None:
    say("Making a Blender for Windows under wine.")
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(ensure_foreign_python(TARGET, TAG), made / "python")
    wheels = made / "wheels"
    pip: Command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", wheels]
    pip += ["--platform", "win_amd64", "--python-version", "3.11", "--only-binary", ":all:"]
    download([*pip, *REQUIREMENTS], "downloading Blender for Windows")
    for wheel in sorted(wheels.glob("*.whl")):
        zipfile.ZipFile(wheel).extractall(made / "python" / "lib" / "site-packages")
    shutil.rmtree(wheels)
    for words in (["wineboot", "-i"], ["wine", "winecfg", "-v", "win10"]):
        run(["sh", RUNNER, made, *words], what=" ".join(words))
    starts = ["-c", "import bpy; print(bpy.app.version_string)"]
    run(python_command(starts), what="`import bpy` of Blender for Windows", env=os.environ)


def command(argv: Argv) -> list[str]:
    """Return the host command that runs a Windows program and its arguments."""
    return ["sh", str(RUNNER), str(home()), "wine", *map(str, argv)]


def python_command(arguments: Argv) -> list[str]:
    """Return the host command that runs the Windows Python, which has `bpy`."""
    return command([home() / "python" / "python.exe", "-X", "faulthandler", "-u", *arguments])


def windows_path(path: Path) -> str:
    """Return what a Windows program calls a file of this machine."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return our environment with `more`, and without what would point a Windows Python elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "WINEDEBUG": "-all", **more}
