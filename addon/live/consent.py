"""What the learner who is shown agreed to, and their answer on its way to the record.

Thread: main; it waits for nothing.
"""

import logging
from dataclasses import dataclass
from functools import partial

from .. import view_state
from ..core.arguments import GetConsentArguments, GiveConsentArguments, WithdrawConsentArguments
from ..core.consent import PURPOSE, TEXT_VERSION, ConsentView
from ..core.engine import Engine
from ..core.errors import MallocVrError
from ..core.replies import GetConsentReply
from ..opened_engine import is_settled, opened
from . import trace_delivery, tracking

_log = logging.getLogger(__name__)


@dataclass
class _Asked:
    learner: str = ""


_asked = _Asked()


def forget() -> None:
    """Nobody's answer is known."""
    _asked.learner = ""


def refresh() -> None:
    """Ask the record what the learner who is shown answered, once for each."""
    engine, learner = opened(), view_state.view().learner
    if engine is None or not is_settled() or learner == _asked.learner:
        return
    _asked.learner = learner
    view_state.show(consent=ConsentView())
    if learner:
        _ask(engine, learner)


def answer(engine: Engine, *, is_given: bool) -> None:
    """Record what the learner who is shown answers; a no deletes the traces that were kept.

    Raises:
        MallocVrError: Why that cannot be recorded.
    """
    learner = view_state.view().learner
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


def _ask(engine: Engine, learner: str) -> None:
    try:
        engine.post(GetConsentArguments(learner_id=learner), partial(_show, learner))
    except MallocVrError as error:
        _log.warning("What a learner agreed to is not known: %s", error)


def _show(learner: str, reply: GetConsentReply) -> None:
    if learner != view_state.view().learner:
        return  # another works here meanwhile
    said = next((one for one in reply.consents if one.purpose == PURPOSE), None)
    if said is not None:
        shown = ConsentView(learner, said.answered, said.given, said.since)
        view_state.show(consent=shown)
