"""Where records went that were moved, noted in the platform's folder for a user's data.

Blender writes its preferences only when it ends, each Blender over what another one wrote, and it
forgets those of an add-on that is turned off or removed. The note outlives all of that. Nothing here
needs the native module.
"""

import json
from contextlib import suppress
from pathlib import Path

from .vault_files import is_vault

NOTE = "record.moved.json"
_MOVED = "moved"


def note(home: Path, left: Path, folder: Path) -> None:
    """Note in `home`, the platform's folder, which is there, that the record left one folder for another.

    Raises:
        OSError: It could not be written.
    """
    moved = {place: folder if at == left else at for place, at in _read(home).items()}
    moved[left] = folder
    moved.pop(folder, None)
    text = {_MOVED: {str(place): str(at) for place, at in sorted(moved.items())}}
    part = home / f"{NOTE}.part"
    part.write_text(json.dumps(text, indent=1), "utf-8")
    part.replace(home / NOTE)


def folder_now(home: Path, wished: Path) -> Path:
    """Return where the record is that was left in `wished`; `wished` unless it was moved out of there.

    What Windows did not remove there, because a program had it open, is no record any more.
    """
    at = _read(home).get(wished)
    if at is None or (is_vault(wished) and not is_vault(at)):
        return wished
    return at


def _read(home: Path) -> dict[Path, Path]:
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):  # none, or somebody's
        moved = json.loads((home / NOTE).read_text("utf-8"))[_MOVED]
        return {Path(place): Path(at) for place, at in moved.items()}
    return {}
