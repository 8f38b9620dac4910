"""Where things are. Everything made here goes to `build/`, `dist/` or the cache folder."""

import os
from pathlib import Path

REPO = Path(__file__).resolve().parents[3]
LIB = REPO / "scripts" / "lib"
BUILD = REPO / "build"
DIST = REPO / "dist"
MANIFEST = REPO / "addon" / "blender_manifest.toml"
PYPROJECT = REPO / "python" / "pyproject.toml"

CACHE = Path(os.environ.get("MALLOC_VR_CACHE") or Path.home() / ".cache" / "malloc_vr").absolute()
