"""The persistent timer of the GUI that visits the queue and keeps the View fresh."""

import logging
import time

import bpy

from .. import hint_offer, redraw, runtime
from ..authoring import live_truth
from ..curriculum import class_reading, following
from ..live import authoring_aids
from . import request_pump, server, window_timer

POSTED_INTERVAL_SECONDS = 0.05
"""How soon the pump comes again while the panels wait for an answer of the record."""

_log = logging.getLogger(__name__)
_pace = request_pump.Pace()
_looked_seconds = float("-inf")
_interval_seconds = request_pump.IDLE_INTERVAL_SECONDS


def start() -> None:
    """Register the timer; without an event loop (background) it never fires."""
    bpy.app.timers.register(tick, first_interval=0.0, persistent=True)


def stop() -> None:
    """Take both timers away."""
    if bpy.app.timers.is_registered(tick):
        bpy.app.timers.unregister(tick)
    window_timer.remove()


def tick() -> float:
    """Serve what waits; returns the seconds until the next visit.

    Blender drops a timer that raises, and with it every later request: so nothing gets out.
    """
    try:
        return _visit()
    except Exception:
        _log.exception("The pump stumbled")
        return request_pump.IDLE_INTERVAL_SECONDS


def _visit() -> float:
    global _looked_seconds, _interval_seconds
    engine = runtime.opened()
    served = request_pump.pump(engine.take, engine.serve, runtime.hand_in) if engine else 0
    now = time.perf_counter()
    _pace.note(served, now)
    is_burst = _pace.is_burst(now)
    window_timer.keep(is_burst)
    if now - _looked_seconds >= request_pump.IDLE_INTERVAL_SECONDS:
        _looked_seconds = now
        _interval_seconds = _look(now)
    return request_pump.ACTIVE_INTERVAL_SECONDS if is_burst else _interval_seconds


def _look(now: float) -> float:
    """Refresh the View and decide on the pace: four times a second, whatever the pace is."""
    server.start_if_wished()
    following.follow()
    redraw.settle()
    runtime.refresh_if_stale()
    live_truth.refresh()
    authoring_aids.follow()  # windows and viewports come and go
    engine = runtime.opened()
    if engine is None:
        return request_pump.IDLE_INTERVAL_SECONDS
    status = engine.status()
    runtime.show_status(status)
    runtime.run_when_open()
    runtime.deliver_tries()
    hint_offer.look()
    class_reading.look()
    interval = _pace.interval_seconds(status, now)
    return min(interval, POSTED_INTERVAL_SECONDS) if engine.has_posted else interval
