"""Root folders of newer Debians: getting them, and running a program inside one."""

import os
import tempfile
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from . import debian
from .kept import is_made, make_once
from .processes import Argv, as_root
from .project import CACHE, LIB, REPO, TABLE
from .say import say

PACKAGES = {suite: " ".join(each["packages"]) for suite, each in TABLE["roots"].items()}
# What a program in a root folder gets of our environment, and has instead of it.
PASSED: list[str] = TABLE["inside_roots"]["passed"]
SETTINGS: dict[str, str] = TABLE["inside_roots"]["settings"]
OWN: list[str] = TABLE["inside_roots"]["own_folders"]


def root_folder(suite: str) -> Path:
    """Return where the root folder of a Debian suite is, or will be."""
    return CACHE / f"root-{suite}"


def has_root(suite: str) -> bool:
    """Tell whether everything is installed in it."""
    return is_made(root_folder(suite), PACKAGES[suite])


def ensure_root(suite: str) -> None:
    """Make it complete (minutes and 2 GB), with a Blender that starts."""

    def make() -> None:
        say(f"Making a Debian {suite} folder with a whole Blender (some minutes, 2 GB).")
        hooks = ['chroot "$1" blender --version', f'echo {PACKAGES[suite]} >"$1/.malloc_vr"']
        options = ["--variant=minbase", f"--include={PACKAGES[suite]}"]
        debian.bootstrap(suite, root_folder(suite), *options, hooks=hooks)

    make_once(root_folder(suite), make, PACKAGES[suite])


def command_inside(suite: str, argv: Argv, environment: Mapping[str, str]) -> list[str]:
    """Return the host command that runs `argv` inside, in our folder and as our user.

    What is not of the system, such as home folders, is at the same paths as outside; it leaves
    nothing mounted afterwards.
    """
    home = CACHE / "home"
    home.mkdir(parents=True, exist_ok=True)
    passed = {
        name: value
        for name, value in environment.items()
        if any(fnmatchcase(name, pattern) for pattern in PASSED)
    }
    inside = {**passed, **SETTINGS, "HOME": str(home)}
    shared = [path for path in Path("/").iterdir() if path.is_dir() and path.name not in OWN]
    # Each of these may lie in a folder that the root has itself.
    shared += [Path(tempfile.gettempdir()), CACHE, REPO]
    ids = [str(os.getuid()), str(os.getgid())]
    enter: Argv = ["sh", LIB / "enter_root.sh", root_folder(suite), *ids, Path.cwd()]
    settings = [f"{name}={value}" for name, value in inside.items()]
    binds = sorted(set(shared))
    return as_root(["unshare", "-m", *enter, *binds, "--", "env", "-i", *settings, *argv])
