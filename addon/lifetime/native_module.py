"""Whether the compiled half can be used, and if not, why."""

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_MANIFEST = Path(__file__).parents[1] / "blender_manifest.toml"


@cache
def problem() -> str:
    """Say why the native module cannot be used here; empty when it can."""
    try:
        import malloc_vr_native
    except ImportError as error:
        return f"{error} Wheels in this add-on: {_wheels()}."
    expected = _manifest()["version"]
    found = malloc_vr_native.version()
    if found != expected:
        return (
            f"The add-on is {expected}, but the native module in memory is {found}. "
            "Restart Blender to finish the update."
        )
    return ""


def python_tag() -> str:
    """The tag of this Python as wheels spell it, such as "cp311"."""
    return f"cp{sys.version_info.major}{sys.version_info.minor}"


def _wheels() -> str:
    tags = {Path(wheel).name.split("-")[2] for wheel in _manifest().get("wheels", ())}
    return f"{', '.join(sorted(tags)) or 'none'}; this Python wants {python_tag()}"


def _manifest() -> dict[str, Any]:
    with _MANIFEST.open("rb") as file:
        return tomllib.load(file)
