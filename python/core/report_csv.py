"""Reports as CSV (RFC 4180), with a header and UTF-8."""

import csv
import io
from collections.abc import Iterable, Sequence

from .class_report import ClassFigures, ClassReport
from .review import title_of
from .suppression import Counts

HIDDEN = "<10"
"""What stands in a cell that is not published."""

_LEARNER_COLUMNS = (
    "learner", "unit_id", "unit", "state", "tries", "own_passes", "helped_passes", "failed",
    "abandoned", "hints", "self_corrections", "passed_checkpoints", "checkpoints",
    "worked_seconds", "first_seen", "last_seen", "stuck_since",
)  # fmt: skip

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def learners_csv(report: ClassReport) -> str:
    """A row for each learner in each unit that they began."""
    rows = []
    for learner in report.overview.learners:
        stuck = {one.unit_id: one.since for one in reversed(learner.stuck)}
        for unit in learner.units:
            values = {name: getattr(unit, name, "") for name in _LEARNER_COLUMNS}
            values["learner"] = learner.learner_id
            values["unit"] = title_of(report.overview, unit.unit_id)
            values["worked_seconds"] = round(unit.worked_seconds)
            values["stuck_since"] = stuck.get(unit.unit_id, "")
            rows.append([values[name] for name in _LEARNER_COLUMNS])
    return _text(_LEARNER_COLUMNS, rows)


def figures_csv(figures: ClassFigures) -> str:
    """A row for each part of each unit and skill, then the means."""
    rows: list[Sequence[object]] = []
    for unit in figures.units:
        rows += _counted("unit", unit.title, unit.people)
        means = {"tries": unit.tries, "hints": unit.hints, "minutes": unit.minutes}
        rows += [("unit", unit.title, f"mean {name}", _cell(mean)) for name, mean in means.items()]
    for skill in figures.skills:
        rows += _counted("skill", skill.skill, skill.people)
    return _text(("of", "name", "figure", "value"), rows)


def _counted(of: str, name: str, people: Counts) -> list[Sequence[object]]:
    cells: list[Sequence[object]] = [(of, name, "learners", _cell(people.total))]
    return cells + [(of, name, part, _cell(count)) for part, count in people.cells.items()]


def _cell(value: float | None) -> object:
    return HIDDEN if value is None else value


def _text(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_safe(value) for value in row] for row in rows)
    return out.getvalue()


def _safe(value: object) -> object:
    """A text that a spreadsheet would run as a formula is quoted: names are typed by learners."""
    is_formula = isinstance(value, str) and value.startswith(_FORMULA_STARTS)
    return f"'{value}" if is_formula else value
