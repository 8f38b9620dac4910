"""What Python tests outside Blender import: the module of a wheel, and our Python beside it."""

import os
from pathlib import Path

from .paths import BUILD, REPO
from .python_headers import ABIS
from .wheels import build_wheel, unpack

HOST_ABI = ABIS["cp311"]


def unpacked_module() -> Path:
    """Build the wheel for the host's Python and unpack it; return the folder."""
    return unpack(build_wheel(HOST_ABI), BUILD / "python")


def environment(module: Path) -> dict[str, str]:
    """Return our environment with `module` importable, and `core` as a package of its own."""
    # The wheel comes first: the repository's malloc_vr_native has no compiled module in it.
    path = os.pathsep.join([str(module), str(REPO / "python")])
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
