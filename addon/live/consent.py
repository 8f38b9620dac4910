"""What learners agreed to, and an answer on its way to the record: the one place that asks for it.

It is asked of whoever is shown and of whoever works in the running unit, who may be two.

Thread: main; it waits for nothing.
"""

import logging
from dataclasses import dataclass, field
from functools import partial

from .. import view_state
from ..core.arguments import GetConsentArguments, GiveConsentArguments, WithdrawConsentArguments
from ..core.consent import PURPOSE, TEXT_VERSION, ConsentView
from ..core.engine import Engine
from ..core.errors import MallocVrError, rejection
from ..core.replies import GetConsentReply
from ..core.said import say
from ..opened_engine import is_settled, opened
from . import tracking

_log = logging.getLogger(__name__)


@dataclass
class _State:
    """What is known.

    Attributes:
        answers: By learner, as the record said last.
        asked_at: How many events the record had when a learner's answer was asked for.
    """

    answers: dict[str, ConsentView] = field(default_factory=dict)
    asked_at: dict[str, int] = field(default_factory=dict)


_state = _State()


def forget() -> None:
    """Nobody's answer is known."""
    global _state
    _state = _State()


def is_given(learner: str) -> bool:
    """Whether a learner agreed, as far as is known, that movements are kept."""
    answer = _state.answers.get(learner)
    return answer is not None and answer.given


def refresh() -> None:
    """Ask the record what these learners answered, again after each event of anybody."""
    engine, shown = opened(), view_state.view().learner
    if engine is None or not is_settled():
        return
    if shown != view_state.view().consent.learner:
        view_state.show(consent=_state.answers.get(shown, ConsentView()))
    unit, events = tracking.running(), engine.status().record.events
    for learner in {shown, unit.learner_label if unit is not None else ""} - {""}:
        if _state.asked_at.get(learner) != events and _ask(engine, learner):
            _state.asked_at[learner] = events


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
    _ask(engine, learner)


def _ask(engine: Engine, learner: str) -> bool:
    try:
        engine.post(GetConsentArguments(learner_id=learner), partial(_take, learner))
    except MallocVrError as error:
        _log.warning("What a learner agreed to is not known: %s", error)
        return False
    return True


def _take(learner: str, reply: GetConsentReply) -> None:
    said = next((one for one in reply.consents if one.purpose == PURPOSE), None)
    if said is None:
        return
    is_of_this_text = said.text_version == TEXT_VERSION
    known = ConsentView(
        learner, said.answered and is_of_this_text, said.given and is_of_this_text, said.since
    )
    _state.answers[learner] = known
    if learner == view_state.view().learner:
        view_state.show(consent=known)
    unit = tracking.running()
    if unit is not None and unit.learner_label == learner:
        unit.watching.agreed = known.given
