"""The files of a record in its folder: which they are, how large, and where old ones may lie.

Nothing here opens them, and nothing needs the native module: the preferences are to say where the
record is also where that module does not load.
"""

import re
from pathlib import Path

PATTERNS = (
    "vault.key",
    "vault.lock",
    "reserve",
    "record.head*",
    "spill-*",
    "server.port",
    "traces-v*",
    "record-v*",
)
"""Names of a record's files. Databases come last: a folder that got them has all the rest."""

_VERSION = re.compile(r"\d+\.\d+")


def files_of(folder: Path) -> list[Path]:
    """The files of the record in `folder`, none if there is no record."""
    return [path for pattern in PATTERNS for path in sorted(folder.glob(pattern)) if path.is_file()]


def is_vault(folder: Path) -> bool:
    """Whether a record, or only its key, lies in `folder`."""
    return any(path.name == "vault.key" or path.suffix == ".sqlite" for path in files_of(folder))


def size_bytes(folder: Path) -> int:
    """How much the record in `folder` takes on disk."""
    return sum(path.stat().st_size for path in files_of(folder))


def old_vaults(user_folder: Path, own: Path) -> tuple[Path, ...]:
    """Find records where release 0.1.0 kept them: with each Blender's own files.

    Args:
        user_folder: Blender's folder for a user's files, which is named by its version.
        own: Where this Blender's 0.1.0 kept its record.

    Returns:
        Folders that hold one: this Blender's, then those of others, the newest first.
    """
    candidates = [own]
    if _VERSION.fullmatch(user_folder.name) and own.is_relative_to(user_folder):
        others = [path for path in user_folder.parent.iterdir() if _VERSION.fullmatch(path.name)]
        others.sort(key=lambda path: [int(part) for part in path.name.split(".")], reverse=True)
        inside = own.relative_to(user_folder)
        candidates += [other / inside for other in others if other != user_folder]
    return tuple(folder for folder in candidates if is_vault(folder))
