"""Trying a unit as a learner: what a learner's buttons do then, without the record.

Thread: main.
"""

from datetime import UTC, datetime
from typing import Any, cast

from . import followed_commands, modes, unit_following, upkeep, view_state
from .authoring import trial
from .core.arguments import (
    EndSessionArguments,
    EvaluateUnitArguments,
    ShowHintArguments,
    StartSessionArguments,
)
from .core.errors import rejection
from .core.replies import EndSessionReply, EvaluateUnitReply, ShowHintReply, StartSessionReply
from .core.said import say
from .core.scene_shapes import (
    EndUnit,
    HintShownInScene,
    ObserveUnit,
    ShowHint,
    StartUnit,
    UnitEnded,
    UnitObserved,
    UnitStarted,
)
from .core.serving import WindowCall
from .core.shape import Reply, ToolArguments
from .core.trial_replies import ended, evaluated, hint_shown, started
from .live import tracking
from .scene import undo_steps, unit_reading

_mode = modes.Mode.AUTHOR
"""What the tab was for before."""


def begin(unit_id: str) -> None:
    """Start a unit as a learner would, recording nothing.

    Raises:
        NotFound, Conflict: Nothing was changed.
    """
    if trial.running() is not None or view_state.view().session is not None:
        raise rejection("CONFLICT", "A unit runs already.", remedy="Leave it first.")
    global _mode
    _mode = modes.current()
    upkeep.refresh_lesson()
    tried = trial.begin(unit_id)
    try:
        _start(tried, restart=False)
    except Exception:
        trial.forget()
        raise
    undo_steps.push("Try as Learner")


def stop() -> UnitEnded | None:
    """End the try, and have everything as it was before. Without one nothing happens."""
    tried = trial.running()
    if tried is None:
        return None
    command = EndUnit(session_id=tried.session_id)
    left = cast(UnitEnded, followed_commands.run(command, WindowCall()))
    tracking.leave()  # also of one that ended by itself
    unit_following.show_session(None)
    said = trial.bring_back()
    upkeep.mark_stale()
    modes.choose(_mode)
    if said:
        view_state.show_problem(said, say("Save it under its name now (File > Save As)."))
    return left


def follow_end() -> bool:
    """Where the tried unit ended by itself, end the try.

    Returns:
        Whether it did.
    """
    tried, gone = trial.running(), tracking.interrupted()
    if tried is None or gone is None or gone.session_id != tried.session_id:
        return False
    scene = unit_reading.find_scene(tried.unit_id, tried.scene_session_uid)
    if scene is None:  # it was deleted, which is part of the try
        stop()
        return True
    tracking.leave()
    unit_following.show_session(None)
    trial.end_where_undo_led()
    upkeep.mark_stale()
    return True


def file_loaded() -> None:
    """Another file is open: the try went with the one before."""
    if trial.running() is None:
        return
    trial.forget()
    tracking.leave()
    unit_following.show_session(None)


def takes(arguments: ToolArguments[Any]) -> bool:
    """Whether the call of a tool is about the try, and so is none for the record."""
    if trial.running() is None:
        return False
    if isinstance(arguments, StartSessionArguments):
        return True
    of_session = EndSessionArguments | EvaluateUnitArguments | ShowHintArguments
    return isinstance(arguments, of_session) and trial.is_of(arguments.session_id)


def call(arguments: ToolArguments[Reply]) -> Reply:
    """Do what the tool does, without the record.

    Raises:
        MallocVrError: Why nothing was done.
    """
    return cast(Reply, _call(arguments))


def _call(
    arguments: ToolArguments[Any],
) -> EndSessionReply | EvaluateUnitReply | ShowHintReply | StartSessionReply:
    tried = trial.running()
    assert tried is not None  # it takes only what is about the try
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    if isinstance(arguments, EvaluateUnitArguments):
        command = ObserveUnit(session_id=tried.session_id, submit=arguments.submit)
        observed = cast(UnitObserved, followed_commands.run(command, WindowCall()))
        return evaluated(command, observed, now)
    if isinstance(arguments, ShowHintArguments):
        wanted = ShowHint(session_id=tried.session_id, level=arguments.level)
        shown = cast(HintShownInScene, followed_commands.run(wanted, WindowCall()))
        return hint_shown(tried.session_id, shown)
    if isinstance(arguments, StartSessionArguments):
        if arguments.unit_id != tried.unit_id or not arguments.restart:
            raise rejection(
                "CONFLICT",
                "You are trying a unit as a learner.",
                remedy="Choose Stop Trying first.",
            )
        return started(_start(tried, restart=True), now)
    left = stop()
    assert left is not None  # it went on until now
    return ended(left, now)


def _start(tried: trial.Trial, *, restart: bool) -> UnitStarted:
    """Start it as for a learner who has passed all that comes before."""
    lesson = unit_reading.read_lesson()
    passed = {
        unit.unit_id: sorted(one.checkpoint_id for one in unit.triggers if one.can_be_judged)
        for unit in lesson.units
    }
    command = StartUnit(
        unit_id=tried.unit_id,
        session_id=tried.session_id,
        learner_label=trial.LABEL,
        own_passed=passed,
        curriculum_units=(),
        advised_units=(),
        restart=restart,
    )
    return cast(UnitStarted, followed_commands.run(command, WindowCall()))
