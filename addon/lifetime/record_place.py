"""What the preferences say of the record's folder, looked at seldom enough for a draw."""

import time
from dataclasses import dataclass
from pathlib import Path

from ..core import moved_record, vault_files
from ..core.said import say, template
from . import data_folder

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
    warning: tuple[str, ...] = ()


_seen: tuple[tuple[Path, Path | None], float, Place] | None = None


def current(folder: Path, in_use: Path | None = None) -> Place:
    """Say where the record is and how large; a look at the disk every `KEPT_SECONDS` at most.

    Args:
        folder: As the preferences name it.
        in_use: Of the record that is open; None while none is.
    """
    global _seen
    now = time.monotonic()
    if _seen is None or _seen[0] != (folder, in_use) or now - _seen[1] > KEPT_SECONDS:
        _seen = ((folder, in_use), now, look(folder, in_use))
    return _seen[2]


def look(folder: Path, in_use: Path | None = None) -> Place:
    """Look at the disk now."""
    folder = moved_record.folder_now(data_folder.default_folder(), folder)
    shown = in_use or folder
    if vault_files.is_vault(shown):
        text = say("The record is in {shown} ({size}).", shown=shown, size=_size(shown))
    else:
        text = say("The record will be in {shown} once there is one.", shown=shown)
    others = [item for item in data_folder.old_vaults() if item not in (folder, shown)]
    return Place(text, tuple(Other(item, _size(item)) for item in others), _warning(folder, shown))


def _warning(folder: Path, shown: Path) -> tuple[str, ...]:
    """What a folder that was typed comes to: it is not where the record goes, but another record."""
    if folder == shown:
        return ()
    ours = template("When Blender starts again it opens the record in {folder}.")
    new = template("When Blender starts again it opens a new, empty record in {folder}.")
    return (
        say(ours if vault_files.is_vault(folder) else new, folder=folder),
        say("To take this record along instead, use Move Record."),
    )


def _size(folder: Path) -> str:
    size_bytes = vault_files.size_bytes(folder)
    if size_bytes >= 1e5:
        return f"{size_bytes / 1e6:.1f} MB"
    return f"{size_bytes / 1e3:.0f} kB"
