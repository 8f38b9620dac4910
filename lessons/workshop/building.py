"""The command line of a lesson's `build.py`.

python build.py --assets OUT.blend    the file that ships
python build.py --poses               write the start poses into lesson.json
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import bpy

from . import files

DIGITS = 7
"""A tenth of a micrometre."""


def main(
    lesson_json: Path,
    build: Callable[[bpy.types.Scene], None],
    movable: Mapping[str, Sequence[str]],
) -> None:
    """Do what the command line asks for, and end the process.

    Args:
        lesson_json: The lesson's file.
        build: Makes the lesson's collections in an empty scene.
        movable: Names of the objects that have start poses, by unit.
    """
    parser = argparse.ArgumentParser(description=f"Build the lesson of {lesson_json.parent.name}.")
    parser.add_argument("--assets", type=Path, metavar="OUT.blend", help="write the lesson's files")
    parser.add_argument("--poses", action="store_true", help="write the poses into lesson.json")
    wanted = parser.parse_args()
    if not (wanted.assets or wanted.poses):
        parser.error("nothing to do: give --assets or --poses")
    build(files.empty_scene())
    if wanted.poses:
        lesson = files.load_lesson(lesson_json)
        files.write_lesson(with_poses(lesson, movable), lesson_json)
    if wanted.assets:
        files.save(wanted.assets)
        files.save_each(files.load_lesson(lesson_json), wanted.assets.with_suffix(""))
    sys.stdout.flush()
    os._exit(0)  # the module's own clean-up may never come back


def with_poses(
    lesson: dict[str, object], movable: Mapping[str, Sequence[str]]
) -> dict[str, object]:
    """A copy of the lesson whose units start with these objects where the open file has them."""
    units = lesson["units"]
    assert isinstance(units, list)
    fresh = [
        {**unit, "start_poses": {name: _pose(name) for name in movable[unit["unit_id"]]}}
        for unit in units
    ]
    return {**lesson, "units": fresh}


def _pose(name: str) -> dict[str, object]:
    thing = bpy.data.objects[name]
    turn = thing.rotation_euler.to_quaternion()
    return {
        "location": [round(value, DIGITS) + 0.0 for value in thing.location],
        "rotation": [round(value, DIGITS) + 0.0 for value in turn],
        "hidden": False,
    }
