"""What Python tests outside Blender import: the module of a wheel, and our Python beside it."""

import os
import shutil
import zipfile
from pathlib import Path

from .build import build_wheel
from .kept import digest, make_once
from .paths import BUILD, REPO

HOST_ABI = "cp311"


def unpacked_module() -> Path:
    """Build the wheel for the host's Python and unpack it; return the folder."""
    wheel, folder = build_wheel(HOST_ABI), BUILD / "python"

    def unpack() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        zipfile.ZipFile(wheel).extractall(folder)

    return make_once(folder, unpack, digest([wheel]))


def environment(module: Path) -> dict[str, str]:
    """Return our environment with `module` importable, and `core` as a package of its own."""
    # The wheel comes first: the repository's malloc_vr_native has no compiled module in it.
    path = os.pathsep.join([str(module), str(REPO / "python")])
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
