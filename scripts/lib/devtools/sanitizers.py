"""Running the native tests, and the module inside Python, under a sanitizer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import debian
from .cmake import build
from .counting import Count, run_counted
from .ctest import run_tests
from .paths import LIB, REPO
from .processes import output_of, succeeds
from .python_path import HOST_ABI, environment
from .wheels import install_package, module_options

SYSTEM_PYTHON = "/usr/bin/python3.11"
LIMIT_SECONDS = 1800.0


@dataclass(frozen=True)
class Sanitizer:
    """A sanitizer and what it needs.

    Attributes:
        preset: the build; its test preset holds the sanitizer's options.
        library: what Python must load before anything else, as it was not compiled with it.
        python_options: environment of Python, on top of the options.
        fixed_addresses: whether it fails when addresses are drawn at random.
    """

    preset: str
    library: str
    python_options: Mapping[str, str]
    fixed_addresses: bool = False


ADDRESS = Sanitizer(
    "asan",
    "libasan.so",
    # Python itself keeps what it has until the process ends.
    {"ASAN_OPTIONS": "detect_leaks=0:strict_string_checks=1", "PYTHONMALLOC": "malloc"},
)
THREAD = Sanitizer("tsan", "libtsan.so", {"PYTHONMALLOC": "malloc"}, fixed_addresses=True)


def run_sanitized(sanitizer: Sanitizer) -> Count:
    """Build and run the native tests, then tests/python/test_core_engine*.py with the module."""
    debian.need("sanitizers")
    fixed = ["setarch", "x86_64", "-R"]
    prefix = fixed if sanitizer.fixed_addresses and succeeds([*fixed, "true"]) else []
    folder = build(sanitizer.preset, module_options(HOST_ABI), prefix=prefix)
    count = run_tests(sanitizer.preset, prefix)
    options = {**_test_environment(sanitizer.preset), **sanitizer.python_options}
    options["LD_PRELOAD"] = f"{_library(sanitizer.library)} {_library('libstdc++.so.6')}"
    # Set by `env` at the last moment: the tools before it must not load the sanitizer.
    command: list[str | Path] = [*prefix, "env", *(f"{key}={options[key]}" for key in options)]
    command += [SYSTEM_PYTHON, LIB / "unittest_run.py", REPO / "tests" / "python"]
    inside = environment(install_package(folder, folder / "python"))
    return count + run_counted(
        f"{sanitizer.preset}-python", [*command, "test_core_engine*.py"], inside, LIMIT_SECONDS
    )


def _test_environment(preset: str) -> dict[str, str]:
    presets = json.loads((REPO / "CMakePresets.json").read_text("utf-8"))["testPresets"]
    found: dict[str, str] = next(each for each in presets if each["name"] == preset)["environment"]
    return found


def _library(name: str) -> str:
    return str(Path(output_of(["g++", f"-print-file-name={name}"]).strip()).resolve())
