"""The running engine and the View that panels draw.

Panels read `view()`. Operators, handlers and the pump change it through the functions here; nothing
in a draw does. All state is in this module, so that disabling the add-on leaves nothing behind.

Thread: main.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import bpy

from . import (
    commands,
    data_folder,
    old_record,
    preferences,
    redraw,
    scene_adaptation,
    tracking,
    work_standing,
)
from .core import outline, report, standing
from .core.done_units import done_units
from .core.engine import Engine, start_log, stop_log
from .core.errors import MallocVrError, refusal, spoken
from .core.status import Notice, RecordState, RecordStatus, ServerStatus, Status
from .core.view import (
    CheckpointView,
    DecisionView,
    LessonView,
    SessionView,
    UnitState,
    UnitView,
    View,
)
from .progress_query import ProgressQuery
from .try_delivery import TryDelivery

__all__ = [
    "CheckpointView",
    "DecisionView",
    "LessonView",
    "RecordState",
    "RecordStatus",
    "ServerStatus",
    "SessionView",
    "UnitState",
    "UnitView",
    "View",
    "close",
    "deliver_tries",
    "engine",
    "file_loaded",
    "follow_work",
    "leave_unit",
    "mark_progress_stale",
    "mark_stale",
    "opened",
    "ready_engine",
    "record_folder",
    "refresh_if_stale",
    "report_request",
    "run_when_open",
    "set_learner",
    "show_lesson",
    "show_problem",
    "show_session",
    "show_status",
    "view",
    "when_open",
]

OPENING_LIMIT_SECONDS = 30.0
"""How long a Blender without a window waits for its record."""

_OPENING_POLL_SECONDS = 0.01

_log = logging.getLogger(__name__)


@dataclass
class _State:
    engine: Engine | None = None
    view: View = field(default_factory=View)
    passed_units: frozenset[str] = frozenset()  # as the record saw them last
    own_passed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lesson_is_stale: bool = True
    progress_is_stale: bool = False
    progress: ProgressQuery = field(default_factory=ProgressQuery)
    delivery: TryDelivery = field(default_factory=TryDelivery)
    folder: Path | None = None  # of the record that the engine opens
    found: tuple[Notice, ...] = ()  # about the record, before the engine was there
    wishes: list[Callable[[], None]] = field(default_factory=list)


_state = _State()


def view() -> View:
    """What there is to draw."""
    return _state.view


def opened() -> Engine | None:
    """The engine, if something needed it already."""
    return _state.engine


def engine() -> Engine:
    """The engine, made at the first need: enabling the add-on touches no disk.

    Its record opens on a thread of its own; `view().record` says how far it is.
    """
    if _state.engine is None:
        settings = preferences.settings()
        _start_log()
        _state.folder = settings.folder
        _state.found = old_record.bring_home(settings.folder, may_move=not settings.has_own_folder)
        _state.engine = Engine(settings.folder, bpy.app.version_string, _run)
        show_status(_state.engine.status())
    return _state.engine


def record_folder() -> Path | None:
    """Where the record is that is open or being opened; None while nothing needs one."""
    return _state.folder


def ready_engine() -> Engine:
    """The engine with its record open, or known not to open.

    Raises:
        Busy: The record is still opening. Only a Blender without a window waits for it.
    """
    opening = engine()
    end = time.monotonic() + (OPENING_LIMIT_SECONDS if bpy.app.background else 0.0)
    while not opening.status().record.is_settled:
        if time.monotonic() >= end:
            raise refusal(
                "BLENDER_BUSY",
                "The record is still being opened.",
                remedy="Try again in a moment.",
            )
        time.sleep(_OPENING_POLL_SECONDS)
    return opening


def when_open(wish: Callable[[], None]) -> None:
    """Have `wish` done once the record is open."""
    _state.wishes.append(wish)


def run_when_open() -> None:
    """Do what waited for the record, if it is open now."""
    while _state.wishes and _state.view.record.is_settled:
        _state.wishes.pop(0)()  # taken out first: one that breaks must not come again


def close() -> None:
    """Stop the engine within its bound and forget everything. Idempotent."""
    global _state
    state, _state = _state, _State()
    scene_adaptation.forget()
    if state.engine is not None:
        state.engine.close()
        stop_log()


def mark_progress_stale() -> None:
    """The record may say more of the learner now: read it before the next draw that matters."""
    _state.progress_is_stale = True


def mark_stale() -> None:
    """The file changed under us: read the lesson again before the next draw that matters."""
    _state.lesson_is_stale = True


def deliver_tries() -> None:
    """Hand the record what ended since, without waiting for it; call it again and again."""
    if _state.engine is not None:
        _state.delivery.send(_state.engine, mark_progress_stale)


def leave_unit() -> None:
    """Bring what the running unit, or an interrupted one, holds into the record: it will be gone."""
    unit = tracking.running() or tracking.interrupted()
    if unit is None or _state.engine is None or not _state.view.record.is_settled:
        return
    try:
        _state.engine.call("end_session", {"session_id": unit.session_id})
    except MallocVrError as error:
        _log.warning("The unit %s was not left in order: %s", unit.unit_id, error)


def file_loaded() -> None:
    """Another file is open: what ran in the old one has no scene any more."""
    leave_unit()
    scene_adaptation.forget()
    show_session(None)
    show_problem("")
    mark_stale()


def refresh_if_stale() -> None:
    """Bring the lesson and the learner's progress up to date, if anything may have changed them."""
    if _state.view.session is not None and tracking.running() is None:
        _show_interrupted(_state.view.session)
    if _state.progress_is_stale:
        _ask_for_progress()
    if _state.lesson_is_stale:
        _refresh_lesson()
    if _state.view.lesson.units:
        engine()  # its learners are going to need the record


def _show_interrupted(session: SessionView) -> None:
    """The unit ended by itself: say why, and have the record know of it."""
    show_session(None)
    mark_stale()
    gone = tracking.interrupted()
    if gone is None or gone.session_id != session.session_id:
        return
    show_problem(
        f"The unit “{session.title}” was left, because {gone.reason}.",
        "Start it again when you like. What you did until then is kept.",
    )
    if _state.engine is not None and _state.view.record.is_settled:
        _state.engine.post(
            "end_session", {"session_id": gone.session_id}, lambda _: mark_progress_stale()
        )


def follow_work() -> None:
    """Show how the work stands as soon as it was looked at; safe inside of Blender's handlers."""
    unit, session = tracking.running(), _state.view.session
    if unit is None or session is None or unit.session_id != session.session_id:
        return
    changed = work_standing.of_changed(unit, session.checkpoints)
    following = standing.as_it_stands(session, changed)
    if following is not session:
        show_session(following)


def show_status(status: Status) -> None:
    """Show server and record as they are now; the seconds of idling are not worth a redraw."""
    server = replace(
        status.server,
        idle_seconds=0.0,
        http_problem=spoken(status.server.http_problem),
        socket_problem=spoken(status.server.socket_problem),
    )
    record = replace(
        status.record,
        problem=spoken(status.record.problem),
        remedy=spoken(status.record.remedy),
        notices=(*_state.found, *status.record.notices),
    )
    _publish(replace(_state.view, server=server, record=record))


def set_learner(learner: str) -> None:
    """Make `learner` the one whose progress is shown and whose sessions start."""
    _state.passed_units, _state.own_passed = frozenset(), {}
    _state.progress_is_stale = bool(learner)
    _state.lesson_is_stale = True
    _publish(replace(_state.view, learner=learner))


def show_problem(problem: str, remedy: str = "") -> None:
    """Show why the last wish was refused; empty texts clear it."""
    _publish(replace(_state.view, problem=spoken(problem), remedy=spoken(remedy)))


def report_request() -> str:
    """Ask for a report of an internal error, with the log that says more about it."""
    engine = _state.engine
    path = (engine.status().log_file if engine else "") or str(data_folder.log_file())
    return f"Please report this with the log: {path}"


def show_session(session: SessionView | None) -> None:
    """Show another state of the running unit, or that none runs."""
    _publish(replace(_state.view, session=session))
    _show_adaptation()


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
    _show_adaptation()
    return reply


def _show_adaptation() -> None:
    running = _state.view.session
    adaptation = scene_adaptation.of_unit(running.unit_id if running else "")
    _publish(replace(_state.view, adaptation=adaptation))


def _refresh_lesson() -> None:
    _state.lesson_is_stale = False
    try:
        lesson = commands.run("read_lesson", {}, local=True)
    except MallocVrError as error:
        show_lesson(LessonView(problems=(spoken(error.message),)))
        return
    running = _state.view.session
    done = done_units(lesson, _state.own_passed, _state.passed_units)
    running_unit = running.unit_id if running else ""
    show_lesson(outline.lesson_view(lesson, done, running_unit, _state.own_passed))


def _ask_for_progress() -> None:
    """A file without a lesson shows no progress, so the record stays closed until there is one."""
    learner = _state.view.learner
    if not learner:
        _state.progress_is_stale = False
    elif _state.engine is not None:
        asked = _state.progress.ask(_state.engine, learner, _show_progress)
        _state.progress_is_stale = not asked


def _show_progress(learner: str, progress: dict[str, Any]) -> None:
    if learner != _state.view.learner:
        return  # another one was named meanwhile
    _state.passed_units = report.passed_units(progress)
    _state.own_passed = report.own_passed(progress)
    _state.lesson_is_stale = True
    running = _state.view.session
    if running is not None and running.learner == learner:
        show_session(report.with_progress(running, progress, _state.view.lesson))


def _start_log() -> None:
    path = data_folder.log_file()
    try:
        start_log(path)
    except (OSError, RuntimeError) as error:  # a full disk is no reason not to learn
        _log.warning("There is no log in %s: %s", path, error)


def _publish(new: View) -> None:
    if new == _state.view:
        return
    _state.view = new
    redraw.sidebars()
