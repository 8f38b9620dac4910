"""Handing raw traces to the record, in chunks, from learners who agreed to that.

Thread: main; it waits for nothing.
"""

import logging
from functools import partial

from ..core.arguments import GetConsentArguments
from ..core.engine import Engine
from ..core.errors import MallocVrError
from ..core.replies import GetConsentReply
from . import tracking, viewport_watching
from .viewport_watching import ViewportWatching

PURPOSE = "viewport_traces"

CHUNK_SAMPLES = 100
"""Some ten seconds: so much a crash may cost."""

_log = logging.getLogger(__name__)


_asked_session = ""


def send(engine: Engine) -> None:
    """Hand over what waits; call it again and again."""
    global _asked_session
    for left in viewport_watching.take_rest():
        _deliver(engine, left)
    unit = tracking.running()
    if unit is None:
        return
    if unit.session_id != _asked_session:
        _asked_session = unit.session_id
        ask(engine, unit.watching)
    if unit.watching.watch.waiting_samples >= CHUNK_SAMPLES:
        _deliver(engine, unit.watching)
        ask(engine, unit.watching)  # it may have been taken back, also by a client


def forget() -> None:
    """Nobody was asked yet, and nothing waits."""
    global _asked_session
    _asked_session = ""
    viewport_watching.take_rest()


def ask(engine: Engine, watching: ViewportWatching) -> None:
    """Keep the trace of a watch from now on, or no longer, as its learner said last."""
    try:
        engine.post(
            GetConsentArguments(learner_id=watching.learner), partial(_take_answer, watching)
        )
    except MallocVrError as error:
        _log.warning("What a learner agreed to is not known: %s", error)


def _take_answer(watching: ViewportWatching, reply: GetConsentReply) -> None:
    watching.keeps_trace = any(
        consent.purpose == PURPOSE and consent.given for consent in reply.consents
    )


def _deliver(engine: Engine, watching: ViewportWatching) -> None:
    """The record itself drops what its learner did not agree to."""
    try:
        engine.add_trace(watching.watch)
    except MallocVrError as error:
        _log.warning("A trace was not taken: %s", error)
