"""Saving the lesson where the person keeps it, and nowhere else.

A client never chooses a folder: it saves the open file to its own path, or a copy under a plain
name beside it. A file that was never saved has no such place. Where nobody sits at the screen who
could be asked, the one who started the server says where lessons are kept, by `MALLOC_VR_LESSONS`;
a guess such as Documents would be another folder in every language and none on a server.

Thread: main.
"""

import os
from pathlib import Path

import bpy

from ..core.errors import MallocVrError, rejection
from ..core.names import lesson_file_name
from ..core.said import say
from ..core.scene_shapes import LessonSaved, SaveLesson
from ..core.serving import Call, require_wanted
from ..lifetime import data_folder, preferences
from .unreadable_names import readable_path

LESSONS_FOLDER = "MALLOC_VR_LESSONS"
"""Environment variable that names the folder for lessons that were never saved."""

_copies: dict[Path, Path] = {}
"""Copies that this process wrote, with the file that each is of: they may be written again."""


_is_authored = False
"""Whether the lesson was changed by a tool or operator since the open file was read or saved."""


def note_authored() -> None:
    """A tool or an operator changed the lesson."""
    global _is_authored
    _is_authored = True


def note_kept(path: str = "") -> None:
    """A file was read, or one was saved to a path: if it is the open one, all of it is kept."""
    global _is_authored
    if not path or path == bpy.data.filepath:
        _is_authored = False


def has_changes() -> bool:
    """Whether something would be lost if another file were opened now.

    Without a window Blender counts no changes and calls every file changed; then those count that
    went through this add-on.
    """
    return _is_authored if bpy.app.background else bool(bpy.data.is_dirty)


def save_lesson(command: SaveLesson, call: Call) -> LessonSaved:
    """Save the open file.

    With a name, a copy is written beside the open file, which stays open; a file that was never
    saved becomes the named one in the folder that `MALLOC_VR_LESSONS` names.

    Raises:
        BadArgument: The name is no plain file name.
        Conflict: There is no place to save to, or another lesson of that name, or nobody waits for it.
        StorageUnavailable: The file could not be written.
    """
    own = own_path()
    if command.file_name is not None:
        name = lesson_file_name(command.file_name)
        wanted = _named_folder(own) / name
        path = own if own is not None and _is_same(own, wanted) else wanted
    elif own is not None:
        path = own
    else:
        raise _never_saved()
    _require_place(path)
    require_wanted(call)
    if path != own:
        _make_room(path, own)
    _save(path, is_copy=own is not None and path != own)
    if own is not None and path != own:
        _copies[path] = own
    return LessonSaved(path=readable_path(str(path)), size_bytes=path.stat().st_size)


def own_path() -> Path | None:
    """Path of the open file; None if it was never saved."""
    return Path(bpy.data.filepath) if bpy.data.filepath else None


def is_well_kept(path: Path) -> bool:
    """Whether a lesson at `path` lies apart from the add-on's own files."""
    return not data_folder.is_ours(path, preferences.settings().folder)


def _named_folder(own: Path | None) -> Path:
    if own is not None:
        return own.parent
    named = os.environ.get(LESSONS_FOLDER, "")
    if not named:
        raise _never_saved()
    return Path(named).expanduser().absolute()


def _never_saved() -> MallocVrError:
    return rejection(
        "CONFLICT",
        "The open file was never saved, so there is no place to save it to.",
        "file_name",
        say(
            "Save it once in Blender (File > Save As). A server without a window saves new lessons by file_name into the folder that the environment variable {variable} names.",
            variable=LESSONS_FOLDER,
        ),
    )


def _require_place(path: Path) -> None:
    if not is_well_kept(path):
        raise rejection(
            "CONFLICT",
            say(
                "{path} lies among the add-on's own files, which removing the add-on may delete.",
                path=readable_path(str(path)),
            ),
            "file_name",
            "Save the lesson elsewhere once in Blender (File > Save As).",
        )


def _is_same(first: Path, second: Path) -> bool:
    return first == second or (second.exists() and first.exists() and first.samefile(second))


def _make_room(path: Path, own: Path | None) -> None:
    if path.exists() and (own is None or _copies.get(path) != own):
        raise rejection(
            "CONFLICT",
            say("There is another lesson {name} already.", name=path.name),
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
        raise _unwritable(path, say("Blender wrote nothing."))


def _unwritable(path: Path, why: str) -> MallocVrError:
    reason = readable_path(" ".join(why.removeprefix("Error: ").split()))
    return rejection(
        "STORAGE_UNAVAILABLE",
        say(
            "The lesson could not be saved to {path}: {reason}",
            path=readable_path(str(path)),
            reason=reason,
        ),
        "file_name",
        "Look whether the disk is full or the folder read-only.",
    )
