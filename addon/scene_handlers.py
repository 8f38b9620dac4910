"""What Blender tells about a running unit: changes, undo, other files, and the passing of time.

Handlers copy values only. Blender may call them from a thread that renders; such calls are passed
over.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

import bpy
from bpy.app.handlers import persistent

from . import run_mark, scene_reading, tracking
from .core import keys
from .core.errors import MallocVrError
from .running_unit import RunningUnit

SAMPLE_INTERVAL_SECONDS = 0.1
"""How often a running unit is looked at anyway: navigation in a viewport raises no event."""

UNRELATED_INTERVAL_SECONDS = 0.05
"""How often changes of what no condition names are looked at: visibility, mode and tool come with
them. Changes of named objects are always looked at, or the order of two would be lost."""

_log = logging.getLogger(__name__)


def register() -> None:
    """Append the handlers."""
    for name, handler in _HANDLERS.items():
        getattr(bpy.app.handlers, name).append(handler)


def unregister() -> None:
    """Take handlers and timer away and forget the running unit."""
    for name, handler in _HANDLERS.items():
        waiting = getattr(bpy.app.handlers, name)
        if handler in waiting:
            waiting.remove(handler)
    if bpy.app.timers.is_registered(_sample):
        bpy.app.timers.unregister(_sample)
    tracking.forget()


def sample_while_running() -> None:
    """Have the running unit looked at in intervals; without an event loop that never happens."""
    if not bpy.app.timers.is_registered(_sample):
        bpy.app.timers.register(_sample, first_interval=SAMPLE_INTERVAL_SECONDS, persistent=True)


@persistent
def _scene_changed(scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph) -> None:
    unit = tracking.running()
    if unit is None or unit.meter is None:
        return
    if depsgraph.mode != "VIEWPORT" or bpy.app.is_job_running("RENDER"):
        return  # possibly another thread, and not what the learner sees
    if scene_reading.unit_id_of(scene) != unit.unit_id:
        return
    is_recent = tracking.since_looked_seconds(unit) < UNRELATED_INTERVAL_SECONDS
    if is_recent and not _concerns(unit, depsgraph):
        return
    tracking.observe(unit, scene)


def _concerns(unit: RunningUnit, depsgraph: bpy.types.Depsgraph) -> bool:
    known = set(unit.wanted.values())
    return any(
        update.id.id_type == "OBJECT"
        and (update.id.name in unit.wanted or update.id.get(keys.UUID) in known)
        for update in depsgraph.updates
    )


@persistent
def _time_turned(*_: Any) -> None:
    """After undo or redo: the data is another one, and what was done is taken back or done again."""
    try:
        tracking.observe_undone()
    except MallocVrError as error:
        _log.info("%s", error)


@persistent
def _file_loaded(*_: Any) -> None:
    tracking.interrupt("another file was opened")


@persistent
def _before_save(*_: Any) -> None:
    unit = tracking.running()
    if unit is not None:
        run_mark.take_away(tracking.scene_of(unit))


@persistent
def _after_save(*_: Any) -> None:
    unit = tracking.running()
    if unit is not None:
        run_mark.put_back(tracking.scene_of(unit), unit.mark)


def _sample() -> float | None:
    """Follow the view and the passing of time, which raise no event."""
    unit = tracking.running()
    scene = tracking.scene_of(unit) if unit is not None else None
    if unit is None or scene is None:
        return None
    if not bpy.app.is_job_running("RENDER"):
        _observe_or_log(unit, scene)
    return SAMPLE_INTERVAL_SECONDS


def _observe_or_log(unit: RunningUnit, scene: bpy.types.Scene) -> None:
    """Blender drops a timer that raises, and the unit would be followed no more without a word."""
    try:
        tracking.observe(unit, scene)
    except Exception:
        if not unit.has_failed:  # ten times a second the same would fill the log
            _log.exception("The running unit %s could not be looked at", unit.unit_id)
        unit.has_failed = True


_HANDLERS: Mapping[str, Callable[..., None]] = {
    "depsgraph_update_post": _scene_changed,
    "undo_post": _time_turned,
    "redo_post": _time_turned,
    "load_post": _file_loaded,
    "save_pre": _before_save,
    "save_post": _after_save,
    "save_post_fail": _after_save,
}
