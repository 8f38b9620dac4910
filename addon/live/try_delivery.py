"""Handing ended tries to the record as soon as they ended, without anybody looking."""

import logging
import time
from collections.abc import Callable
from functools import partial

from ..core.arguments import KeepEndedTriesArguments
from ..core.engine import Engine
from ..core.errors import MallocVrError, NotFound
from ..core.replies import KeepEndedTriesReply
from . import ended_steps

RETRY_SECONDS = 5.0
"""After an error."""

_log = logging.getLogger(__name__)


class TryDelivery:
    """One delivery at a time of each session, until the record says that it has everything.

    Thread: main; it waits for nothing.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing is under way."""
        self._clock = clock
        self._not_before_seconds: dict[str, float] = {}

    def send(self, engine: Engine, on_news: Callable[[], None]) -> None:
        """Hand over what waits; call it again and again.

        Args:
            on_news: Called when the record has something that it did not have before.
        """
        for session_id in ended_steps.waiting():
            if self._clock() < self._not_before_seconds.get(session_id, 0.0):
                continue
            self._not_before_seconds[session_id] = float("inf")  # until its end is known
            steps = ended_steps.find(session_id)
            try:
                engine.post(
                    KeepEndedTriesArguments(
                        session_id=session_id, steps=steps.hand_over() if steps else ()
                    ),
                    partial(self._on_result, session_id, on_news),
                    partial(self._on_error, session_id),
                )
            except MallocVrError as error:  # of this one; the others are delivered all the same
                self._on_error(session_id, error)

    def _on_result(
        self, session_id: str, on_news: Callable[[], None], result: KeepEndedTriesReply
    ) -> None:
        del self._not_before_seconds[session_id]
        ended_steps.confirm(session_id, result.steps)
        if result.event_ids:
            on_news()

    def _on_error(self, session_id: str, error: MallocVrError) -> None:
        self._not_before_seconds[session_id] = self._clock() + RETRY_SECONDS
        _log.warning("What ended in a session was not taken: %s", error)
        if isinstance(error, NotFound):  # nobody's: it would be rejected for ever
            ended_steps.drop(session_id)
