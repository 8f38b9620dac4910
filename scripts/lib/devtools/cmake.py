"""Native builds by the presets of CMakePresets.json: the preset's name is its folder in build/."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from . import cross, debian
from .kept import locked
from .libraries import ensure_libraries
from .processes import Command, run
from .project import BUILD

JOBS = "2"
TESTED = {"native", "asan", "tsan"}


def build(
    preset: str,
    variables: Mapping[str, str] | None = None,
    target: str = "all",
    prefix: Sequence[str] = (),
    system: str = "",
    folder: str = "",
) -> Path:
    """Configure `preset` with these cache variables and build `target`; its folder.

    `prefix` are the arguments before `cmake`: what is built also runs, to list its tests. `system`
    is one of `cross.TARGETS`, for which zig compiles; without it, the machine's own compiler.
    `folder` names another folder in build/.
    """
    debian.need("compiler", *(["tests"] if preset in TESTED else []))
    debian.need(*(["macos"] if system.startswith("macos") else []))
    libraries = ensure_libraries(system)
    settings = {"MALLOC_VR_LIBRARIES": str(libraries)}
    settings |= cross.variables(system, libraries) if system else {}
    options = [f"-D{name}={value}" for name, value in {**settings, **(variables or {})}.items()]
    env = cross.environment() if system else None
    made = BUILD / (folder or preset)
    with locked(made):
        run(
            ["cmake", "--preset", preset, "-B", made, *options],
            what=f"configuring {preset}",
            env=env,
        )
        command: Command = ["cmake", "--build", made, "--target", target, "-j", JOBS]
        run(["nice", *prefix, *command], what=f"building {preset}", env=env)
    return made
