"""The demonstration that goes on: what Blender reports to it, and what the panel shows of it.

Handlers copy values only, and are there only while a demonstration goes on. Blender may call them
from a thread that renders; such calls are passed over.

Thread: main.
"""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import bpy
from bpy.app.handlers import persistent

from .. import view_state
from ..core.author_view import DemonstrationView
from ..core.demonstration import Aspect, Change
from ..core.demonstration_generalise import step_name
from ..core.said import joined, say
from ..live import looks, tracking
from . import demonstration_recording
from .demonstration_recording import Recording

_NOTICE_SECONDS = 0.2
"""By then the command that ended the demonstration has cleared what it shows of itself."""

_BY_HAND = frozenset((Aspect.MOVED, Aspect.TURNED, Aspect.SCALED))
"""Of these nobody needs to be reminded by what they were done."""


@dataclass
class _State:
    recording: Recording | None = None


_state = _State()


def follow(recording: Recording) -> None:
    """Have a demonstration follow its scene from now on; one that goes on is given up."""
    end()
    _state.recording = recording
    for name, handler in _HANDLERS.items():
        getattr(bpy.app.handlers, name).append(handler)
    looks.call_after_each(_end_for_unit)
    _show()


def end() -> Recording | None:
    """Follow nothing any more; returns what was followed."""
    recording, _state.recording = _state.recording, None
    for name, handler in _HANDLERS.items():
        waiting = getattr(bpy.app.handlers, name)
        if handler in waiting:
            waiting.remove(handler)
    looks.call_no_more(_end_for_unit)
    view_state.show(demonstration=DemonstrationView())
    return recording


@persistent
def _scene_changed(scene: bpy.types.Scene, depsgraph: bpy.types.Depsgraph) -> None:
    recording = _state.recording
    if recording is None or scene.session_uid != recording.scene_session_uid:
        return
    if depsgraph.mode != "VIEWPORT" or bpy.app.is_job_running("RENDER"):
        return
    if demonstration_recording.follow_updates(recording, scene, depsgraph):
        _show()


@persistent
def _time_turned(*_: Any) -> None:
    if _state.recording is not None and demonstration_recording.follow_undo(_state.recording):
        _show()


@persistent
def _file_loaded(*_: Any) -> None:
    _end_because(
        say("The demonstration ended, because another file was opened."),
        say("Show the task again."),
    )


def _end_for_unit() -> None:
    """A learner's work is none of the teacher's, and rearranges the scene."""
    if tracking.running() is not None:
        kept = say("Show the task again when you like. What was shown before is kept.")
        _end_because(say("The demonstration ended, because a unit was started."), kept)


def _end_because(notice: str, remedy: str) -> None:
    if end() is None:
        return
    view_state.show(demonstration=DemonstrationView(notice=notice))
    if not bpy.app.background:
        saying = partial(view_state.show_problem, notice, remedy)
        bpy.app.timers.register(saying, first_interval=_NOTICE_SECONDS)


def _show() -> None:
    recording = _state.recording
    if recording is not None:
        words = [_words(one) for one in demonstration_recording.changes(recording)]
        done = tuple(one for one, _ in itertools.groupby(words))  # a long drag is seen in parts
        shown = view_state.view().demonstration
        view_state.show(demonstration=replace(shown, is_recording=True, changes=done, notice=""))


def _words(change: Change) -> str:
    said = step_name((change.object_name, change.aspect))
    by = "" if change.aspect in _BY_HAND else _label(change.operator)
    return joined((said, f"({by})")) if by else said


def _label(operator: str) -> str:
    """What Blender calls an operator in its menus."""
    kind = getattr(bpy.types, operator, None) if operator else None
    if kind is None:
        return ""
    context = kind.bl_rna.translation_context
    return str(bpy.app.translations.pgettext_iface(kind.bl_rna.name, context))


_HANDLERS: Mapping[str, Callable[..., None]] = {
    "depsgraph_update_post": _scene_changed,
    "undo_post": _time_turned,
    "redo_post": _time_turned,
    "load_post": _file_loaded,
}
