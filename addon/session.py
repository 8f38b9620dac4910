"""The running engine and the View that panels draw.

Panels read `view()`. Operators, handlers and the pump change it through the functions here; nothing
in a draw does. All state is in this module, so that disabling the add-on leaves nothing behind.

Thread: main.
"""

import logging
from dataclasses import dataclass, field, replace
from typing import Any

import bpy

from . import commands, preferences, tracking
from .core import outline, report
from .core.engine import Engine
from .core.errors import MallocVrError, NotFound, spoken
from .core.status import RecordStatus, ServerStatus, Status
from .core.view import (
    CheckpointView,
    DecisionView,
    LessonView,
    SessionView,
    UnitState,
    UnitView,
    View,
)

__all__ = [
    "CheckpointView",
    "DecisionView",
    "LessonView",
    "RecordStatus",
    "ServerStatus",
    "SessionView",
    "UnitState",
    "UnitView",
    "View",
    "close",
    "engine",
    "file_loaded",
    "mark_progress_stale",
    "mark_stale",
    "opened",
    "refresh_if_stale",
    "set_learner",
    "show_lesson",
    "show_problem",
    "show_session",
    "show_status",
    "view",
]

_log = logging.getLogger(__name__)


@dataclass
class _State:
    engine: Engine | None = None
    view: View = field(default_factory=View)
    passed_units: frozenset[str] = frozenset()
    lesson_is_stale: bool = True
    progress_is_stale: bool = False


_state = _State()


def view() -> View:
    """What there is to draw."""
    return _state.view


def opened() -> Engine | None:
    """The engine, if something needed it already."""
    return _state.engine


def engine() -> Engine:
    """The engine, opened at the first need: enabling the add-on touches no disk."""
    if _state.engine is None:
        folder = preferences.settings().folder
        _state.engine = Engine(folder, bpy.app.version_string, _run)
        show_status(_state.engine.status())
    return _state.engine


def close() -> None:
    """Stop the engine within its bound and forget everything. Twice is once."""
    global _state
    state, _state = _state, _State()
    if state.engine is not None:
        state.engine.close()


def mark_progress_stale() -> None:
    """The record may say more of the learner now: read it before the next draw that matters."""
    _state.progress_is_stale = True


def mark_stale() -> None:
    """The file changed under us: read the lesson again before the next draw that matters."""
    _state.lesson_is_stale = True


def file_loaded() -> None:
    """Another file is open: what ran in the old one has no scene any more."""
    _publish(replace(_state.view, session=None, problem="", remedy=""))
    mark_stale()


def refresh_if_stale() -> None:
    """Bring the lesson and the learner's progress up to date, if anything may have changed them."""
    if _state.view.session is not None and tracking.running() is None:
        show_session(None)  # its scene or its file is gone
        mark_stale()
    if _state.progress_is_stale:
        _refresh_progress()
    if _state.lesson_is_stale:
        _refresh_lesson()


def show_status(status: Status) -> None:
    """Show server and record as they are now; the seconds of idling are not worth a redraw."""
    server = replace(
        status.server,
        idle_seconds=0.0,
        http_problem=spoken(status.server.http_problem),
        socket_problem=spoken(status.server.socket_problem),
    )
    record = replace(status.record, problem=spoken(status.record.problem))
    _publish(replace(_state.view, server=server, record=record))


def set_learner(learner: str) -> None:
    """Make `learner` the one whose progress is shown and whose sessions start."""
    _state.passed_units = frozenset()
    _state.progress_is_stale = bool(learner)
    _state.lesson_is_stale = True
    _publish(replace(_state.view, learner=learner))


def show_problem(problem: str, remedy: str = "") -> None:
    """Show why the last wish was refused; empty texts clear it."""
    _publish(replace(_state.view, problem=spoken(problem), remedy=spoken(remedy)))


def show_session(session: SessionView | None) -> None:
    """Show another state of the running unit, or that none runs."""
    _publish(replace(_state.view, session=session))


def show_lesson(lesson: LessonView) -> None:
    """Show another outline of the lesson."""
    _publish(replace(_state.view, lesson=lesson))


def _run(command: str, arguments: dict[str, Any], *, local: bool) -> dict[str, Any]:
    """Execute a scene command, whoever asked for it, and show what it changed."""
    reply: dict[str, Any] = commands.run(command, arguments, local=local)
    current = _state.view
    session = report.after_command(current.session, command, arguments, reply)
    if session is not current.session:
        show_session(session)
        if session is not None and session.learner != current.learner:
            set_learner(session.learner)  # a client started this unit for somebody else
        _state.progress_is_stale = True
    if command not in report.READING_COMMANDS:
        mark_stale()
    return reply


def _refresh_lesson() -> None:
    _state.lesson_is_stale = False
    try:
        lesson = commands.run("read_lesson", {}, local=True)
    except MallocVrError as error:
        show_lesson(LessonView(problems=(spoken(error.message),)))
        return
    running = _state.view.session
    show_lesson(
        outline.lesson_view(lesson, _state.passed_units, running.unit_id if running else "")
    )


def _refresh_progress() -> None:
    """Ask the record how far the learner is; one that it does not know has done nothing yet.

    A file without a lesson shows no progress, so the record stays closed until there is one.
    """
    if _state.engine is None and not _state.view.lesson.units:
        return
    _state.progress_is_stale = False
    learner = _state.view.learner
    if not learner:
        return
    try:
        progress = engine().call("get_learner_progress", {"learner_id": learner})
    except NotFound:
        return
    except MallocVrError as error:
        _log.warning("The learner's progress cannot be read: %s", error)
        return
    _state.passed_units = report.passed_units(progress)
    _state.lesson_is_stale = True
    running = _state.view.session
    if running is not None and running.learner == learner:
        show_session(report.with_progress(running, progress, _state.view.lesson))


def _publish(new: View) -> None:
    if new == _state.view:
        return
    _state.view = new
    _redraw_sidebars()


def _redraw_sidebars() -> None:
    manager = bpy.context.window_manager
    if bpy.app.background or manager is None:
        return
    for window in manager.windows:
        for area in window.screen.areas:
            if area.type == "VIEW_3D":
                area.tag_redraw()
