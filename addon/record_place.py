"""What the preferences say of the record's folder, looked at seldom enough for a draw."""

import time
from dataclasses import dataclass
from pathlib import Path

from . import data_folder
from .core import vault_files

KEPT_SECONDS = 2.0
"""How long a look at the disk is good for: a preferences window is drawn many times a second."""


@dataclass(frozen=True)
class Other:
    """A record that lies somewhere else."""

    folder: Path
    size: str


@dataclass(frozen=True)
class Place:
    """Where the record is, in a sentence, and which others there are."""

    text: str
    others: tuple[Other, ...] = ()


_seen: tuple[Path, float, Place] | None = None


def current(folder: Path) -> Place:
    """Say where the record is and how large; a look at the disk every `KEPT_SECONDS` at most."""
    global _seen
    now = time.monotonic()
    if _seen is None or _seen[0] != folder or now - _seen[1] > KEPT_SECONDS:
        _seen = (folder, now, look(folder))
    return _seen[2]


def look(folder: Path) -> Place:
    """Look at the disk now."""
    if vault_files.is_vault(folder):
        text = f"The record is in {folder} ({_size(folder)})."
    else:
        text = f"The record will be in {folder} once there is one."
    others = [item for item in data_folder.old_vaults() if item != folder]
    return Place(text, tuple(Other(item, _size(item)) for item in others))


def _size(folder: Path) -> str:
    size_bytes = vault_files.size_bytes(folder)
    return f"{size_bytes / 1e6:.1f} MB" if size_bytes >= 1e5 else f"{size_bytes / 1e3:.0f} kB"
