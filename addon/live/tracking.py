"""The unit that runs: tells its run what changes in the scene, and keeps what comes of it.

What each thing that can happen means for the work says `native/session/session_run.hpp`. Scenes are
found anew each time, objects as `scene_feed` says, so undo, redo and deletion need no care. Of
several windows the first that shows the unit's scene is looked through.

Thread: main.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import bpy

from ..core.clock import now_seconds as by_clock
from ..core.errors import Conflict, rejection
from ..core.lesson import Unit
from ..core.said import say
from ..core.scene_types import Condition, SessionRun
from ..scene import named_objects, unit_reading
from . import ended_steps, held_drag, looks, run_mark
from .running_unit import Cause, Interrupted, Left, RunningUnit
from .scene_feed import SceneFeed
from .unit_conditions import UnitConditions
from .unit_tries import RunTries

_log = logging.getLogger(__name__)


@dataclass
class _State:
    running: RunningUnit | None = None
    interrupted: Interrupted | None = None
    clock: Callable[[], float] = by_clock


_state = _State()


def now_seconds() -> float:
    """By the clock of the runs, a monotonic one."""
    return _state.clock()


def running() -> RunningUnit | None:
    """The unit that runs, if any."""
    return _state.running


def interrupted() -> Interrupted | None:
    """The unit that ended by itself last, until another one starts."""
    return _state.interrupted


def start(
    scene: bpy.types.Scene,
    unit: Unit,
    conditions: Mapping[str, Condition],
    session_id: str,
    learner_label: str,
) -> None:
    """Follow a unit in its scene from now on; one that runs is given up.

    Args:
        conditions: Of its triggers, by checkpoint id.
    """
    asked = UnitConditions(unit, conditions)
    run = SessionRun(dict(conditions))
    begun = RunningUnit(
        session_id=session_id,
        unit_id=unit.unit_id,
        learner_label=learner_label,
        scene_session_uid=scene.session_uid,
        run=run,
        feed=SceneFeed(run, asked.named_objects(), asked.surface_names(), asked.mesh_names()),
        tries=RunTries(session_id, unit.unit_id, asked.triggers(), run),
    )
    begun.mark = run_mark.put(scene)
    begun.feed.tell_all(scene)
    begun.looked_seconds = now_seconds()
    run.start(begun.looked_seconds)
    _state.interrupted = None
    _state.running = begun
    looks.tell()


def leave() -> Left:
    """Give up the unit that runs, or that was interrupted, whatever session it belongs to."""
    with suppress(Conflict):  # its scene is gone: it is interrupted now, as it was seen until then
        observe_now()
    unit, _state.running = _state.running, None
    gone, _state.interrupted = _state.interrupted, None
    if unit is not None:
        run_mark.take_away(scene_of(unit))
        return _left(unit)
    return Left() if gone is None else gone.left


def stop(session_id: str) -> Left:
    """End a session. One that does not run here leaves nothing: no error."""
    unit = _state.running or _state.interrupted
    return leave() if unit is not None and unit.session_id == session_id else Left()


def set_tolerance_factor(factor: float) -> None:
    """Leave the running unit's conditions so much of their author's margin, 0.5 to 1 of it."""
    unit = _state.running
    if unit is not None:
        unit.run.set_tolerance_factor(factor)
        _observe(unit)  # what is enough now has passed


def observe_now() -> None:
    """Look at the scene as it is at this moment, up to date in every respect.

    Raises:
        Conflict: The running unit's scene was deleted; the unit ended with it.
    """
    unit = _state.running
    if unit is None:
        return
    scene = scene_of(unit)
    if scene is None:
        interrupt(say("its scene was deleted"))
        raise rejection(
            "CONFLICT",
            say("The unit {unit_id} ended, because its scene was deleted.", unit_id=unit.unit_id),
            remedy="Undo the deletion or open the lesson's file again, then start the unit again.",
        )
    held_drag.follow(unit)
    named_objects.view_layer_of(scene).update()
    unit.feed.tell_all(scene)
    _observe(unit)


def forget() -> None:
    """Forget everything, as when the add-on is disabled."""
    global _state
    _state = _State()
    ended_steps.forget()


def observe_updates(
    unit: RunningUnit, scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph
) -> None:
    """Take what the dependency graph just updated; safe inside of its handlers."""
    held_drag.follow(unit)
    unit.feed.tell_updates(scene, depsgraph)
    _observe(unit)


def observe_surroundings(unit: RunningUnit, scene: bpy.types.Scene) -> None:
    """Take view, mode and tool as they are, and that time passed; not amid a drag."""
    if held_drag.is_held(unit):
        return
    if unit.dragged_from is not None:  # just let go, and Blender may not have said where it is
        observe_now()
        return
    unit.feed.tell_surroundings(scene)
    _observe(unit, Cause.TIME)


@contextmanager
def own_changes(scene: bpy.types.Scene) -> Iterator[None]:
    """Change the running unit's scene without that being the learner's work.

    What the learner did before it is looked at first; what changes inside is taken as given.
    """
    unit = _state.running
    if unit is None or scene_of(unit) != scene:
        yield
        return
    observe_now()
    try:
        yield
    finally:
        with given_changes():  # bringing the scene up to date makes Blender tell of changes too
            observe_now()


@contextmanager
def given_changes() -> Iterator[None]:
    """Take what is observed inside as nobody's work."""
    unit = _state.running
    if unit is None:
        yield
        return
    was_given, unit.is_given = unit.is_given, True
    before = unit.feed.standing()
    try:
        yield
    finally:
        unit.is_given = was_given
        now = unit.feed.standing()
        unit.given |= {name: one for name, one in now.items() if before.get(name) != one}


def _observe(unit: RunningUnit, cause: Cause = Cause.WORK) -> None:
    unit.looked_seconds, is_held = now_seconds(), held_drag.is_held(unit)
    unit.run.set_held(is_held)
    if unit.is_given:
        unit.run.rebase(unit.looked_seconds)
    else:
        unit.run.resume_for_work(unit.looked_seconds)
        is_cancelled = not is_held and held_drag.was_cancelled(unit)
        cause = Cause.PUT_BACK if is_cancelled or unit.is_undoing else cause
        unit.run.observe(unit.looked_seconds, cause is Cause.PUT_BACK)
    unit.cause = cause
    unit.tries.take()
    looks.tell()


def scene_of(unit: RunningUnit) -> bpy.types.Scene | None:
    """Find the scene of a running unit; None once it is deleted. A copy of it is another scene."""
    return unit_reading.find_scene(unit.unit_id, unit.scene_session_uid)


def interrupt(reason: str) -> None:
    """End the running unit, if there is one, without its session having been ended."""
    unit, _state.running = _state.running, None
    if unit is None:
        return
    _log.info("The unit %s ended: %s", unit.unit_id, reason)
    _state.interrupted = Interrupted(_left(unit), reason)


def _left(unit: RunningUnit) -> Left:
    unit.leave()
    return Left(unit.session_id, unit.unit_id, unit.run.activity(), unit.tries.steps)
