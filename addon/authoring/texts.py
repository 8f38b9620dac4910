"""Custom properties that hold a list of texts, or may be missing.

Thread: main.
"""

import json
from collections.abc import Iterable

import bpy

from ..core import keys
from ..core.file_values import FileValues
from ..core.hint_levels import by_level


def read(owner: bpy.types.ID, key: str) -> tuple[str, ...]:
    """A list of texts; empty where it is missing or broken."""
    return FileValues("", owner, []).texts(key)


def write(owner: bpy.types.ID, key: str, listed: Iterable[str]) -> None:
    """Set a list of texts; empty ones are left out."""
    kept = [one for one in listed if one.strip()]
    owner[key] = json.dumps(kept, ensure_ascii=False)


def write_hints(owner: bpy.types.ID, listed: Iterable[str]) -> None:
    """Set the hints by their level; one without words keeps the place of those above it."""
    owner[keys.HINTS] = json.dumps(by_level(listed), ensure_ascii=False)


def keep(owner: bpy.types.ID, key: str, value: str | int) -> None:
    """Set a property, or take it out where its value says nothing."""
    if value:
        owner[key] = value
    elif key in owner:
        del owner[key]
