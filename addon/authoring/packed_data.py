"""Having in the file, for as long as it is written, what it uses of other files.

Thread: main. Afterwards the open file uses the same other files as before.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import bpy

from ..core.errors import rejection
from ..core.said import say
from ..scene.unreadable_names import readable_path

_log = logging.getLogger(__name__)


@contextmanager
def everything_packed() -> Iterator[None]:
    """Pack images, fonts and sounds, and take them out again afterwards.

    Raises:
        Conflict: Something is missing, or linked from another .blend file.
    """
    _require_no_links()
    packed: list[Any] = []
    try:
        for item in _used_files():
            _pack(item)
            packed.append(item)
        yield
    finally:
        for item in packed:
            item.unpack(method="REMOVE")


def _require_no_links() -> None:
    """Blender can put a linked file inside, but not take it out again without writing to a disk."""
    for library in bpy.data.libraries:
        raise rejection(
            "CONFLICT",
            say(
                "The lesson uses parts of {filepath}, which others do not have.",
                filepath=readable_path(library.filepath),
            ),
            remedy="Choose Object > Relations > Make Local > All, then pack again.",
        )


def _used_files() -> Iterator[Any]:
    """What lies in files of its own, and in none yet of what Blender brings along."""
    for image in bpy.data.images:
        if image.source in {"FILE", "SEQUENCE"} and not image.packed_files and not image.is_dirty:
            yield image
    for font in bpy.data.fonts:
        if font.packed_file is None and font.filepath != "<builtin>":
            yield font
    for sound in bpy.data.sounds:
        if sound.packed_file is None:
            yield sound


def _pack(item: Any) -> None:
    try:
        item.pack()
    except RuntimeError as error:
        path = readable_path(item.filepath)
        _log.info("%s cannot be packed: %s", path, error)
        raise rejection(
            "CONFLICT",
            say("The file {path} is missing, so others would not have it.", path=path),
            remedy="Put it back, or take out what uses it, then pack again.",
        ) from error
