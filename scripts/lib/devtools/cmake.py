"""Native builds by the presets of CMakePresets.json: the preset's name is its folder in build/."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from . import debian
from .kept import locked
from .paths import BUILD
from .processes import Command, run
from .sqlite import ensure_sqlite

JOBS = "2"
TESTED = {"native", "asan", "tsan"}


def build(
    preset: str,
    variables: Mapping[str, str] | None = None,
    target: str = "all",
    prefix: Sequence[str] = (),
) -> Path:
    """Configure `preset` with these cache variables and build `target`; its folder.

    `prefix` are the arguments before `cmake`: what is built also runs, to list its tests.
    """
    debian.need("compiler", *(["tests"] if preset in TESTED else []))
    variables = {"MALLOC_VR_SQLITE": str(ensure_sqlite()), **(variables or {})}
    settings = [f"-D{name}={value}" for name, value in variables.items()]
    folder = BUILD / preset
    with locked(folder):
        run(["cmake", "--preset", preset, *settings], what=f"configuring {preset}")
        command: Command = [
            "nice",
            *prefix,
            "cmake",
            "--build",
            folder,
            "--target",
            target,
            "-j",
            JOBS,
        ]
        run(command, what=f"building {preset}")
    return folder
