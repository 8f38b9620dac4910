"""Keeps the poses in `lesson.json` the same as those in `poses`."""

from __future__ import annotations

from pathlib import Path

from workshop import files

from . import poses

LESSON = Path(__file__).resolve().parent / "lesson.json"


def load(path: Path = LESSON) -> dict[str, object]:
    """The lesson as it stands in the file."""
    return files.load_lesson(path)


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
    files.write_lesson(lesson, path)
