"""The files of a lesson: the .blend that ships, and `lesson.json` in a form that a person can read."""

from __future__ import annotations

import json
from pathlib import Path

import bpy

LINE_LENGTH = 110


def empty_scene() -> bpy.types.Scene:
    """A file with nothing in it but one scene."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    return bpy.context.scene


def save(path: Path) -> None:
    """Saves compressed; no unused data, so that the file is the same size every time."""
    bpy.data.orphans_purge(do_recursive=True)
    bpy.ops.wm.save_as_mainfile(filepath=str(path.resolve()), compress=True)


def save_each(lesson: dict[str, object], folder: Path) -> None:
    """Save each asset of a lesson that has several in a file of its own, named after it.

    A unit's scene brings no objects of the others then, and what a file brings is known from the
    list of its objects.
    """
    assets = lesson["assets"]
    assert isinstance(assets, dict)
    if len(assets) == 1:
        return
    folder.mkdir(exist_ok=True)
    for name, collection in assets.items():
        parts = {bpy.data.collections[collection], bpy.context.scene.world}
        path = folder.resolve() / f"{name}.blend"
        bpy.data.libraries.write(str(path), parts, compress=True)


def load_lesson(path: Path) -> dict[str, object]:
    """The lesson as it stands in the file."""
    lesson: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return lesson


def write_lesson(lesson: dict[str, object], path: Path) -> None:
    """Writes the lesson, short values on one line so that a person can read and diff it."""
    path.write_text(_laid_out(lesson, 0) + "\n", encoding="utf-8")


def _laid_out(value: object, depth: int) -> str:
    """JSON of the value, broken into lines only where it does not fit."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or len(flat) + 2 * depth <= LINE_LENGTH:
        return flat
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, list):
        rows = [_laid_out(item, depth + 1) for item in value]
        return "[\n" + ",\n".join(inner + row for row in rows) + f"\n{outer}]"
    rows = [f"{json.dumps(key)}: {_laid_out(item, depth + 1)}" for key, item in value.items()]
    return "{\n" + ",\n".join(inner + row for row in rows) + f"\n{outer}}}"
