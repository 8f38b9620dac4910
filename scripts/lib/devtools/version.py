"""The version and id of the add-on, which stand once, in its manifest."""

import tomllib

from .paths import REPO

_MANIFEST = tomllib.loads((REPO / "addon" / "blender_manifest.toml").read_text("utf-8"))
VERSION = str(_MANIFEST["version"])
EXTENSION_ID = str(_MANIFEST["id"])  # also the staged package's name
