"""Making goals of demonstrations: what was done in all of them, in which order, and how exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from .demonstration import Aspect, Change, Demonstration
from .demonstration_offers import Offer, Offers, OrderOffer, Step, condition_text
from .demonstration_order import Span, any_order_groups, chains, precedences, reduced
from .demonstration_place_offers import offers_of_place
from .demonstration_state_offers import Accepts, offers_of_state
from .demonstration_turn_offers import offers_of_turn
from .errors import BadArgument
from .said import joined, say, template
from .scene_types import Condition

NOTHING_CHANGED = say("Nothing changed that a goal can be made of. Do the task once more.")
"""Said of a demonstration in which nobody touched anything."""

ORDER_LIMIT_STEPS = 40
"""A learner follows no order of more steps; then none is offered."""


def is_known(condition: Mapping[str, Any]) -> bool:
    """Whether the predicates of this version know a condition."""
    try:
        Condition(condition_text(condition))
    except BadArgument:
        return False
    return True


def generalise(demonstrations: Sequence[Demonstration], accepts: Accepts = is_known) -> Offers:
    """What demonstrations of one task offer.

    A step that one of them is without is optional and unticked. Order is ticked where two or more
    agree on it.

    Args:
        accepts: Whether a condition is known, and asks for anything to be done.
    """
    offers: list[Offer] = []
    for step in steps_of(demonstrations):
        having = [one for one in demonstrations if step in _spans(one)]
        of_step = _offers_of(step, having, accepts)
        if len(having) < len(demonstrations):
            of_step = [_made_optional(one, having, demonstrations) for one in of_step]
        offers += of_step
    if not offers:
        return Offers(note=NOTHING_CHANGED)
    places: dict[Step, int] = {}
    for place, offer in enumerate(offers):
        places.setdefault(offer.step, place)
    required = [step for step, place in places.items() if not offers[place].optional]
    if not 1 < len(required) <= ORDER_LIMIT_STEPS:
        return Offers(tuple(offers))
    return _with_order(offers, {step: places[step] for step in required}, demonstrations)


def steps_of(demonstrations: Sequence[Demonstration]) -> list[Step]:
    """All that was done, each once, in the order in which it was first shown."""
    return list(dict.fromkeys(_step(item) for one in demonstrations for item in one.changes))


def _offers_of(step: Step, having: Sequence[Demonstration], accepts: Accepts) -> list[Offer]:
    name, aspect = step
    if aspect is Aspect.MOVED:
        made = offers_of_place(name, having)
    elif aspect is Aspect.TURNED:
        made = offers_of_turn(name, having)
    else:
        made = offers_of_state(name, aspect, having, accepts)
    known = [offer for offer in made if accepts(offer.condition)]
    if known and not any(offer.ticked for offer in known):
        known[0] = replace(known[0], ticked=True)
    return known


def _made_optional(
    offer: Offer, having: Sequence[Demonstration], every: Sequence[Demonstration]
) -> Offer:
    note = say("Done in {some} of {all} demonstrations.", some=len(having), all=len(every))
    return replace(offer, optional=True, ticked=False, note=joined((note, offer.note)))


def _with_order(
    offers: Sequence[Offer], places: Mapping[Step, int], demonstrations: Sequence[Demonstration]
) -> Offers:
    histories = [
        {step: span for step, span in _spans(one).items() if step in places}
        for one in demonstrations
    ]
    pairs = reduced(precedences(histories))
    agreed = len(demonstrations) > 1
    orders = [OrderOffer(tuple(places[step] for step in row), agreed) for row in chains(pairs)]
    groups = any_order_groups(list(places), pairs) if agreed else []
    sentences = (
        say("In any order: {steps}.", steps=joined(map(step_name, group), ", ")) for group in groups
    )
    return Offers(tuple(offers), tuple(orders), tuple(sentences))


def step_name(step: Step) -> str:
    """What was done, such as "Cup moved"."""
    name, aspect = step
    return say(_DONE[aspect], name=name)


_DONE: Mapping[Aspect, str] = {
    Aspect.MOVED: template("{name} moved"),
    Aspect.TURNED: template("{name} turned"),
    Aspect.SCALED: template("{name} scaled"),
    Aspect.MATERIAL: template("{name} given another material"),
    Aspect.MODIFIER: template("{name} given another modifier"),
    Aspect.MESH: template("{name} edited"),
    Aspect.HIDDEN: template("{name} hidden or shown"),
    Aspect.PARENTED: template("{name} given another parent"),
    Aspect.PROPERTY: template("{name} given another property"),
    Aspect.MODE: template("{name} worked on in another mode"),
}


def _step(change: Change) -> Step:
    return change.object_name, change.aspect


def _spans(demonstration: Demonstration) -> dict[Step, Span]:
    """From the first time that something was done to the last."""
    spans: dict[Step, Span] = {}
    for change in demonstration.changes:
        step = _step(change)
        had = spans.get(step, Span(change.began_seconds, change.ended_seconds))
        spans[step] = Span(
            min(had.began_seconds, change.began_seconds),
            max(had.ended_seconds, change.ended_seconds),
        )
    return spans
