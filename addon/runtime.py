"""The running engine: made at the first need, called by operators, closed with the add-on.

Panels read `view()`. Operators, handlers and the pump change it through the functions here; nothing
in a draw does.

Thread: main.
"""

import logging
import time
from dataclasses import dataclass, field
from pathlib import Path

import bpy

from . import (
    checked_lesson,
    followed_commands,
    modes,
    opened_engine,
    trying,
    unit_following,
    upkeep,
    view_state,
)
from .core.author_view import LibraryLesson
from .core.engine import Engine
from .core.errors import rejection
from .core.program_log import stop_log
from .core.said import say
from .core.scene_shapes import LessonChecked, LessonFinding
from .core.shape import Reply, ToolArguments
from .core.status import Notice, RecordStatus, ServerStatus, Status
from .core.view import CheckpointView, DecisionView, LessonView, SessionView, UnitView, View
from .lifetime import data_folder, log_file, old_record, record_finding
from .live import consent, trace_delivery, unit_adaptation
from .live.try_delivery import TryDelivery
from .opened_engine import opened
from .opening_wishes import run_when_open, when_open
from .reviewing import reading
from .unit_following import follow_work, leave_unit, show_session
from .upkeep import mark_authored, mark_edited, mark_progress_stale, mark_stale, set_learner
from .view_state import show_problem, show_success, view

__all__ = [
    "CheckpointView",
    "DecisionView",
    "LessonChecked",
    "LessonFinding",
    "LessonView",
    "LibraryLesson",
    "RecordStatus",
    "ServerStatus",
    "SessionView",
    "UnitView",
    "View",
    "call",
    "close",
    "deliver_tries",
    "engine",
    "file_loaded",
    "follow_work",
    "hand_in",
    "leave_unit",
    "mark_authored",
    "mark_edited",
    "mark_progress_stale",
    "mark_stale",
    "opened",
    "ready_engine",
    "record_folder",
    "refresh_if_stale",
    "report_request",
    "run_when_open",
    "set_learner",
    "show_problem",
    "show_session",
    "show_status",
    "show_success",
    "view",
    "when_open",
]

OPENING_LIMIT_SECONDS = 30.0
"""How long a Blender without a window waits for its record."""

_OPENING_POLL_SECONDS = 0.01

_log = logging.getLogger(__name__)


@dataclass
class _State:
    """What goes with one engine.

    Attributes:
        folder: Of the record that the engine opens.
        found: About the record, before the engine was there.
    """

    delivery: TryDelivery = field(default_factory=TryDelivery)
    folder: Path | None = None
    found: tuple[Notice, ...] = ()


_state = _State()


def engine() -> Engine:
    """The engine, made at the first need: enabling the add-on touches no disk.

    Its record opens on a thread of its own; `view().record` says how far it is.
    """
    made = opened()
    if made is None:
        log_file.start()
        settings = record_finding.settings()
        _state.folder = settings.folder
        _state.found = old_record.bring_home(settings.folder, may_move=not settings.has_own_folder)
        made = Engine(settings.folder, bpy.app.version_string, followed_commands.run)
        opened_engine.hold(made)
        upkeep.read_lesson()  # clients' reading tools answer from it
        unit_following.tell_running_unit()
        show_status(made.status())
    return made


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
            raise rejection(
                "BLENDER_BUSY",
                "The record is still being opened.",
                remedy="Try again in a moment.",
            )
        time.sleep(_OPENING_POLL_SECONDS)
    return opening


def call(arguments: ToolArguments[Reply]) -> Reply:
    """Do what the tool that these arguments are of does, for somebody at the window.

    Raises:
        MallocVrError: Why nothing was done; Busy while the record is still opening.
    """
    if trying.takes(arguments):
        return trying.call(arguments)
    upkeep.refresh_lesson()
    return ready_engine().call(arguments)


def hand_in() -> None:
    """Answer the clients whose requests were served, once the lesson that they left is published."""
    serving = opened()
    if serving is None:
        return
    try:
        upkeep.refresh_lesson()
    except Exception:  # whatever it is, each client waits for an answer of its own
        _log.exception("The lesson cannot be read")
    serving.hand_in()


def close() -> None:
    """Stop the engine within its bound and forget everything. Idempotent."""
    global _state
    closing, _state = opened(), _State()
    if closing is not None:
        trace_delivery.send(closing)  # what a unit that was left just now was observed of
    opened_engine.hold(None)
    forgetful = (
        checked_lesson,
        view_state,
        upkeep,
        unit_adaptation,
        reading,
        trace_delivery,
        consent,
    )
    for module in forgetful:
        module.forget()
    if closing is not None:
        closing.close()
        stop_log()


def deliver_tries() -> None:
    """Hand the record what ended since, and traces, without waiting for it; call it again and again."""
    recording = opened()
    if recording is not None:
        upkeep.refresh_lesson()
        _state.delivery.send(recording, mark_progress_stale)
        trace_delivery.send(recording)


def file_loaded() -> None:
    """Another file is open: what ran in the old one has no scene any more."""
    trying.file_loaded()
    left = view().session
    leave_unit()
    unit_adaptation.forget()
    show_session(None)
    show_problem("")
    if left is not None:
        unit_following.show_left(left, say("another file was opened"))
    mark_stale()
    if opened() is not None:
        upkeep.refresh_lesson()  # a client that asks now asks of this file


def refresh_if_stale() -> None:
    """Bring the lesson and the learner's progress up to date, if anything may have changed them."""
    if trying.follow_end() or unit_following.show_interrupted():
        mark_stale()
        mark_progress_stale()
    upkeep.refresh_progress()
    upkeep.refresh_lesson()
    upkeep.refresh_after_edits()
    if view().lesson.units or modes.current() is modes.Mode.REVIEW:
        engine()  # its learners are going to need the record
    reading.refresh()
    consent.refresh()


def show_status(status: Status) -> None:
    """Show server and record as they are now."""
    view_state.show_status(status, _state.found)


def report_request() -> str:
    """Ask for a report of an internal error, with the log that says more about it."""
    return say("Please report this with the log: {file}", file=data_folder.log_file())
