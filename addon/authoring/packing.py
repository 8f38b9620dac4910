"""Packing a lesson: one file with all that it needs, which others open or find among their assets.

Thread: main. The open file stays as it is.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import bpy

from ..core import keys
from ..core.errors import MallocVrError, rejection
from ..core.file_values import value_of
from ..core.lesson import Lesson
from ..core.lesson_details import LessonDetails
from ..core.said import say
from ..scene import lesson_files, unit_reading
from ..scene.unreadable_names import readable_path
from . import lesson_head, lesson_picture, lesson_properties
from .packed_data import everything_packed

_TAG = "Malloc VR Lesson"


def pack(path: Path) -> None:
    """Write the lesson of the open file.

    Raises:
        Conflict: There is no lesson, the path is the open file's own or among the add-on's, or
            something that the lesson uses is missing or linked.
        StorageUnavailable: The file could not be written.
    """
    lesson = unit_reading.read_lesson()
    scene = lesson_head.scene_of(lesson)
    if scene is None:
        raise rejection("CONFLICT", "This file holds no lesson.", remedy="Add a unit first.")
    own = lesson_files.own_path()
    if own is not None and own.resolve() == path.resolve():
        raise rejection(
            "CONFLICT",
            say("You work in {name} yourself.", name=readable_path(path.name)),
            remedy="Choose another name, so that it stays as it is.",
        )
    if not lesson_files.is_well_kept(path):
        raise rejection(
            "CONFLICT",
            say("{path} lies among the add-on's own files.", path=readable_path(str(path))),
            remedy="Choose a folder of your own.",
        )
    details = _details(lesson, scene)
    with everything_packed(), _shown_details(scene, details), _asset(scene, details):
        _write(path)


def _details(lesson: Lesson, scene: bpy.types.Scene) -> LessonDetails:
    given = lesson_properties.read(scene)
    return replace(given, title=lesson_head.title_of(lesson, given.title))


@contextmanager
def _shown_details(scene: bpy.types.Scene, details: LessonDetails) -> Iterator[None]:
    """A lesson without a title gets one in the packed file only."""
    before = value_of(scene, keys.LESSON)
    if scene.is_editable:
        lesson_properties.write(scene, details)
    try:
        yield
    finally:
        if before is None:
            scene.pop(keys.LESSON, None)
        else:
            scene[keys.LESSON] = before


@contextmanager
def _asset(scene: bpy.types.Scene, details: LessonDetails) -> Iterator[None]:
    """Have an asset stand for the lesson: a collection, for the asset browser lists no scenes."""
    made = bpy.data.collections.new(details.title)
    for obj in scene.objects:
        if not value_of(obj, keys.IS_TRIGGER) and not value_of(obj, keys.HINT_FOR):
            made.objects.link(obj)
    made.asset_mark()
    made.asset_data.author = details.author
    made.asset_data.license = details.licence
    made.asset_data.copyright = details.author
    made.asset_data.description = f"{details.title} ({', '.join(details.languages) or 'lesson'})"
    made.asset_data.tags.new(_TAG, skip_if_exists=True)
    picture = lesson_picture.draw(scene)
    if picture is not None:
        _give_preview(made, picture)
    try:
        yield
    finally:
        bpy.data.collections.remove(made)


def _give_preview(item: bpy.types.ID, picture: Sequence[float]) -> None:
    side = lesson_picture.SIDE_PIXELS
    preview = item.preview_ensure()
    preview.image_size = (side, side)
    preview.image_pixels_float.foreach_set(picture)


def _write(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        bpy.ops.wm.save_as_mainfile(
            filepath=str(path),
            copy=True,
            check_existing=False,
            compress=True,
            relative_remap=False,
        )
    except (OSError, RuntimeError) as error:
        raise _unwritable(path, str(error)) from error
    if not path.is_file():
        raise _unwritable(path, say("Blender wrote nothing."))


def _unwritable(path: Path, why: str) -> MallocVrError:
    return rejection(
        "STORAGE_UNAVAILABLE",
        say(
            "The lesson could not be packed to {path}: {why}",
            path=readable_path(str(path)),
            why=readable_path(why),
        ),
        remedy="Look whether the disk is full or the folder read-only.",
    )
