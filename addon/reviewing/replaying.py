"""Going through a session's raw trace: read from the record, then shown moment by moment.

Thread: main; it waits for nothing. While it plays, a timer of Blender's goes on; no modal operator.
"""

import time
from dataclasses import dataclass, replace

import bpy

from .. import modes, view_state
from ..core.errors import MallocVrError
from ..core.replay import Replay
from ..core.status_shapes import SessionTrace
from ..modes import Mode
from ..opened_engine import opened

_FRAME_SECONDS = 0.1
"""As often as was looked."""


@dataclass
class _State:
    """When the last frame was shown."""

    shown_seconds: float = 0.0


_state = _State()


def forget() -> None:
    """Nothing plays any more."""
    if bpy.app.timers.is_registered(_next_frame):
        bpy.app.timers.unregister(_next_frame)


def follow_step() -> None:
    """The step that is shown is another: read its session's trace, and stand at its moment."""
    shown = view_state.view().review
    step = shown.shown_step
    if step is None:
        return
    if shown.replay is not None and shown.replay.session_id == step.session_id:
        go_to(step.seconds)
        return
    view_state.show(review=replace(shown, replay=None, is_playing=False))
    read_again()


def read_again() -> None:
    """Read the session's trace, which may be gone meanwhile: its learner took the consent back."""
    step, engine = view_state.view().review.shown_step, opened()
    if step is None or engine is None:
        return
    if step.session_id:
        engine.read_trace(step.session_id, _take, _take_problem)


def go_to(seconds: float) -> None:
    """Stand at another moment; beyond an end, at that end."""
    shown = view_state.view().review
    if shown.replay is None:
        return
    first, last = shown.replay.from_seconds, shown.replay.to_seconds
    view_state.show(review=replace(shown, moment_seconds=min(max(seconds, first), last)))


def play(*, is_playing: bool) -> None:
    """Go on by itself from where it stands, from the begin where it stood at the end; or stop."""
    shown = view_state.view().review
    if shown.replay is None:
        return
    if is_playing and shown.moment_seconds >= shown.replay.to_seconds:
        shown = replace(shown, moment_seconds=shown.replay.from_seconds)
    view_state.show(review=replace(shown, is_playing=is_playing, shows_ghosts=True))
    _state.shown_seconds = time.monotonic()
    if is_playing and not bpy.app.timers.is_registered(_next_frame):
        bpy.app.timers.register(_next_frame, first_interval=_FRAME_SECONDS, persistent=True)


def _next_frame() -> float | None:
    shown = view_state.view().review
    if not shown.is_playing or shown.replay is None or modes.current() is not Mode.REVIEW:
        view_state.show(review=replace(shown, is_playing=False))
        return None
    now = time.monotonic()
    moment = shown.moment_seconds + now - _state.shown_seconds
    _state.shown_seconds = now
    is_over = moment >= shown.replay.to_seconds
    moment = min(moment, shown.replay.to_seconds)
    view_state.show(review=replace(shown, moment_seconds=moment, is_playing=not is_over))
    return None if is_over else _FRAME_SECONDS


def _take(trace: SessionTrace) -> None:
    shown = view_state.view().review
    step = shown.shown_step
    if step is None or trace.session_id != step.session_id:
        return  # another step was chosen meanwhile
    replay = Replay(trace)
    if replay.is_empty:
        view_state.show(review=replace(shown, replay=None, is_playing=False))
        return
    is_known = shown.replay is not None and shown.replay.session_id == trace.session_id
    wanted = shown.moment_seconds if is_known else step.seconds
    moment = min(max(wanted, replay.from_seconds), replay.to_seconds)
    view_state.show(review=replace(shown, replay=replay, moment_seconds=moment))


def _take_problem(_error: MallocVrError) -> None:
    """Then there is the step alone."""
