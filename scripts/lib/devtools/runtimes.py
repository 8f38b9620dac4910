"""The Blenders of the table: how each is got and how a script runs in it."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import debian
from .environments import TABLE
from .locks import get_once
from .paths import CACHE
from .processes import run, succeeds
from .roots import ROOTS, Root
from .say import CommandError, say
from .tools import make_venv

SCREEN = "-screen 0 1280x800x24 +extension GLX"
WINDOW = ("-p", "0", "0", "1280", "800")


@dataclass(frozen=True)
class Runtime:
    """One Blender.

    Attributes:
        version: its full version.
        is_program: whether it is the whole program of its root folder, with a command line and a
            window; else it is the module `bpy` in a virtual environment.
        abi: tag of the CPython in it, as in the names of wheels.
        requirements: what pip installs with the module.
        root: the root folder that it lives in; None for the machine itself.
    """

    version: str
    is_program: bool
    abi: str
    requirements: tuple[str, ...]
    root: Root | None

    @property
    def venv(self) -> Path:
        """The module's virtual environment, as seen where it runs."""
        return (CACHE if self.root is None else Path("/opt")) / f"bpy-{self.version}"

    @property
    def stamp(self) -> Path:
        """Exists once it was got and started; as seen from the machine."""
        if self.is_program and self.root is not None:
            return self.root.stamp
        top = Path("/") if self.root is None else self.root.path
        return top / self.venv.relative_to("/") / ".malloc_vr"

    def ensure(self) -> None:
        """Get it, unless it is there (a module is a download of some 350 MB).

        Raises:
            CommandError: when it cannot be had.
        """
        if self.root is None:
            debian.need("bpy")
        else:
            self.root.ensure()
        get_once(self.venv.name, self.stamp.is_file, self._make_venv)

    def _make_venv(self) -> None:
        say(f"Getting Blender {self.version} as a Python module (1 GB unpacked).")
        python = sys.executable if self.root is None else "/usr/bin/python3"
        requirements = [f"bpy=={self.version}", *self.requirements]
        make_venv(self.venv, python, requirements, self._where)
        inside = self.venv / "bin" / "python"
        if not succeeds(self._where(inside, "-c", "import bpy; bpy.app.version_string")):
            raise CommandError(
                f"Blender {self.version} was installed, but `import bpy` fails there"
            )
        run(self._where("touch", self.venv / ".malloc_vr"))

    def _where(self, *argv: str | Path) -> list[str]:
        if self.root is None:
            return [str(each) for each in argv]
        return self.root.command(argv, shared=False, superuser=True)

    def command(self, argv: Sequence[str | Path], environment: Mapping[str, str]) -> list[str]:
        """Return the command that runs `argv` where this Blender is."""
        if self.root is None:
            return [str(each) for each in argv]
        return self.root.command(argv, cwd=Path.cwd(), environment=environment)

    def script_command(
        self, script: Path, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> list[str]:
        """Return the command that runs the Python file `script` in it without a window.

        In a module `sys.argv` is script and arguments; in the program the arguments follow `--`.
        """
        if self.is_program:
            argv = ["/usr/bin/blender", "--background", *_script(script, arguments)]
            return self.command(argv, environment)
        return self.command([self.venv / "bin" / "python", script, *arguments], environment)

    def window_command(
        self, script: Path, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> list[str]:
        """Return the command that runs `script` in the program, in a window on a virtual screen.

        Raises:
            CommandError: when this Blender is a module.
        """
        if not self.is_program:
            raise CommandError(
                f"Blender {self.version} is a module without a window; --gui needs 4.3.2"
            )
        blender = ["/usr/bin/blender", *WINDOW, *_script(script, arguments)]
        return self.command(["xvfb-run", "-a", "-s", SCREEN, *blender], environment)


def _script(script: Path, arguments: Sequence[str]) -> list[str]:
    return ["--python-exit-code", "1", "--python", str(script), "--", *arguments]


RUNTIMES = {
    version: Runtime(
        version,
        each.get("program", False),
        each["python"],
        tuple(each.get("requirements", ())),
        ROOTS[each["root"]] if "root" in each else None,
    )
    for version, each in TABLE["blender"].items()
}
ALIASES = {
    alias: version for version, each in TABLE["blender"].items() for alias in each["aliases"]
}


def runtime(version: str) -> Runtime:
    """Return the Blender that `version` names.

    Raises:
        CommandError: when there is none, with those there are.
    """
    found = RUNTIMES.get(ALIASES.get(version, version))
    if found is None:
        known = ", ".join(sorted({*RUNTIMES, *ALIASES}))
        raise CommandError(f"no Blender {version} here; there are {known}")
    return found
