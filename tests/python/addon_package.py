"""Makes the add-on's package importable without Blender, as `scripts/stage` would lay it out."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

REPO = Path(__file__).resolve().parents[2]
_NAME = "malloc_vr"


def addon_module(name: str) -> ModuleType:
    """Import a module of the add-on that needs no bpy."""
    if _NAME not in sys.modules:
        package = ModuleType(_NAME)
        package.__path__ = [str(REPO / "addon"), str(REPO / "python")]
        sys.modules[_NAME] = package
    return importlib.import_module(f"{_NAME}.{name}")
