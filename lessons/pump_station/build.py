"""Builds the lesson's .blend. Run with a Python that has the bpy module; see workshop.building."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from workshop import building  # noqa: E402

from pump_station import geometry  # noqa: E402

if __name__ == "__main__":
    building.main(HERE / "lesson.json", geometry.build, geometry.MOVABLE)
