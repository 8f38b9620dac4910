"""Where things are, what the add-on is called, and what the commands need from elsewhere.

Everything made here goes to `build/`, `dist/` or the cache folder.
"""

import os
import tomllib
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parents[3]
LIB = REPO / "scripts" / "lib"
BUILD = REPO / "build"
DIST = REPO / "dist"
PYPROJECT = REPO / "python" / "pyproject.toml"

CACHE = Path(os.environ.get("MALLOC_VR_CACHE") or Path.home() / ".cache" / "malloc_vr").absolute()

TABLE: dict[str, Any] = tomllib.loads((LIB / "environments.toml").read_text("utf-8"))

_MANIFEST = tomllib.loads((REPO / "addon" / "blender_manifest.toml").read_text("utf-8"))
VERSION = str(_MANIFEST["version"])
EXTENSION_ID = str(_MANIFEST["id"])  # also the staged package's name
