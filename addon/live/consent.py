"""What the learner who is shown agreed to, and their answer on its way to the record.

Thread: main; it waits for nothing.
"""

import logging
from functools import partial

from .. import view_state
from ..core.arguments import GetConsentArguments, GiveConsentArguments, WithdrawConsentArguments
from ..core.consent import PURPOSE, TEXT_VERSION, ConsentView
from ..core.engine import Engine
from ..core.errors import MallocVrError, rejection
from ..core.replies import GetConsentReply
from ..core.said import say
from ..opened_engine import is_settled, opened
from . import trace_delivery, tracking

_log = logging.getLogger(__name__)


_asked: tuple[str, int] | None = None
"""Whose answer was asked for last, and how many events the record had then."""


def forget() -> None:
    """Nobody's answer is known."""
    global _asked
    _asked = None


def refresh() -> None:
    """Ask the record what the learner who is shown answered, again after each event of anybody."""
    global _asked
    engine, learner = opened(), view_state.view().learner
    if engine is None or not is_settled():
        return
    now = (learner, engine.status().record.events)
    if now == _asked:
        return
    if learner != view_state.view().consent.learner:
        view_state.show(consent=ConsentView())
    if not learner or _ask(engine, learner):
        _asked = now


def answer(engine: Engine, *, is_given: bool) -> None:
    """Record what the learner who is shown answers; a no deletes the traces that were kept.

    Raises:
        MallocVrError: Why that cannot be recorded.
    """
    learner = view_state.view().learner
    if is_given and engine.status().record.state != "open":
        raise rejection(
            "CONFLICT",
            say("Movements cannot be kept now: this Blender has no record of its own open."),
            remedy=say("Answer again once the record is open here."),
        )
    if is_given:
        engine.call(
            GiveConsentArguments(learner_id=learner, purpose=PURPOSE, text_version=TEXT_VERSION)
        )
    else:
        engine.call(
            WithdrawConsentArguments(learner_id=learner, purpose=PURPOSE, text_version=TEXT_VERSION)
        )
    unit = tracking.running()
    if unit is not None and unit.learner_label == learner:
        trace_delivery.ask(engine, unit.watching)
    _ask(engine, learner)


def _ask(engine: Engine, learner: str) -> bool:
    try:
        engine.post(GetConsentArguments(learner_id=learner), partial(_show, learner))
    except MallocVrError as error:
        _log.warning("What a learner agreed to is not known: %s", error)
        return False
    return True


def _show(learner: str, reply: GetConsentReply) -> None:
    if learner != view_state.view().learner:
        return  # another works here meanwhile
    said = next((one for one in reply.consents if one.purpose == PURPOSE), None)
    if said is not None:
        is_of_this_text = said.text_version == TEXT_VERSION
        shown = ConsentView(
            learner, said.answered and is_of_this_text, said.given and is_of_this_text, said.since
        )
        view_state.show(consent=shown)
