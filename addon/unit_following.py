"""Showing the unit that runs, and leaving it in order.

Thread: main.
"""

import logging
from functools import partial

from . import view_state
from .authoring import trial
from .core import command_report, standing
from .core.adaptation_reason import reason_for
from .core.arguments import EndSessionArguments
from .core.due_hints import due_goal, with_hints
from .core.errors import MallocVrError
from .core.goal_parts import is_question
from .core.said import say
from .core.scene_shapes import CheckpointObserved, MetadataUpdated, UnitObserved, UnitStarted
from .core.serving import Call
from .core.shape import Command, Shape
from .core.view import SessionView, with_parts
from .live import authoring_aids, edit_mode, held_drag, tracking, unit_adaptation, work_standing
from .live.running_unit import RunningUnit
from .opened_engine import is_settled, opened

_log = logging.getLogger(__name__)


def show_session(session: SessionView | None) -> None:
    """Show another state of the running unit, or that none runs; authoring waits for its end."""
    before = view_state.view().session
    if _id_of(before) != _id_of(session):
        view_state.show(client_deed="")  # it was of that unit, or of before it
    view_state.show(session=session)
    _note_due(session)
    unit_adaptation.follow_goal()
    authoring_aids.follow()
    tell_running_unit()
    show_adaptation()


def _id_of(session: SessionView | None) -> str:
    return session.session_id if session is not None else ""


def _note_due(session: SessionView | None) -> None:
    """Hints are for what the screen says that the learner is at."""
    unit = tracking.running()
    if unit is not None and session is not None and unit.session_id == session.session_id:
        at = due_goal(session.checkpoints)
        unit.due_goal = at.checkpoint_id if at is not None else ""


_allowed_session = ""


def allow_authoring() -> None:
    """Have clients' authoring no longer wait for the running unit: the person said so."""
    global _allowed_session
    session = view_state.view().session
    _allowed_session = session.session_id if session is not None else ""
    tell_running_unit()


def tell_running_unit() -> None:
    """Have the engine know whether somebody works in a unit that authoring waits for."""
    session, engine = view_state.view().session, opened()
    if session is not None and session.session_id == _allowed_session:
        session = None
    if engine is not None:
        engine.set_running_unit((session.title or session.unit_id) if session else "")


def show_adaptation() -> None:
    """Show what the running unit's adaptation is now."""
    running = view_state.view().session
    unit_id = running.unit_id if running else ""
    now = unit_adaptation.of_unit(unit_id)
    view_state.show(
        adaptation=now,
        adaptation_reason=view_state.view().adaptation_reason if now.sentences else "",
        may_decline=unit_adaptation.may_decline(unit_id),
    )


def _note_reason(session: SessionView | None, reply: Shape) -> None:
    """Keep what had happened when a client had the running unit adapted."""
    if session is not None and isinstance(reply, MetadataUpdated) and reply.adaptation_applied:
        view_state.show(adaptation_reason=reason_for(session))


def follow_work() -> None:
    """Show how the work stands as soon as it was looked at; safe inside of Blender's handlers."""
    unit, session = tracking.running(), view_state.view().session
    if unit is None or session is None or unit.session_id != session.session_id:
        return
    changed = work_standing.of_changed(unit, session.checkpoints)
    following = standing.as_it_stands(session, changed)
    following = _with_time(unit, session, following)
    _note_due(following)
    view_state.show(
        session=with_parts(
            following,
            is_paused=unit.run.is_paused,
            edits_mesh=edit_mode.loses_moves(unit),
        )
    )


def after_command(
    session: SessionView | None, command: Command, reply: Shape, call: Call
) -> SessionView | None:
    """What the learner sees after a scene command, the very same object where it changes nothing."""
    _note_reason(session, reply)
    after = _after_command(session, command, reply)
    if after is None or call.is_from_window or not isinstance(reply, UnitStarted):
        return after
    return command_report.started_by_client(after, session)


def _after_command(
    session: SessionView | None, command: Command, reply: Shape
) -> SessionView | None:
    unit = tracking.running()
    if unit is None:
        return command_report.after_command(session, command, reply, command_report.NO_REASONS)
    if isinstance(reply, CheckpointObserved | UnitObserved) and held_drag.is_held(unit):
        return session  # no verdict on what is in the hand
    reasons = command_report.Reasons(
        now=partial(work_standing.reasons_now, unit),
        ended=partial(work_standing.ended_reasons, unit),
    )
    after = command_report.after_command(session, command, reply, reasons)
    if after is None or after is session or after.session_id != unit.session_id:
        return after
    if isinstance(reply, UnitStarted):
        after = with_hints(after, {one: t.hints for one, t in unit.tries.triggers.items()})
        after = _as_begun(after, unit)
    after = standing.with_courses(after, work_standing.courses(unit))
    return after if session is None else _with_time(unit, session, after)


def _as_begun(session: SessionView, unit: RunningUnit) -> SessionView:
    """Mark which checkpoints are questions, and which hold before anybody does anything."""
    triggers = unit.tries.triggers
    checkpoints = tuple(
        with_parts(
            item,
            is_question=is_question(triggers[item.checkpoint_id].trigger_conditions),
            was_found_so=(found := unit.run.holds(item.checkpoint_id)),
            is_found_so=found,
        )
        for item in session.checkpoints
    )
    return with_parts(session, checkpoints=checkpoints)


def _with_time(unit: RunningUnit, before: SessionView, now: SessionView) -> SessionView:
    """Note how long the unit took, at the moment when all of it is passed."""
    if not now.passed or (before.passed and before.active_seconds):
        return now
    return with_parts(now, active_seconds=unit.run.active_seconds)


def leave_unit() -> None:
    """Bring what the running unit, or an interrupted one, holds into the record: it will be gone."""
    unit, engine = tracking.running() or tracking.interrupted(), opened()
    if unit is None or engine is None or not is_settled() or trial.is_of(unit.session_id):
        return
    try:
        engine.call(EndSessionArguments(session_id=unit.session_id))
    except MallocVrError as error:
        _log.warning("The unit %s was not left in order: %s", unit.unit_id, error)


def show_interrupted() -> bool:
    """Where the unit ended by itself, say why, and have the record know of it.

    Returns:
        Whether one did.
    """
    session = view_state.view().session
    if session is None or tracking.running() is not None:
        return False
    show_session(None)
    gone = tracking.interrupted()
    if gone is not None and gone.session_id == session.session_id:
        show_left(session, gone.reason)
        leave_unit()
    return True


def show_left(session: SessionView, reason: str) -> None:
    """Say that the unit ended though nobody left it."""
    view_state.show_problem(
        say("The unit “{title}” was left, because {reason}.", title=session.title, reason=reason),
        say("Start it again when you like. What you did until then is in your record."),
    )
