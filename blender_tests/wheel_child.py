"""Takes steps with zips of the add-on in a Blender of its own, and says after each what became of it.

    wheel_child.py STEP...

A STEP is the path of a zip, which is installed as a person does it; `uninstall`; `lose`, after which what
Blender unpacked is gone; `cut` and `take`, after which its module is half of it and gone; `toggle`, which turns the add-on off and on; or `enable`, as when Blender starts
with an add-on that was enabled. Each writes a line of JSON: {"enabled", "problem", "module", "tags", "panels"}.
"""

import importlib
import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path

import bpy

# isort: split
import addon_utils  # can be found once bpy is imported

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from reinstall_child import PACKAGE, REPOSITORY, remove, run_and_end

NATIVE = "malloc_vr_native"


def install(archive: str) -> None:
    """Install the zip with Blender's own operator; whether it can be enabled is not asked."""
    try:
        bpy.ops.extensions.package_install_files(
            filepath=archive, repo=REPOSITORY, enable_on_install=True, overwrite=True
        )
    except RuntimeError as error:  # what a person would read on screen
        print(error, flush=True)


def lose() -> None:
    """Have nothing of what was unpacked, as after an update that could not replace a file in use.

    Before the add-on is enabled: Windows does not remove a module that is loaded.
    """
    for path in _unpacked():
        shutil.rmtree(path)


def cut() -> None:
    """Have half of the module, as after a disk that was full."""
    for path in _modules():
        os.truncate(path, path.stat().st_size // 2)


def take() -> None:
    """Have its other files alone, as after a virus scanner."""
    for path in _modules():
        path.unlink()


def toggle() -> None:
    """Turn the add-on off and on."""
    bpy.ops.preferences.addon_disable(module=PACKAGE)
    bpy.ops.preferences.addon_enable(module=PACKAGE)


def enable() -> None:
    """Enable the add-on that an earlier Blender installed."""
    addon_utils.enable(PACKAGE, default_set=True)


def state() -> dict[str, object]:
    """What a person could see, and which file is in use."""
    enabled = addon_utils.check(PACKAGE)[1]
    problem = _native_module().problem() if enabled else ""
    module = sys.modules.get(f"{NATIVE}._native")
    wheels = [path / "WHEEL" for path in _unpacked() if path.suffix == ".dist-info"]
    lines = [line for wheel in wheels for line in wheel.read_text("utf-8").splitlines()]
    return {
        "enabled": enabled,
        "problem": problem,
        "module": str(module.__file__) if module else "",
        "tags": [line.removeprefix("Tag: ") for line in lines if line.startswith("Tag: ")],
        "panels": hasattr(bpy.types, "MALLOC_VR_PT_author"),
    }


def _unpacked() -> list[Path]:
    packages = Path(bpy.utils.user_resource("EXTENSIONS")) / ".local"
    return sorted(packages.glob(f"lib/python*/site-packages/{NATIVE}*"))


def _modules() -> list[Path]:
    return [path for folder in _unpacked() for path in folder.glob("_native.c*")]


def _native_module() -> object:
    return importlib.import_module(f"{PACKAGE}.lifetime.native_module")


def main(*steps: str) -> None:
    """Take the steps."""
    known = {
        "uninstall": remove,
        "lose": lose,
        "cut": cut,
        "take": take,
        "toggle": toggle,
        "enable": enable,
    }
    for step in steps:
        known[step]() if step in known else install(step)
        print(json.dumps(state()), flush=True)


if __name__ == "__main__":
    run_and_end(main)
