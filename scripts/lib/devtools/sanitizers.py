"""Running the native tests, and the module inside Python, under a sanitizer."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import apt
from .catch2 import run_executables
from .cmake import ASAN, TSAN, Preset, build
from .counting import Count, run_counted
from .paths import LIB, REPO
from .processes import output_of, succeeds
from .python_path import HOST_ABI, environment
from .wheels import PACKAGE, SOURCE, module_in, module_options

SYSTEM_PYTHON = "/usr/bin/python3.11"
LIMIT_SECONDS = 1800.0


@dataclass(frozen=True)
class Sanitizer:
    """A sanitizer and what it needs.

    Attributes:
        preset: the build.
        libraries: what Python must load before anything else, as it was not compiled with it.
        options: environment of the native tests.
        python_options: environment of Python, on top of `options`.
        fixed_addresses: whether it fails when addresses are drawn at random.
    """

    preset: Preset
    libraries: tuple[str, ...]
    options: Mapping[str, str]
    python_options: Mapping[str, str]
    fixed_addresses: bool = False


UBSAN = "print_stacktrace=1:halt_on_error=1"
ADDRESS = Sanitizer(
    ASAN,
    ("libasan.so", "libstdc++.so.6"),
    {"ASAN_OPTIONS": "detect_leaks=1:strict_string_checks=1", "UBSAN_OPTIONS": UBSAN},
    # Python itself keeps what it has until the process ends.
    {"ASAN_OPTIONS": "detect_leaks=0:strict_string_checks=1", "PYTHONMALLOC": "malloc"},
)
THREAD = Sanitizer(
    TSAN,
    ("libtsan.so", "libstdc++.so.6"),
    {"TSAN_OPTIONS": "halt_on_error=0:second_deadlock_stack=1:exitcode=66"},
    {"PYTHONMALLOC": "malloc"},
    fixed_addresses=True,
)


def run_sanitized(sanitizer: Sanitizer) -> Count:
    """Build and run the native tests, then tests/python/test_core_engine*.py with the module."""
    apt.need("sanitizers")
    prefix = _prefix(sanitizer)
    name = sanitizer.preset.name
    folder = build(sanitizer.preset, module_options(HOST_ABI))
    variables = {**os.environ, **sanitizer.options}
    count = run_executables(folder, name, variables, prefix)
    module = _lay_out(folder)
    inside = {**environment(module), **sanitizer.options, **sanitizer.python_options}
    inside["LD_PRELOAD"] = " ".join(_library(each) for each in sanitizer.libraries)
    settings: list[str | Path] = [f"{key}={inside[key]}" for key in inside if key not in os.environ]
    # Set by `env` at the last moment: the tools before it must not load the sanitizer.
    command: list[str | Path] = [*prefix, "env", *settings, SYSTEM_PYTHON, LIB / "unittest_run.py"]
    tests = REPO / "tests" / "python"
    del inside["LD_PRELOAD"]
    words: list[str | Path] = [*command, tests, "test_core_engine*.py"]
    return count + run_counted(f"{name}-python", words, inside, LIMIT_SECONDS)


def _prefix(sanitizer: Sanitizer) -> list[str]:
    fixed = ["setarch", "x86_64", "-R"]
    return fixed if sanitizer.fixed_addresses and succeeds([*fixed, "true"]) else []


def _library(name: str) -> str:
    return str(Path(output_of(["g++", f"-print-file-name={name}"]).strip()).resolve())


def _lay_out(folder: Path) -> Path:
    """Put the sanitized module where Python finds it; return the folder for PYTHONPATH."""
    out = folder / "python"
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(SOURCE, out / PACKAGE, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    shutil.copy(module_in(folder), out / PACKAGE / "_native.so")
    return out
