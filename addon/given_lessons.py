"""Lessons as files: packing one to give away, listing and opening those in the person's folder.

The scene's part of the tools, and what the operators of the same use. A client chooses a plain name
and never a folder, and replaces no file: that a person does in Blender's own dialog.

Thread: main.
"""

import os
from pathlib import Path
from typing import Any

import bpy

from . import checked_lesson, lesson_library
from .authoring import packing
from .core.errors import BadArgument, MallocVrError, rejection
from .core.names import TOOL_NAME_LIMIT_CHARS, lesson_file_name
from .core.said import say
from .core.serving import Call, require_wanted
from .core.window_shapes import (
    ExampleLessonHere,
    LessonFileHere,
    LessonOpened,
    LessonPacked,
    LessonsListed,
    ListLessons,
    OpenLesson,
    PackLesson,
)
from .lifetime import preferences
from .scene import lesson_files, unit_reading
from .scene.shipped import LESSONS
from .scene.unreadable_names import readable_path


def pack_lesson(command: PackLesson, call: Call) -> LessonPacked:
    """Write the lesson with all that it needs under a name that is free.

    Raises:
        BadArgument: The name is no plain file name.
        Conflict: There is no folder, another file of that name, something in the lesson stops a
            learner, or nobody waits for it.
        StorageUnavailable: The file could not be written.
    """
    path = _folder() / lesson_file_name(command.file_name)
    if path.exists():
        raise rejection(
            "CONFLICT",
            say("There is another lesson {name} already.", name=path.name),
            "file_name",
            "Choose another file_name: only a person can replace it, in Blender.",
        )
    if not command.even_so:
        checked_lesson.require_no_obstacles()
    require_wanted(call)
    packing.pack(path)
    lesson_library.file_written()
    return LessonPacked(path=readable_path(str(path)), size_bytes=path.stat().st_size)


def list_lessons(_command: ListLessons) -> LessonsListed:
    """The lessons that ship, and those in the folder that `open_lesson` opens.

    Raises:
        StorageUnavailable: The folder cannot be read.
    """
    own = lesson_files.own_path()
    try:
        folder = _folder()
    except MallocVrError:  # without a window and without a folder that was named
        folder = None
    found = lesson_library.seen_in(folder) if folder is not None else []
    files = [one for one in found if _can_be_opened(one)]
    return LessonsListed(
        folder=readable_path(str(folder)) if folder is not None else "",
        examples=[
            ExampleLessonHere(
                lesson=one.name,
                title=one.title,
                description=one.description,
                units=len(one.units),
            )
            for one in LESSONS.values()
        ],
        files=[
            LessonFileHere(file_name=readable_path(one.stem), is_open=one == own) for one in files
        ],
    )


def open_lesson(command: OpenLesson, call: Call) -> LessonOpened:
    """Open a file of the folder in place of one whose changes are saved.

    Raises:
        BadArgument: The name is no plain file name.
        NotFound: There is no such file.
        Conflict: The open file has changes, the file cannot be opened, or nobody waits for it.
    """
    path = _folder() / lesson_file_name(command.file_name)
    if not path.is_file():
        raise rejection(
            "RESOURCE_NOT_FOUND",
            say("There is no lesson {name}.", name=path.name),
            "file_name",
            "list_lessons names those in the folder.",
        )
    if lesson_files.has_changes():
        raise rejection(
            "CONFLICT",
            "The open file has changes that are not saved.",
            remedy="Save it with save_lesson, or ask the person in front of Blender to.",
        )
    require_wanted(call)
    open_file(path)
    units = unit_reading.read_lesson().units
    return LessonOpened(path=readable_path(str(path)), unit_ids=[unit.unit_id for unit in units])


def opening_options(path: Path) -> dict[str, Any]:
    """How a lesson is opened: as a file that somebody else made."""
    return {
        "filepath": str(path),
        "load_ui": False,
        "use_scripts": False,
        "display_file_selector": False,
    }


def open_file(path: Path) -> None:
    """Open a lesson in place of the open file.

    Raises:
        Conflict: It is no file of Blender's, or one of a later Blender.
    """
    try:
        bpy.ops.wm.open_mainfile(**opening_options(path))
    except RuntimeError as error:
        raise rejection(
            "CONFLICT",
            say("{name} cannot be opened.", name=readable_path(path.name)),
            "file_name",
            " ".join(str(error).split()).replace("Error: ", ""),
        ) from error


def _can_be_opened(path: Path) -> bool:
    """Whether the name that a client reads leads to this file again."""
    name = readable_path(path.stem)
    try:
        return len(name) <= TOOL_NAME_LIMIT_CHARS and lesson_file_name(name) == path.name
    except BadArgument:
        return False


def _folder() -> Path:
    """The folder for lessons; without a window one that somebody named.

    Raises:
        Conflict: Nobody did.
    """
    named = os.environ.get(lesson_files.LESSONS_FOLDER, "")
    if named:
        return Path(named).expanduser().absolute()
    if bpy.app.background and preferences.settings().lessons_folder is None:
        raise rejection(
            "CONFLICT",
            "There is no folder for lessons.",
            "file_name",
            say(
                "Name one in the environment variable {variable}, or in the preferences.",
                variable=lesson_files.LESSONS_FOLDER,
            ),
        )
    return lesson_library.folder()
