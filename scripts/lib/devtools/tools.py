"""Python tools (and Node.js) at pinned versions, in one virtual environment for each purpose."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from .kept import is_made, make_once
from .processes import Argv, Command, download, run
from .project import CACHE, TABLE
from .say import say

VENVS: dict[str, list[str]] = TABLE["tools"]["venvs"]


def _venv(name: str) -> tuple[Path, list[str]]:
    versions = TABLE["tools"]["versions"]
    return CACHE / f"tools-{name}", [f"{each}=={versions[each]}" for each in VENVS[name]]


def missing(name: str) -> list[str]:
    """Return what pip has to install for the venv `name`; nothing when it is as the table says."""
    venv, requirements = _venv(name)
    return [] if is_made(venv, " ".join(requirements)) else requirements


def ensure_tools(name: str) -> Path:
    """Make the venv `name` what the table asks for; return its bin folder."""
    venv, requirements = _venv(name)
    inputs = "\n".join(requirements)
    return make_once(venv, lambda: make_venv(venv, requirements), inputs) / "bin"


def make_venv(
    venv: Path,
    requirements: Sequence[str],
    python: str = sys.executable,
    where: Callable[[Argv], Argv] = list,
) -> None:
    """Make a virtual environment anew; `where` makes a command into one that runs where it belongs."""
    say(f"Installing {' '.join(requirements)} in {venv.name}.")
    wheels = venv / "wheels"
    pip: Command = [venv / "bin" / "python", "-m", "pip", "--no-cache-dir", "--quiet"]
    what = f"pip install in {venv.name}"
    run(where([python, "-m", "venv", "--clear", venv]), what="venv")
    download(where([*pip, "download", "--dest", wheels, *requirements]), what)
    run(where([*pip, "install", "--no-index", "--find-links", wheels, *requirements]), what=what)
    run(["rm", "-rf", wheels])


def tool(venv: str, name: str) -> Path:
    """Return the path of a program in a venv, which is made when it is missing."""
    return ensure_tools(venv) / name


def environment(venv: str) -> dict[str, str]:
    """Return our environment with a venv's programs first in PATH."""
    return {**os.environ, "PATH": f"{ensure_tools(venv)}:{os.environ.get('PATH', os.defpath)}"}
