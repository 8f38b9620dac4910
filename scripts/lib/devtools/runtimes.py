"""The Blenders of the table: how each is got and how a script runs in it."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import debian, wine
from .cross import HOST
from .kept import is_made, make_once
from .processes import Argv, Command, run
from .project import CACHE, TABLE
from .roots import command_inside, ensure_root, has_root
from .say import CommandError
from .tools import make_venv

WINDOW = (1280, 800)
"""Width and height of Blender's window, and of the virtual screen around it, in pixels."""
BLENDER = "/usr/bin/blender"


@dataclass(frozen=True)
class Runtime:
    """One Blender.

    Attributes:
        version: its full version.
        python: tag of the CPython in it, as in the names of wheels.
        aliases: what it is also called.
        requirements: what pip installs with the module.
        root: the Debian suite whose root folder it runs in; empty for the machine itself.
        program: whether it is the whole program of its root folder, with a command line and a
            window; else it is the module `bpy` in a virtual environment.
        wine: whether it is the module for Windows, with a Python of its own.
    """

    version: str
    python: str
    aliases: Sequence[str]
    requirements: Sequence[str] = ()
    root: str = ""
    program: bool = False
    wine: bool = False

    @property
    def target(self) -> str:
        """What it runs on, as in `cross.TARGETS`."""
        return wine.TARGET if self.wine else HOST

    @property
    def venv(self) -> Path:
        """The module's virtual environment."""
        return CACHE / f"bpy-{self.version}"

    @property
    def is_there(self) -> bool:
        """Whether it was got and started."""
        if self.wine:
            return wine.has_wine(self.requirements)
        return has_root(self.root) if self.program else is_made(self.venv, "")

    def ensure(self) -> "Runtime":
        """Get it, unless it is there (a download of some 350 MB, 1 GB unpacked); return it."""
        if self.root:
            ensure_root(self.root)
        else:
            debian.need("bpy")
        if self.wine:
            wine.ensure_wine(self.requirements)
        elif not self.program:
            make_once(self.venv, self._make_venv, "")
        return self

    def _make_venv(self) -> None:
        python = "/usr/bin/python3" if self.root else sys.executable
        requirements = [f"bpy=={self.version}", *self.requirements]
        make_venv(self.venv, requirements, python, lambda argv: self.command(argv, os.environ))
        starts: Command = [self.venv / "bin" / "python", "-c", "import bpy; bpy.app.version_string"]
        run(self.command(starts, os.environ), what=f"`import bpy` in {self.venv}")

    def command(self, argv: Argv, environment: Mapping[str, str]) -> list[str]:
        """Return the command that runs `argv` where this Blender is."""
        if self.root:
            return command_inside(self.root, argv, environment)
        return [str(each) for each in argv]

    def script_command(
        self,
        script: Path,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        window: bool = False,
        size: tuple[int, int] = WINDOW,
    ) -> list[str]:
        """Return the command that runs the Python file `script` in it.

        In a module `sys.argv` is script and arguments; in the program the arguments follow `--`. A
        `window` of the given size fills a virtual screen. The command becomes a Blender of wine, without waiting for
        what brings its output (see `wine.whole`).

        Raises:
            CommandError: when a window is wanted of a module.
        """
        if self.program:
            screen, place = _shown(*size) if window else ([], ["--background"])
            blender = [BLENDER, *place]
            run_it: Command = ["--python-exit-code", "1", "--python", script, "--", *arguments]
            return self.command([*screen, *blender, *run_it], environment)
        if window:
            raise CommandError(
                f"Blender {self.version} is a module without a window; --gui needs 4.3.2 or 5.2.2"
            )
        if self.wine:
            return wine.python_command([script, *arguments], environment)
        return self.command([self.venv / "bin" / "python", script, *arguments], environment)


def _shown(width: int, height: int) -> tuple[list[str], list[str]]:
    """Return what runs a program on a virtual screen, and Blender's options to fill it."""
    screen = f"-screen 0 {width}x{height}x24 +extension GLX"
    return ["xvfb-run", "-a", "-s", screen], ["-p", "0", "0", str(width), str(height)]


RUNTIMES: Mapping[str, Runtime] = {
    version: Runtime(version, **each) for version, each in TABLE["blender"].items()
}


def runtime(version: str) -> Runtime:
    """Return the Blender that `version` names.

    Raises:
        CommandError: when there is none, with those there are.
    """
    names = {alias: each for each in RUNTIMES.values() for alias in [each.version, *each.aliases]}
    if version not in names:
        raise CommandError(f"no Blender {version} here; there are {', '.join(sorted(names))}")
    return names[version]
