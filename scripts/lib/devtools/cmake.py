"""Native builds by the presets of CMakePresets.json: the preset's name is its folder in build/."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from . import debian
from .locks import locked_folder
from .paths import BUILD
from .processes import run
from .sqlite import ensure_sqlite

JOBS = "2"
TESTED = {"native", "asan", "tsan"}


def configure(preset: str, extra: Mapping[str, str] | None = None) -> Path:
    """Configure `preset` with the cache variables `extra`; return its folder.

    Raises:
        CommandError: when CMake rejects.
    """
    debian.need("compiler", *(["tests"] if preset in TESTED else []))
    variables = {"MALLOC_VR_SQLITE": str(ensure_sqlite()), **(extra or {})}
    settings = [f"-D{name}={value}" for name, value in variables.items()]
    with locked_folder(BUILD / preset):
        run(["cmake", "--preset", preset, *settings], what=f"configuring {preset}")
    return BUILD / preset


def build(
    preset: str,
    extra: Mapping[str, str] | None = None,
    target: str = "all",
    prefix: Sequence[str] = (),
) -> Path:
    """Configure `preset` with the cache variables `extra` and build `target`; its folder.

    `prefix` are the arguments before `cmake`: what is built also runs, to list its tests.

    Raises:
        CommandError: when it does not compile.
    """
    folder = configure(preset, extra)
    command: list[str | Path] = ["nice", *prefix, "cmake", "--build", folder, "--target", target]
    with locked_folder(folder):
        run([*command, "-j", JOBS], what=f"building {preset}")
    return folder
