"""What Blender tells about a running unit: changes, undo, other files, and the passing of time.

Handlers copy values only. Blender may call them from a thread that renders; such calls are passed
over.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

import bpy
from bpy.app.handlers import persistent

from ..core.clock import now_seconds
from ..core.errors import MallocVrError
from ..core.said import say
from . import authoring_aids, looks, run_mark, tracking, undone_work
from .running_unit import RunningUnit

SAMPLE_INTERVAL_SECONDS = 0.1
"""How often view, mode, tool and selection are looked at while a unit runs: turning a viewport or
taking a tool raises no event."""

_log = logging.getLogger(__name__)
_due_seconds = 0.0
"""When the timer fires, by the clock of durations; means something only while it is registered."""


def register() -> None:
    """Append the handlers."""
    for name, handler in _HANDLERS.items():
        getattr(bpy.app.handlers, name).append(handler)
    looks.call_after_each(_keep_timer)


def unregister() -> None:
    """Take handlers and timer away and forget the running unit."""
    for name, handler in _HANDLERS.items():
        waiting = getattr(bpy.app.handlers, name)
        if handler in waiting:
            waiting.remove(handler)
    looks.call_no_more(_keep_timer)
    if bpy.app.timers.is_registered(_sample):
        bpy.app.timers.unregister(_sample)
    tracking.forget()
    authoring_aids.put_back_all()


def _keep_timer() -> None:
    """Have the running unit looked at when time alone may change something, and not before.

    Without an event loop a timer never fires.
    """
    global _due_seconds
    unit = tracking.running()
    wait_seconds = next_look_seconds(unit) if unit is not None else None
    if wait_seconds is None:
        return
    due_seconds = now_seconds() + wait_seconds
    if bpy.app.timers.is_registered(_sample):
        if _due_seconds <= due_seconds:
            return  # it comes in time, and goes on from there
        bpy.app.timers.unregister(_sample)
    _due_seconds = due_seconds
    bpy.app.timers.register(_sample, first_interval=wait_seconds, persistent=True)


def next_look_seconds(unit: RunningUnit) -> float | None:
    """How long until the unit is to be looked at though nothing changed; None is never: a pause."""
    if unit.run.is_paused:
        return None
    due_seconds = unit.run.due_seconds
    if due_seconds is None:
        return SAMPLE_INTERVAL_SECONDS
    return min(SAMPLE_INTERVAL_SECONDS, max(0.0, due_seconds - tracking.now_seconds()))


@persistent
def _scene_changed(scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph) -> None:
    unit = tracking.running()
    if unit is None:
        return
    if depsgraph.mode != "VIEWPORT" or bpy.app.is_job_running("RENDER"):
        return  # possibly another thread, and not what the learner sees
    if scene.session_uid == unit.scene_session_uid:
        tracking.observe_updates(unit, scene, depsgraph)


@persistent
def _frame_changed(scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph) -> None:
    """What an animation moves is nobody's work."""
    with tracking.given_changes():
        _scene_changed(scene, depsgraph)


@persistent
def _redone(*_: Any) -> None:
    """The data is another one, and what was done is done again."""
    _observe_undone()


@persistent
def _undone(*_: Any) -> None:
    """Likewise, and what was done is taken back: counted where it was the learner's work.

    Blender says neither who undid nor what, and undo steps of an author and of a client are in the
    same list: what became of the unit's objects tells.
    """
    unit = tracking.running()
    if _observe_undone() and unit is not None and not unit.watching.is_paused:
        unit.watching.undone += 1


def _observe_undone() -> bool:
    try:
        return undone_work.observe()
    except MallocVrError as error:
        _log.info("%s", error)
        return False


@persistent
def _before_load(*_: Any) -> None:
    authoring_aids.put_back_all()  # the viewports stay where a file is opened without its own


@persistent
def _file_loaded(*_: Any) -> None:
    tracking.interrupt(say("another file was opened"))


@persistent
def _before_save(*_: Any) -> None:
    authoring_aids.put_back_all()  # what a saved file shows is its author's wish
    unit = tracking.running()
    if unit is not None:
        run_mark.take_away(tracking.scene_of(unit))


@persistent
def _after_save(*_: Any) -> None:
    unit = tracking.running()
    if unit is not None:
        run_mark.put_back(tracking.scene_of(unit), unit.mark)
    authoring_aids.follow()


def _sample() -> float | None:
    """Follow the view and the passing of time, which raise no event."""
    global _due_seconds
    unit = tracking.running()
    scene = tracking.scene_of(unit) if unit is not None else None
    if unit is None or scene is None:
        return None
    if not bpy.app.is_job_running("RENDER"):
        _observe_or_log(unit, scene)
    wait_seconds = next_look_seconds(unit)
    _due_seconds = now_seconds() + (wait_seconds or 0.0)
    return wait_seconds


def _observe_or_log(unit: RunningUnit, scene: bpy.types.Scene) -> None:
    """Blender drops a timer that raises, and the unit would be followed no more without a word."""
    try:
        tracking.observe_surroundings(unit, scene)
        unit.watching.look(unit.run, scene, unit.feed)
    except Exception:
        if not unit.has_failed:  # ten times a second the same would fill the log
            _log.exception("The running unit %s could not be looked at", unit.unit_id)
        unit.has_failed = True


_HANDLERS: Mapping[str, Callable[..., None]] = {
    "depsgraph_update_post": _scene_changed,
    "frame_change_post": _frame_changed,
    "undo_post": _undone,
    "redo_post": _redone,
    "load_pre": _before_load,
    "load_post": _file_loaded,
    "save_pre": _before_save,
    "save_post": _after_save,
    "save_post_fail": _after_save,
}
