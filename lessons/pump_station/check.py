"""Checks the built lesson: what holds for every lesson. See workshop.checking for how to run it."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from workshop import checking  # noqa: E402

from pump_station import geometry  # noqa: E402


class PumpStation(checking.LessonCase):
    """The lesson as it ships."""

    path = HERE / "lesson.json"
    build = staticmethod(geometry.build)
    movable = geometry.MOVABLE


if __name__ == "__main__":
    checking.main(PumpStation)
