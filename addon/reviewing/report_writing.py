"""Writing a report about the class as text: the scene's part of the tools.

Thread: main. The engine is asked for what the record says while its own call waits for the text.
"""

from datetime import UTC, datetime
from pathlib import Path

import bpy

from .. import view_state
from ..authoring import lesson_properties
from ..core import report_csv, report_html, report_json
from ..core.arguments import ClassOverviewArguments, UnitWorkArguments
from ..core.class_report import ClassReport, class_figures, people_of
from ..core.engine import Engine
from ..core.errors import rejection
from ..core.replies import ClassOverviewReply
from ..core.serving import Call
from ..core.window_shapes import ReportWritten, WriteReport
from ..live import tracking
from ..opened_engine import opened
from ..translation import shown, translated

_LEARNERS = {
    "html": report_html.learners_html,
    "csv": report_csv.learners_csv,
    "json": report_json.learners_json,
}
_FIGURES = {
    "html": report_html.figures_html,
    "csv": report_csv.figures_csv,
    "json": report_json.figures_json,
}


def write_report(command: WriteReport, call: Call) -> ReportWritten:
    """Write it about those alone whom the command names, of the open file's units if it has some.

    Raises:
        Conflict: There is no engine to ask, or a client asked while somebody works in a unit.
    """
    if not call.is_from_window and tracking.running() is not None:
        raise rejection(
            "CONFLICT",
            "Somebody works in a unit, and writing a report would hold them up.",
            remedy="Ask again when they have left the unit.",
        )
    engine = opened()
    if engine is None:
        raise rejection("CONFLICT", "The record is not open.", remedy="Try again in a moment.")
    is_lesson_open = bool(view_state.view().lesson.units)
    overview = engine.call(ClassOverviewArguments(only_open_lesson=is_lesson_open))
    overview = people_of(overview, frozenset(command.learner_ids))
    made = datetime.now(UTC).isoformat(timespec="seconds")
    title = _title()
    if command.contents == "figures":
        text = _FIGURES[command.format](class_figures(title, made, overview))
    else:
        text = _LEARNERS[command.format](_with_works(engine, title, made, overview))
    return ReportWritten(text=shown(text))


def _title() -> str:
    """What the report is about: the lesson as its giver calls it, else its file."""
    head = bpy.data.scenes.get(view_state.view().lesson.head_scene)
    given = lesson_properties.read(head).title if head is not None else ""
    return given or Path(bpy.data.filepath).stem or translated("Class")


def _with_works(engine: Engine, title: str, made: str, overview: ClassOverviewReply) -> ClassReport:
    works = {
        (learner.learner_id, unit.unit_id): engine.call(
            UnitWorkArguments(learner_id=learner.learner_id, unit_id=unit.unit_id)
        )
        for learner in overview.learners
        for unit in learner.units
    }
    return ClassReport(title, made, overview, works)
