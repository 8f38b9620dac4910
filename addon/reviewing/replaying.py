"""Going through a session's raw trace: read from the record, then shown moment by moment.

Thread: main; it waits for nothing. While it plays, a timer of Blender's goes on; no modal operator.
"""

import time
from dataclasses import dataclass, replace

import bpy

from .. import modes, view_state
from ..core import review_moments
from ..core.arguments import SessionReplayArguments
from ..core.errors import MallocVrError
from ..core.replay import Replay
from ..core.replies import SessionTrace
from ..core.review import ReviewView
from ..modes import Mode
from ..opened_engine import opened

_FRAME_SECONDS = 0.1
"""As often as was looked."""

_WHOLE_SAMPLES = 1_000_000
"""More than a learner's share of the record can hold."""


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
        moment = review_moments.moment_of(step, shown.steps, shown.replay)
        view_state.show(review=replace(shown, moment_seconds=moment))
        return
    view_state.show(review=replace(shown, replay=None, is_playing=False))
    read_again()


def read_again() -> None:
    """Read the session's trace, which may be gone meanwhile: its learner took the consent back."""
    step, engine = view_state.view().review.shown_step, opened()
    if step is None or engine is None:
        return
    if not step.session_id:
        return
    asked = SessionReplayArguments(session_id=step.session_id, most_samples=_WHOLE_SAMPLES)
    try:
        engine.post(asked, _take, _take_problem)
    except MallocVrError as error:
        _take_problem(error)


def go_to(seconds: float) -> None:
    """Stand at another moment, and at the step that it is in; beyond an end, at that end."""
    shown = view_state.view().review
    if shown.replay is not None:
        view_state.show(review=_at(shown, shown.replay, seconds))


def _at(shown: ReviewView, replay: Replay, seconds: float) -> ReviewView:
    first, last = review_moments.moments(shown.steps, replay)
    moment = min(max(seconds, first), last)
    step = review_moments.step_at(moment, shown.steps, replay, shown.step)
    return replace(shown, replay=replay, moment_seconds=moment, step=step)


def _end(shown: ReviewView) -> float:
    return review_moments.moments(shown.steps, shown.replay)[1] if shown.replay else 0.0


def play(*, is_playing: bool) -> None:
    """Go on by itself from where it stands, from the begin where it stood at the end; or stop."""
    shown = view_state.view().review
    if shown.replay is None:
        return
    if is_playing and shown.moment_seconds >= _end(shown):
        shown = _at(shown, shown.replay, float("-inf"))
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
    is_over = moment >= _end(shown)
    view_state.show(review=replace(_at(shown, shown.replay, moment), is_playing=not is_over))
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
    if is_known:
        view_state.show(review=_at(shown, replay, shown.moment_seconds))
        return
    view_state.show(review=replace(shown, replay=replay))
    follow_step()


def _take_problem(_error: MallocVrError) -> None:
    """Then there is the step alone."""
