"""scripts/asan, scripts/tsan: the native tests, and the module in Python, under a sanitizer."""

import json
import subprocess
from pathlib import Path

from . import debian
from .build import HOST_ABI, install_package, module_options, python_environment
from .cmake import build
from .counting import Count, run_logged
from .cross import HOST
from .ctest import run_tests
from .processes import Argv, output_of
from .project import LIB, REPO

SYSTEM_PYTHON = "/usr/bin/python3.11"
LIMIT_SECONDS = 1800.0
# The thread sanitizer fails when addresses are drawn at random.
FIXED_ADDRESSES = ["setarch", "x86_64", "-R"]


def main(arguments: list[str]) -> int:
    """Run the command; its last argument is the sanitizer's preset."""
    count = _run(arguments[-1])
    print(count)
    return 1 if count.failed else 0


def _run(preset: str) -> Count:
    """Build and run the native tests, then tests/python/test_core_engine*.py with the module."""
    debian.need("sanitizers")
    allowed = subprocess.run([*FIXED_ADDRESSES, "true"], capture_output=True).returncode == 0
    prefix = FIXED_ADDRESSES if allowed else []
    folder = build(preset, module_options(HOST, HOST_ABI), prefix=prefix)
    count = run_tests(preset, prefix)
    # Set by `env` at the last moment: the tools before it must not load the sanitizer.
    variables = [f"{name}={value}" for name, value in _python_options(preset).items()]
    command: Argv = [*prefix, "env", *variables, SYSTEM_PYTHON, LIB / "unittest_run.py"]
    command = [*command, REPO / "tests" / "python", "test_core_engine*.py"]
    inside = python_environment(install_package(folder, folder / "python"))
    return count + run_logged(f"{preset}-python", command, inside, LIMIT_SECONDS).count()


def _python_options(preset: str) -> dict[str, str]:
    """Return the options of the test preset, as Python needs them, which was not compiled with it."""
    presets = json.loads((REPO / "CMakePresets.json").read_text("utf-8"))["testPresets"]
    options = next(each["environment"] for each in presets if each["name"] == preset)
    libraries = f"{_library(f'lib{preset}.so')} {_library('libstdc++.so.6')}"
    options |= {"PYTHONMALLOC": "malloc", "LD_PRELOAD": libraries}
    # Python itself keeps what it has until the process ends.
    return {
        name: text.replace("detect_leaks=1", "detect_leaks=0") for name, text in options.items()
    }


def _library(name: str) -> str:
    return str(Path(output_of(["g++", f"-print-file-name={name}"]).strip()).resolve())
