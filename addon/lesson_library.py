"""The lessons in a person's folder for lessons, with their pictures, as the panel lists them.

The folder is looked at when somebody asks for it, never by a draw. Pictures are those that Blender
keeps in its files; it reads each when it is first drawn, on a thread of its own.

Thread: main.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

import bpy
import bpy.utils.previews

from . import view_state
from .core import documents_folder
from .core.author_view import LibraryLesson
from .core.errors import rejection
from .core.said import say
from .lifetime import preferences
from .scene.unreadable_names import readable_path

SHOWN_MAX = 60

KEPT_SECONDS = 10.0
"""So long a look is good enough for a client, which may ask again and again: each waits for a disk."""

_pictures: Any = None
_seen: tuple[Path, float, list[Path]] | None = None  # in a folder, at a monotonic time


def folder() -> Path:
    """The folder for lessons: that of the preferences, else one in the person's documents."""
    chosen = preferences.settings().lessons_folder
    return chosen if chosen is not None else default_folder()


def default_folder() -> Path:
    """Where lessons lie unless the preferences say otherwise."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    try:
        user_dirs = (config / "user-dirs.dirs").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        user_dirs = ""
    return documents_folder.lessons_folder(sys.platform, os.environ, Path.home(), user_dirs)


def look() -> None:
    """Look into the folder, and show what is there.

    Raises:
        StorageUnavailable: It cannot be read.
    """
    lessons = tuple(_lesson(path) for path in files_in(folder())[:SHOWN_MAX])
    view_state.show(library=lessons, has_looked=True)


def seen_in(here: Path) -> list[Path]:
    """The lessons in a folder as they were at the last look, if that is not long ago.

    Raises:
        StorageUnavailable: It cannot be read.
    """
    if _seen is not None and _seen[0] == here and time.monotonic() - _seen[1] < KEPT_SECONDS:
        return _seen[2]
    return files_in(here)


def files_in(here: Path) -> list[Path]:
    """The lessons in a folder, by name, great and small letters alike; none where there is no such folder.

    Raises:
        StorageUnavailable: It cannot be read.
    """
    global _seen
    try:
        found = _blend_files(here) if here.is_dir() else []
    except OSError as error:
        raise rejection(
            "STORAGE_UNAVAILABLE",
            say(
                "The folder {here} cannot be read: {strerror}",
                here=readable_path(str(here)),
                strerror=error.strerror,
            ),
            remedy="Choose another folder in the preferences of Malloc VR Learning.",
        ) from error
    _seen = here, time.monotonic(), found
    return found


def file_written() -> None:
    """A file was written, perhaps into the folder: the last look says no more what is there."""
    global _seen
    _seen = None


def forget() -> None:
    """Nothing was looked at, and no picture is kept."""
    global _pictures
    file_written()
    if _pictures is not None:
        bpy.utils.previews.remove(_pictures)
        _pictures = None


def _blend_files(here: Path) -> list[Path]:
    with os.scandir(here) as entries:
        found = [Path(one.path) for one in entries if one.is_file()]
    lessons = (one for one in found if one.suffix == ".blend")
    return sorted(lessons, key=lambda one: (one.name.casefold(), one.name))


def _lesson(path: Path) -> LibraryLesson:
    return LibraryLesson(
        title=readable_path(path.stem),
        file=os.fsdecode(path),
        picture_id=_picture_id(path),
    )


def _picture_id(path: Path) -> int:
    """Blender's number of the picture; 0 where there is none, as without a window."""
    global _pictures
    if bpy.app.background:
        return 0
    if _pictures is None:
        _pictures = bpy.utils.previews.new()
    key = f"{path}:{path.stat().st_mtime_ns}"
    if key not in _pictures:
        _pictures.load(key, str(path), "BLEND")
    return int(_pictures[key].icon_id)
