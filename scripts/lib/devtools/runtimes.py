"""The Blenders that the commands can run: how each is got and how a script runs in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from . import chroot
from .bpy_venvs import VENVS, BpyVenv, ensure_venv
from .roots import SID, TRIXIE, Root, ensure_root
from .say import Trouble

SCREEN = "-screen 0 1280x800x24 +extension GLX"
WINDOW = ("-p", "0", "0", "1280", "800")


class Runtime(Protocol):
    """One Blender."""

    @property
    def version(self) -> str:
        """Its full version."""

    @property
    def is_program(self) -> bool:
        """Whether it is the whole program, with a command line and a window."""

    def ensure(self) -> None:
        """Get it, unless it is there."""

    def script_command(
        self, script: Path, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> list[str]:
        """Return the command that runs the Python file `script` in it without a window."""


@dataclass(frozen=True)
class ModuleRuntime:
    """Blender as the module `bpy`: the script is Python's main program."""

    venv: BpyVenv
    is_program: bool = False

    @property
    def version(self) -> str:
        """Its full version."""
        return self.venv.version

    def ensure(self) -> None:
        """Get it, unless it is there."""
        ensure_venv(self.venv)

    def script_command(
        self, script: Path, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> list[str]:
        """Return the command that runs `script` in it; `sys.argv` is script and arguments."""
        words: list[str | Path] = [self.venv.python_inside, script, *arguments]
        if self.venv.root is None:
            return [str(word) for word in words]
        return chroot.command(self.venv.root.path, words, cwd=Path.cwd(), environment=environment)


@dataclass(frozen=True)
class ProgramRuntime:
    """The whole program in a root folder."""

    root: Root
    is_program: bool = True

    @property
    def version(self) -> str:
        """Its full version."""
        return self.root.blender

    def ensure(self) -> None:
        """Get it, unless it is there."""
        ensure_root(self.root)

    def command(self, words: Sequence[str | Path], environment: Mapping[str, str]) -> list[str]:
        """Return the command that runs `blender WORDS...`."""
        return chroot.command(
            self.root.path, ["/usr/bin/blender", *words], cwd=Path.cwd(), environment=environment
        )

    def script_command(
        self, script: Path, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> list[str]:
        """Return the command that runs `script` in it; arguments follow `--` in `sys.argv`."""
        return self.command(["--background", *_script(script, arguments)], environment)

    def window_command(
        self, script: Path, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> list[str]:
        """Return the command that runs `script` in it with a window on a virtual screen."""
        blender = ["/usr/bin/blender", *WINDOW, *_script(script, arguments)]
        words = ["xvfb-run", "-a", "-s", SCREEN, *blender]
        return chroot.command(self.root.path, words, cwd=Path.cwd(), environment=environment)


def _script(script: Path, arguments: Sequence[str]) -> list[str]:
    return ["--python-exit-code", "1", "--python", str(script), "--", *arguments]


ALIASES = {
    "4.2": "4.2.23",
    "4.3": "4.3.2",
    "4.4": "4.4.0",
    "4.5": "4.5.15",
    "5.0": "5.0.1",
    "5.1": "5.1.2",
    "5.2": "5.2.3",
    "5.2-program": "5.2.2",
}
RUNTIMES: Mapping[str, Runtime] = {
    **{version: ModuleRuntime(venv) for version, venv in VENVS.items()},
    **{root.blender: ProgramRuntime(root) for root in (TRIXIE, SID)},
}


def runtime(version: str) -> Runtime:
    """Return the Blender that `version` names.

    Raises:
        Trouble: when there is none, with those there are.
    """
    found = RUNTIMES.get(ALIASES.get(version, version))
    if found is None:
        known = ", ".join(sorted({*RUNTIMES, *ALIASES}))
        raise Trouble(f"no Blender {version} here; there are {known}")
    return found
