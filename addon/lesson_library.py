"""The lessons in a person's folder for lessons, with their pictures, as the panel lists them.

The folder is looked at when somebody asks for it, never by a draw. Pictures are those that Blender
keeps in its files; it reads each when it is first drawn, on a thread of its own.

Thread: main.
"""

import os
import sys
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

_pictures: Any = None


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


def files_in(here: Path) -> list[Path]:
    """The lessons in a folder, by name; none where there is no such folder.

    Raises:
        StorageUnavailable: It cannot be read.
    """
    try:
        if not here.is_dir():
            return []
        return sorted(one for one in here.iterdir() if one.suffix == ".blend")
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


def forget() -> None:
    """Nothing was looked at, and no picture is kept."""
    global _pictures
    if _pictures is not None:
        bpy.utils.previews.remove(_pictures)
        _pictures = None


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
