"""zig as the compiler for the other systems, and for Linux down to an old glibc: native/cmake/zig.cmake uses it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .kept import digest, make_once
from .project import CACHE, LIB, TABLE
from .tools import tool

WRAPPER = LIB / "zig_tool.sh"
HOST = "linux-x64"  # as TARGETS names this machine
COMPILERS, TOOLS = ("cc", "c++"), ("ar", "ranlib", "rc")


@dataclass(frozen=True)
class Target:
    """What a wheel is built for.

    Attributes:
        name: as `scripts/build --target` has it; also Blender's word for the platform.
        zig: zig's name for it.
        pythons: tags of the CPythons that wheels are built for.
        wheel: the platform in a wheel's file name.
    """

    name: str
    zig: str
    pythons: tuple[str, ...]
    wheel: str


TARGETS: Mapping[str, Target] = {
    name: Target(name, each["zig"], tuple(each["pythons"]), each["wheel"])
    for name, each in TABLE["target"].items()
}


def zig() -> Path:
    """Return zig's own file, which is got when it is missing."""
    folder = tool("cross", "python").parent.parent / "lib"
    return next(folder.glob("python3*/site-packages/ziglang/zig"))


def tools_folder() -> Path:
    """Return the folder with a program for each of zig's tools and targets: CMake wants files."""
    made = CACHE / "zig-tools"
    names = [f"{each}-{target.zig}" for each in COMPILERS for target in TARGETS.values()]
    names += [f"{each}-any" for each in TOOLS]

    def make() -> None:
        made.mkdir(parents=True, exist_ok=True)
        for name in names:
            (made / name).write_bytes(WRAPPER.read_bytes())
            (made / name).chmod(0o755)

    return make_once(made, make, digest([WRAPPER], *names))


def environment() -> dict[str, str]:
    """Return our environment with what zig and ccache need beside it."""
    kept = str(CACHE / "zig")
    return {
        **os.environ,
        "MALLOC_VR_ZIG": str(zig()),
        "ZIG_GLOBAL_CACHE_DIR": kept,
        "ZIG_LOCAL_CACHE_DIR": kept,
        "CCACHE_COMPILERTYPE": "clang",
        # The program that CMake calls says nothing of the compiler behind it.
        "CCACHE_COMPILERCHECK": f"string:zig-{TABLE['tools']['versions']['ziglang']}-{digest([WRAPPER])}",
    }


def variables(target: str, libraries: Path) -> dict[str, str]:
    """Return the CMake cache variables with which a build is one for `target`."""
    return {
        "CMAKE_TOOLCHAIN_FILE": str(LIB.parent.parent / "native" / "cmake" / "zig.cmake"),
        "MALLOC_VR_TARGET": target,
        "MALLOC_VR_ZIG_TARGET": TARGETS[target].zig,
        "MALLOC_VR_ZIG_TOOLS": str(tools_folder()),
        "MALLOC_VR_LIBRARIES": str(libraries),
    }
