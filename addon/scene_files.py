"""Saving the lesson: to its own path, or under a plain name in the lessons folder.

Thread: main.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import bpy

from . import preferences
from .core.errors import refusal
from .core.fields import Fields
from .core.names import lesson_file_name

_copies: dict[Path, Path] = {}
"""Copies that this process wrote, with the file that each is of: they may be written again."""


def lessons_folder() -> Path:
    """Where named lessons are kept: beside the record."""
    return preferences.settings().folder / "lessons"


def save_lesson(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Save the open file.

    With a name, a file that has a path of its own already is copied and stays open as it is; one
    that was never saved becomes the named file.

    Raises:
        BadArgument: The name is no plain file name.
        Conflict: There is no path to save to, or another lesson of that name.
        StorageUnavailable: The file could not be written.
    """
    fields = Fields(arguments)
    own = Path(bpy.data.filepath) if bpy.data.filepath else None
    if fields.has("file_name"):
        wanted = lessons_folder() / lesson_file_name(fields.text("file_name"))
        path = own if own is not None and _is_same(own, wanted) else wanted
    elif own is not None:
        path = own
    else:
        raise refusal(
            "CONFLICT",
            "The open file was never saved, so it has no path of its own.",
            "file_name",
            "Give a file_name, or save the file in Blender first.",
        )
    if path != own:
        _make_room(path, own)
    _save(path, is_copy=own is not None and path != own)
    if own is not None and path != own:
        _copies[path] = own
    return {"path": str(path), "size_bytes": path.stat().st_size}


def _is_same(first: Path, second: Path) -> bool:
    return first == second or (second.exists() and first.exists() and first.samefile(second))


def _make_room(path: Path, own: Path | None) -> None:
    if path.exists() and (own is None or _copies.get(path) != own):
        raise refusal(
            "CONFLICT",
            f"There is another lesson {path.name} already.",
            "file_name",
            "Choose another file_name, or open that lesson and save it there.",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, str(error)) from error


def _save(path: Path, *, is_copy: bool) -> None:
    try:
        bpy.ops.wm.save_as_mainfile(filepath=str(path), copy=is_copy, check_existing=False)
    except RuntimeError as error:  # how operators report what the disk said
        raise _unwritable(path, str(error)) from error
    if not path.is_file():
        raise _unwritable(path, "Blender wrote nothing.")


def _unwritable(path: Path, why: str) -> Exception:
    reason = " ".join(why.removeprefix("Error: ").split())
    return refusal(
        "STORAGE_UNAVAILABLE",
        f"The lesson could not be saved to {path}: {reason}",
        "file_name",
        "Look whether the disk is full or the folder read-only.",
    )
