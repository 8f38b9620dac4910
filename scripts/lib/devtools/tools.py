"""Python tools (and Node.js) at pinned versions, in one virtual environment for each purpose."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from .environments import TABLE
from .locks import get_once
from .paths import CACHE
from .processes import run, run_retrying
from .say import say

VENVS: dict[str, list[str]] = TABLE["tools"]["venvs"]


def _requirements(name: str) -> list[str]:
    return [f"{each}=={TABLE['tools']['versions'][each]}" for each in VENVS[name]]


def missing(name: str) -> list[str]:
    """Return what pip has to install for the venv `name`; nothing when it is as the table says."""
    stamp = CACHE / f"tools-{name}" / ".malloc_vr"
    wanted = _requirements(name)
    return [] if stamp.is_file() and stamp.read_text("utf-8").split() == wanted else wanted


def ensure_tools(name: str) -> Path:
    """Make the venv `name` what the table asks for; return its bin folder.

    Raises:
        CommandError: when pip cannot.
    """
    venv = CACHE / f"tools-{name}"
    get_once(venv.name, lambda: not missing(name), lambda: _install(venv, _requirements(name)))
    return venv / "bin"


def _install(venv: Path, requirements: list[str]) -> None:
    say(f"Installing {' '.join(requirements)} in {venv.name}.")
    make_venv(venv, sys.executable, requirements, lambda *argv: list(map(str, argv)))
    (venv / ".malloc_vr").write_text("\n".join(requirements), "utf-8")


def make_venv(
    venv: Path,
    python: str,
    requirements: Sequence[str],
    where: Callable[..., Sequence[str | Path]],
) -> None:
    """Make a virtual environment anew; `where` makes the command that runs a command where it is.

    Raises:
        CommandError: when pip cannot.
    """
    run(where("rm", "-rf", "--one-file-system", venv))
    run(where(python, "-m", "venv", venv), what="venv")
    wheels = venv / "wheels"
    pip = [venv / "bin" / "python", "-m", "pip", "--no-cache-dir", "--quiet"]
    what = f"pip install in {venv.name}"
    run_retrying(where(*pip, "download", "--dest", wheels, *requirements), what)
    run(where(*pip, "install", "--no-index", "--find-links", wheels, *requirements), what=what)
    run(where("rm", "-rf", wheels))


def tool(venv: str, name: str) -> Path:
    """Return the path of a program in a venv, which is made when it is missing."""
    return ensure_tools(venv) / name


def environment(venv: str) -> dict[str, str]:
    """Return our environment with a venv's programs first in PATH."""
    return {**os.environ, "PATH": f"{ensure_tools(venv)}:{os.environ.get('PATH', os.defpath)}"}
