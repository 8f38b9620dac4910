"""Where a record lies that is not in the platform's folder, noted in that folder.

Blender writes its preferences only when it ends, each Blender over what another one wrote, and it
forgets those of an add-on that is turned off or removed. The note outlives all of that. Nothing here
needs the native module.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .vault_files import is_vault

NOTE = "record.moved.json"


@dataclass(frozen=True)
class _Moved:
    folder: Path
    left: frozenset[Path]


def note(home: Path, folder: Path, left: Path) -> None:
    """Note in `home`, the platform's folder, that the record is in `folder` now; no note if that is `home`.

    Args:
        left: The folder that it was moved out of.

    Raises:
        OSError: It could not be written.
    """
    file = home / NOTE
    if folder == home:
        file.unlink(missing_ok=True)
        return
    before = _read(home)
    folders = {home, *(before.left if before else ()), left} - {folder}
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = {"folder": str(folder), "left": sorted(map(str, folders))}
    part = file.with_suffix(".part")
    part.write_text(json.dumps(text, indent=1), "utf-8")
    part.replace(file)


def folder_now(home: Path, wished: Path) -> Path:
    """Return where the record is that was left in `wished`; `wished` unless it was moved out of there."""
    if is_vault(wished):
        return wished
    moved = _read(home)
    return moved.folder if moved and wished in moved.left else wished


def _read(home: Path) -> _Moved | None:
    with suppress(OSError, ValueError, KeyError, TypeError):  # none, or of somebody else
        text = json.loads((home / NOTE).read_text("utf-8"))
        return _Moved(Path(text["folder"]), frozenset(map(Path, text["left"])))
    return None
