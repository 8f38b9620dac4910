"""Reports as JSON, for other programs."""

import json
from dataclasses import asdict
from typing import Any

from .class_report import ClassFigures, ClassReport

LEARNERS_FORMAT = "malloc-vr-class-1"
FIGURES_FORMAT = "malloc-vr-class-figures-1"


def learners_json(report: ClassReport) -> str:
    """The overview as `get_class_overview` gives it, and each unit's work as `get_unit_work` does."""
    return _text(
        {
            "format": LEARNERS_FORMAT,
            "title": report.title,
            "made": report.made,
            **report.overview.to_json(),
            "works": [work.to_json() for work in report.works.values()],
        }
    )


def figures_json(figures: ClassFigures) -> str:
    """The figures; null is not published."""
    return _text({"format": FIGURES_FORMAT, **asdict(figures)})


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
