"""Native builds. The presets stand here: the top level has no room for CMakePresets.json."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import apt
from .locks import locked_folder
from .paths import BUILD, REPO
from .processes import run
from .sqlite import ensure_sqlite

JOBS = "2"


@dataclass(frozen=True)
class Preset:
    """One way to build.

    Attributes:
        name: also the folder's name in build/.
        build_type: CMake's build type.
        options: CMake cache variables.
    """

    name: str
    build_type: str
    options: Mapping[str, str]

    @property
    def folder(self) -> Path:
        """Where it is built."""
        return BUILD / self.name


def _preset(name: str, build_type: str, **options: str) -> Preset:
    # Warnings are errors for developers; users never compile.
    return Preset(name, build_type, {"MALLOC_VR_WERROR": "ON", **options})


NATIVE = _preset("native", "Release", MALLOC_VR_TESTS="ON")
BENCH = _preset("bench", "Release", MALLOC_VR_TESTS="OFF", MALLOC_VR_BENCH="ON")


def _sanitized(name: str, sanitizers: str) -> Preset:
    # -O1 compiles in half the time of -O2 with these sanitizers and finds the same.
    return _preset(
        name,
        "RelWithDebInfo",
        MALLOC_VR_TESTS="ON",
        MALLOC_VR_SANITIZE=sanitizers,
        CMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1",
    )


ASAN = _sanitized("asan", "address,undefined")
TSAN = _sanitized("tsan", "thread")


def module_preset(tag: str) -> Preset:
    """The release build of the module for one CPython; its rooms come out of ccache."""
    return _preset(tag, "Release", MALLOC_VR_TESTS="OFF")


def configure(preset: Preset, extra: Mapping[str, str] | None = None) -> Path:
    """Configure `preset` with the cache variables `extra`; return its folder."""
    apt.need("compiler")
    ours = {"CMAKE_BUILD_TYPE": preset.build_type, "MALLOC_VR_SQLITE": str(ensure_sqlite())}
    options = {**preset.options, **(extra or {}), **ours}
    settings = [f"-D{name}={value}" for name, value in options.items()]
    with locked_folder(preset.folder):
        run(
            ["cmake", "-S", REPO, "-B", preset.folder, "-G", "Ninja", "-Wno-dev", *settings],
            what=f"configuring {preset.name}",
        )
    return preset.folder


def build(preset: Preset, extra: Mapping[str, str] | None = None) -> Path:
    """Configure and build `preset` with the cache variables `extra`; return its folder."""
    configure(preset, extra)
    with locked_folder(preset.folder):
        run(
            ["nice", "cmake", "--build", preset.folder, "-j", JOBS],
            what=f"building {preset.name}",
        )
    return preset.folder
