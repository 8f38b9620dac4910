"""Handing to the record what was observed of a view.

The figures of each session that ended, and raw traces in chunks from learners who agreed to that.

Thread: main; it waits for nothing.
"""

import logging

from .. import view_state
from ..core.arguments import KeepViewportObservedArguments
from ..core.consent import Recording
from ..core.engine import Engine
from ..core.errors import MallocVrError, rejection
from ..core.window_shapes import PauseTraces, RecordingPaused
from ..opened_engine import opened
from . import consent, tracking, viewport_watching
from .viewport_watching import ViewportWatching

CHUNK_SECONDS = 10.0
"""So much a crash may cost."""

_log = logging.getLogger(__name__)

_delivered_seconds = float("-inf")
_paused_learners: set[str] = set()
"""Who want nothing to be looked at until they go on: it goes for what they begin anew, too."""


def send(engine: Engine) -> None:
    """Hand over what waits; call it again and again."""
    global _delivered_seconds
    for left in viewport_watching.take_rest():
        _deliver(engine, left)
        _keep_figures(engine, left)
    consent.refresh()  # it may have been given or taken back, also by a client
    unit = tracking.running()
    if unit is not None:
        unit.watching.agreed = consent.is_given(unit.learner_label)
    if unit is not None and unit.learner_label in _paused_learners:
        unit.watching.is_paused = True
    view_state.show(recording=_recording(engine, unit.watching if unit else None))
    if unit is None:
        return
    now_seconds = tracking.now_seconds()
    if now_seconds - _delivered_seconds >= CHUNK_SECONDS:
        _delivered_seconds = now_seconds
        _deliver(engine, unit.watching)


def forget() -> None:
    """Nothing waits, and nobody pauses."""
    global _delivered_seconds
    _delivered_seconds = float("-inf")
    _paused_learners.clear()
    viewport_watching.take_rest()


def pause(*, is_paused: bool) -> None:
    """Look at nothing of the running unit's view for a while, or go on with it."""
    unit, engine = tracking.running(), opened()
    if unit is not None and engine is not None:
        if is_paused:
            _paused_learners.add(unit.learner_label)
        else:
            _paused_learners.discard(unit.learner_label)
        unit.watching.is_paused = is_paused
        view_state.show(recording=_recording(engine, unit.watching))


def pause_traces(command: PauseTraces) -> RecordingPaused:
    """The same for whoever asks from elsewhere.

    Raises:
        Conflict: Nothing is kept of anybody's movements now.
    """
    if view_state.view().recording is Recording.OFF:
        raise rejection(
            "CONFLICT",
            "No movements are kept now.",
            remedy="They are kept of learners who agreed, while they work in a unit.",
        )
    pause(is_paused=command.paused)
    return RecordingPaused(recording=view_state.view().recording.value)


def _recording(engine: Engine, watching: ViewportWatching | None) -> Recording:
    """Only a record that is this Blender's own keeps traces."""
    if watching is None or not watching.keeps_trace or engine.status().record.state != "open":
        return Recording.OFF
    unit = tracking.running()
    stands_still = watching.is_paused or (unit is not None and unit.run.is_paused)
    return Recording.PAUSED if stands_still else Recording.ON


def _deliver(engine: Engine, watching: ViewportWatching) -> None:
    """The record itself drops what its learner did not agree to."""
    try:
        engine.add_trace(watching.watch)
    except MallocVrError as error:
        _log.warning("A trace was not taken: %s", error)


def _keep_figures(engine: Engine, watching: ViewportWatching) -> None:
    """Figures alone, which need no consent."""
    features = watching.features()
    if not features.samples:
        return
    try:
        engine.post(
            KeepViewportObservedArguments(
                session_id=watching.session_id, view=features, work=watching.work()
            ),
            lambda _reply: None,
        )
    except MallocVrError as error:
        _log.warning("What was observed of a view was not taken: %s", error)
