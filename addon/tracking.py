"""The unit that runs: follows its triggers' conditions through everything that changes the scene.

Nothing here holds on to Blender data: objects and scenes are found by UUID and name each time, so
undo, redo and deletion need no care.

Thread: main.
"""

import json
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import bpy

from . import ended_steps, run_mark, scene_objects, scene_reading, scene_snapshot
from .core import keys
from .core.errors import Conflict, MallocVrError, refusal
from .core.lesson import Trigger, Unit
from .core.scene_types import Condition, ConditionTracker, SceneSnapshot
from .running_unit import Interrupted, Left, RunningUnit
from .unit_tries import RunTries

TOLERANCE_FACTOR_MIN = 0.5
"""Tighter than that is another task, which only its author can set."""

_NO_CONDITION = '{"mode": {"is": "OBJECT"}}'  # names no object; its tracker only meters activity

_log = logging.getLogger(__name__)


@dataclass
class _State:
    running: RunningUnit | None = None
    interrupted: Interrupted | None = None
    clock: Callable[[], float] = time.monotonic


_state = _State()


def running() -> RunningUnit | None:
    """The unit that runs, if any."""
    return _state.running


def interrupted() -> Interrupted | None:
    """The unit that ended by itself last, until another one starts."""
    return _state.interrupted


def conditions_of(trigger: Trigger) -> Condition | None:
    """Compile a trigger's conditions; None where it has none.

    Raises:
        Conflict: They were broken by hand.
    """
    if not trigger.trigger_conditions:
        return None
    try:
        return Condition(json.dumps(trigger.trigger_conditions))
    except MallocVrError as error:
        raise refusal(
            "CONFLICT",
            f"The conditions of {trigger.trigger_object_name} are broken: {error.message}",
            error.field,
            "Author the trigger again.",
        ) from error


def start(
    unit: Unit, conditions: Mapping[str, Condition], session_id: str, learner_label: str
) -> None:
    """Follow a unit from now on; one that runs is given up.

    Args:
        conditions: Of its triggers, by checkpoint id.
    """
    named = {
        name: trigger.named_objects.get(name, "")
        for trigger in unit.triggers
        if trigger.checkpoint_id in conditions
        for name in conditions[trigger.checkpoint_id].object_names
    }
    begun = RunningUnit(
        session_id=session_id,
        unit_id=unit.unit_id,
        learner_label=learner_label,
        scene_uuid=unit.uuid,
        wanted=named,
        with_view=any(condition.needs_view for condition in conditions.values()),
        origin_seconds=_state.clock(),
    )
    scene = scene_of(begun)
    assert scene is not None  # the unit was read from it
    begun.mark = run_mark.put(scene)
    _state.interrupted = None
    _state.running = begun
    snapshot = _look(begun, scene)
    for checkpoint_id, condition in conditions.items():
        begun.trackers[checkpoint_id] = ConditionTracker(condition, snapshot)
    begun.meter = ConditionTracker(Condition(_NO_CONDITION), snapshot)
    triggers = {t.checkpoint_id: t for t in unit.triggers if t.checkpoint_id in conditions}
    begun.tries = RunTries(session_id, unit.unit_id, triggers, begun.trackers, begun.meter)


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
    """Leave the running unit's conditions only so much of the room that their author left.

    Args:
        factor: 1 is as authored. Room is only ever taken, at most half of it: what lies outside of
            0.5 to 1 counts as the nearer end.
    """
    unit = _state.running
    if unit is None:
        return
    unit.tolerance_factor = min(1.0, max(TOLERANCE_FACTOR_MIN, factor))
    for tracker in unit.trackers.values():
        tracker.set_tolerance_factor(unit.tolerance_factor)


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
        interrupt("its scene was deleted")
        raise refusal(
            "CONFLICT",
            f"The unit {unit.unit_id} ended, because its scene was deleted.",
            remedy="Undo the deletion or open the lesson's file again, then start the unit again.",
        )
    scene_objects.view_layer_of(scene).update()
    observe(unit, scene)


def since_looked_seconds(unit: RunningUnit) -> float:
    """Time since the scene was looked at last."""
    return _state.clock() - unit.looked_seconds


def forget() -> None:
    """Forget everything, as when the add-on is disabled."""
    global _state
    _state = _State()
    ended_steps.forget()


def activity_of(unit: RunningUnit) -> dict[str, Any]:
    """What the learner did since the start, to all objects that the unit's conditions name."""
    assert unit.meter is not None
    activity: dict[str, Any] = json.loads(unit.meter.activity_json())
    return activity


def observe(unit: RunningUnit, scene: bpy.types.Scene) -> None:
    """Take the scene as the dependency graph has it; safe inside of its handlers."""
    snapshot = _look(unit, scene)
    for tracker in unit.trackers.values():
        if unit.is_undoing:
            tracker.observe_undone(snapshot)
        else:
            tracker.observe(snapshot)
    if unit.meter is not None:
        unit.meter.observe(snapshot)
    if unit.tries is not None:
        unit.tries.observe(seconds_of(unit), undone=unit.is_undoing)


def observe_undone() -> None:
    """Look at the scene after an undo or redo, which is no work of the learner.

    Behind its start the unit ends: what is to be seen there is not what was done in it.

    Raises:
        Conflict: As `observe_now`.
    """
    unit = _state.running
    if unit is None:
        return
    scene = scene_of(unit)
    if scene is not None and not run_mark.is_on(scene, unit.mark):
        interrupt("Undo went back behind its start")
        return
    unit.is_undoing = True  # bringing the scene up to date makes Blender tell of changes too
    try:
        observe_now()
    finally:
        unit.is_undoing = False


def seconds_of(unit: RunningUnit) -> float:
    """Seconds from the unit's start to its last look at the scene."""
    return unit.looked_seconds - unit.origin_seconds


def _look(unit: RunningUnit, scene: bpy.types.Scene) -> SceneSnapshot:
    unit.looked_seconds = _state.clock()
    return scene_snapshot.take(scene, unit.wanted, seconds_of(unit), with_view=unit.with_view)


def scene_of(unit: RunningUnit) -> bpy.types.Scene | None:
    """Find the scene of a running unit; None once it is deleted."""
    scenes = scene_reading.scenes_of_unit(unit.unit_id)
    same = (scene for scene in scenes if scene.get(keys.UUID, "") == unit.scene_uuid)
    return next(same, None)


def interrupt(reason: str) -> None:
    """End the running unit, if there is one, without its session having been ended."""
    unit = _state.running
    _state.running = None
    if unit is None or unit.meter is None:
        return
    _log.info("The unit %s ended: %s", unit.unit_id, reason)
    _state.interrupted = Interrupted(_left(unit), reason)


def _left(unit: RunningUnit) -> Left:
    assert unit.tries is not None
    unit.tries.leave(seconds_of(unit))
    return Left(
        unit.session_id,
        unit.unit_id,
        activity_of(unit),
        unit.tries.steps,
    )
