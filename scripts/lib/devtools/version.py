"""The version and id of the add-on, which stand once, in its manifest."""

import tomllib

from .paths import MANIFEST


def _manifest_text(key: str) -> str:
    value = tomllib.loads(MANIFEST.read_text("utf-8"))[key]
    if not isinstance(value, str):
        raise TypeError(f"{MANIFEST.name}: {key} must be a string")
    return value


def version() -> str:
    """Return the add-on's version, such as `0.1.0`."""
    return _manifest_text("version")


def extension_id() -> str:
    """Return the extension id, which is also the staged package's name."""
    return _manifest_text("id")
