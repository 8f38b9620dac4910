"""Keeps the poses in `lesson.json` the same as those in `poses`. No Blender needed."""

from __future__ import annotations

import json
from pathlib import Path

from . import poses

LESSON = Path(__file__).resolve().parent / "lesson.json"
LINE_LENGTH = 110


def load(path: Path = LESSON) -> dict[str, object]:
    """The lesson as it stands in the file."""
    lesson: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return lesson


def with_poses(lesson: dict[str, object]) -> dict[str, object]:
    """A copy of the lesson whose units carry their start and goal poses.

    Errors: KeyError if the lesson has a unit that `poses` does not know.
    """
    units = lesson["units"]
    assert isinstance(units, list)
    fresh = [
        unit
        | {
            "start_poses": poses.as_json(poses.start_poses(unit["unit_id"])),
            "goal_poses": poses.as_json(poses.goal_poses(unit["unit_id"])),
        }
        for unit in units
    ]
    return lesson | {"units": fresh}


def write(lesson: dict[str, object], path: Path = LESSON) -> None:
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
