"""Serving other threads' requests on Blender's main thread, within a time budget.

In the background the main thread waits on the native queue itself. In the GUI one persistent timer
comes by: at every turn of Blender's loop while a client is active, seldom when none is. During a
burst a window timer keeps that loop from sleeping, and after each served request the pump lingers
for the next, with the GIL released, because a client in a conversation asks again at once.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ..core.status import Status

BUDGET_SECONDS = 0.004
"""Of one visit: a quarter of a frame at 60 Hz."""

LINGER_SECONDS = 0.001
"""Waited for the next request after one was served."""

ACTIVE_INTERVAL_SECONDS = 0.0
IDLE_INTERVAL_SECONDS = 0.25

BURST_QUIET_SECONDS = 0.1
"""After so long without a request the window timer is taken away: it costs power."""

CLIENT_REST_SECONDS = 30.0
"""A client that was silent for so long is idle; its next request waits for the idle interval."""

HEADLESS_SLICE_SECONDS = 0.05
"""Of a wait on the queue: signals and the end are noticed so late at most."""

_Item = TypeVar("_Item")
_log = logging.getLogger(__name__)


def pump(
    take: Callable[[float], _Item | None],
    serve: Callable[[_Item], None],
    hand_in: Callable[[], None],
    clock: Callable[[], float] = time.perf_counter,
) -> int:
    """Serve waiting requests until none is left or `BUDGET_SECONDS` are spent.

    What is not reached stays in the queue for the next visit; none is dropped. Requests that wait
    together are answered together, so that what follows from them is worked out once.

    Args:
        take: Gives the next request, waiting for it at most so many seconds.
        serve: Does a request's work, whatever its command does.
        hand_in: Answers what was served since the last time.
        clock: Seconds, monotonic.

    Returns:
        How many requests were served.
    """
    deadline = clock() + BUDGET_SECONDS
    served = 0
    item = take(0.0)  # no waiting before the first: most visits find nothing
    while item is not None:
        serve(item)
        served += 1
        if clock() >= deadline:
            hand_in()
            break
        item = take(0.0)
        if item is None:
            hand_in()  # a client in a conversation asks again once it has its answer
            item = take(max(0.0, min(LINGER_SECONDS, deadline - clock())))
    return served


def serve_forever(
    take: Callable[[float], _Item | None],
    serve: Callable[[_Item], None],
    hand_in: Callable[[], None],
    should_stop: Callable[[], bool],
    between: Callable[[], None],
) -> None:
    """Serve requests without a GUI, as they come, until it should stop.

    What raises is logged and serving goes on: it is of one request, and others wait.

    Args:
        between: Called after each request, and at least once a slice: no timer comes by here.
    """
    while not should_stop():
        try:
            item = take(HEADLESS_SLICE_SECONDS)
            if item is not None:
                serve(item)
                hand_in()
            between()
        except Exception:
            _log.exception("A request was not served")


@dataclass
class Pace:
    """Decides how soon the pump comes again, and whether Blender's loop is kept awake until then."""

    last_served_seconds: float = float("-inf")

    def note(self, served: int, now_seconds: float) -> None:
        """Remember that requests were served at `now_seconds`."""
        if served:
            self.last_served_seconds = now_seconds

    def is_burst(self, now_seconds: float) -> bool:
        """Whether the next request is likely to come within milliseconds."""
        return now_seconds - self.last_served_seconds < BURST_QUIET_SECONDS

    def interval_seconds(self, status: Status, now_seconds: float) -> float:
        """How long Blender may wait until the next visit."""
        server = status.server
        is_talking = server.requests > 0 and server.idle_seconds < CLIENT_REST_SECONDS
        if self.is_burst(now_seconds) or (server.running and is_talking) or status.waiting:
            return ACTIVE_INTERVAL_SECONDS
        return IDLE_INTERVAL_SECONDS
