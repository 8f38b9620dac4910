"""Executing a scene command, whoever asked for it, and showing what it changed.

Thread: main.
"""

from . import unit_following, upkeep, view_state
from .authoring import trial
from .core import command_report
from .core.scene_shapes import (
    EndUnit,
    ObserveCheckpoint,
    ObserveUnit,
    ShowHint,
    StartUnit,
    UpdateSceneMetadata,
)
from .core.serving import Call
from .core.shape import Command, Shape
from .core.view import with_parts
from .core.window_shapes import PauseUnit
from .live import ended_steps, tracking
from .serving import commands

_OF_LEARNERS = (
    EndUnit.NAME,
    ObserveCheckpoint.NAME,
    ObserveUnit.NAME,
    PauseUnit.NAME,
    ShowHint.NAME,
    StartUnit.NAME,
    UpdateSceneMetadata.NAME,
)
"""What a client must not ask while the author tries a unit: it would be taken for a learner's work."""


def run(command: Command, call: Call) -> Shape:
    """Execute a scene command, and show what it changed.

    Raises:
        MallocVrError: The command rejects; nothing was changed.
    """
    tried = trial.running()
    if tried is not None and not call.is_from_window and command.NAME in _OF_LEARNERS:
        raise trial.reject_others()
    reply = commands.run(command, call)
    if tried is not None:
        ended_steps.drop(tried.session_id)  # the record shall never hear of it
    if isinstance(command, StartUnit):
        _watch(is_recorded=tried is None, is_from_window=call.is_from_window)
    current = view_state.view()
    session = unit_following.after_command(current.session, command, reply, call)
    if session is not None:
        session = with_parts(session, is_trial=trial.is_of(session.session_id))
    if session is not current.session:
        unit_following.show_session(session)
        if session is not None and not session.is_trial and session.learner != current.learner:
            upkeep.set_learner(session.learner)  # a client started this unit for somebody else
        upkeep.mark_progress_stale()
    if command.NAME not in command_report.READING_COMMANDS:
        upkeep.mark_stale()
    unit_following.show_adaptation()
    return reply


def _watch(*, is_recorded: bool, is_from_window: bool) -> None:
    unit = tracking.running()
    if unit is not None:
        unit.watching.is_recorded = is_recorded
        unit.watching.may_trace = is_recorded and is_from_window
