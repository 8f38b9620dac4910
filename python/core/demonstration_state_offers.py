"""What was done to an object beside moving and turning it: the conditions that this offers.

Of each aspect there is one function that says what stands at the end of every demonstration. Where a
condition can be written in several ways, the ways are alternatives: the first that this version's
predicates know is offered, and without any the aspect is not.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from .demonstration import Aspect, Demonstration, ShownState
from .demonstration_offers import Limit, Offer, Tolerance
from .demonstration_poses import place_tolerance
from .said import say, template

_MM = 1000.0
_SAME_SIZE_M = 1e-5

Accepts = Callable[[Mapping[str, Any]], bool]
"""Whether this version's predicates know a condition."""


class _Shown(NamedTuple):
    """An object at the start and the end of each demonstration in which it changed."""

    name: str
    starts: Sequence[ShownState]
    ends: Sequence[ShownState]


def offers_of_state(
    name: str, aspect: Aspect, demonstrations: Sequence[Demonstration], accepts: Accepts
) -> list[Offer]:
    """What one aspect of an object offers, all ticked; of each the first way that is known."""
    shown = _Shown(
        name,
        [one.start[name] for one in demonstrations],
        [one.at_end(name) for one in demonstrations],
    )
    found = []
    for alternatives in _OF_ASPECT[aspect](shown):
        known = (offer for offer in alternatives if accepts(offer.condition))
        offer = next(known, None)
        if offer is not None:
            found.append(offer)
    return found


def _offer(
    shown: _Shown,
    aspect: Aspect,
    sentence: str,
    predicate: str,
    fields: Mapping[str, Any] = MappingProxyType({}),
    negated: bool = False,
) -> Offer:
    whole = {"object": shown.name, **fields}
    return Offer((shown.name, aspect), sentence, predicate, whole, negated=negated, ticked=True)


def _sizes(shown: _Shown) -> Iterator[list[Offer]]:
    for place, axis in enumerate("xyz"):
        if abs(shown.ends[0].size_m[place] - shown.starts[0].size_m[place]) <= _SAME_SIZE_M:
            continue
        sizes_m = [end.size_m[place] for end in shown.ends]
        mean_m = math.fsum(sizes_m) / len(sizes_m)
        allowed = place_tolerance(max(abs(one - mean_m) for one in sizes_m), mean_m)
        around = Tolerance(allowed.amount * _MM, "mm", Limit.AROUND, mean_m * _MM)
        yield [
            Offer(
                (shown.name, Aspect.SCALED),
                say(
                    "{name} measures {size} along its {axis} axis.",
                    name=shown.name,
                    size=_length(mean_m),
                    axis=axis.upper(),
                ),
                "dimensions",
                {"object": shown.name, "axis": axis},
                around,
                ticked=True,
            )
        ]


def _length(metres: float) -> str:
    return f"{metres:.3g} m" if metres >= 1.0 else f"{metres * _MM:.3g} mm"


def _materials(shown: _Shown) -> Iterator[list[Offer]]:
    before = {material for start in shown.starts for material in start.materials}
    for name in shown.ends[0].materials:
        if name not in before and all(name in end.materials for end in shown.ends):
            sentence = say("{name} has the material {material}.", name=shown.name, material=name)
            yield [_offer(shown, Aspect.MATERIAL, sentence, "has_material", {"material": name})]


def _modifiers(shown: _Shown) -> Iterator[list[Offer]]:
    before = {modifier.kind for start in shown.starts for modifier in start.modifiers}
    for kind in dict.fromkeys(modifier.kind for modifier in shown.ends[0].modifiers):
        if kind in before or not all(
            kind in {modifier.kind for modifier in end.modifiers} for end in shown.ends
        ):
            continue
        called = kind.replace("_", " ").title()
        sentence = say("{name} has a modifier {modifier}.", name=shown.name, modifier=called)
        yield [
            _offer(shown, Aspect.MODIFIER, sentence, "has_modifier", {member: kind})
            for member in ("type", "modifier")
        ]


_COUNTED: Mapping[str, tuple[str, str]] = {
    "faces": (
        template("{name} has {least} faces."),
        template("{name} has {least} to {most} faces."),
    ),
    "vertices": (
        template("{name} has {least} vertices."),
        template("{name} has {least} to {most} vertices."),
    ),
    "edges": (
        template("{name} has {least} edges."),
        template("{name} has {least} to {most} edges."),
    ),
}


def _counts(shown: _Shown) -> Iterator[list[Offer]]:
    for what in _COUNTED:
        before = [getattr(start.mesh, what, None) for start in shown.starts]
        counts = [getattr(end.mesh, what, None) for end in shown.ends]
        known = [count for count in counts if count is not None]
        if len(known) < len(counts) or before[0] == counts[0]:
            continue
        least, most = min(known), max(known)
        exact, between = _COUNTED[what]
        sentence = say(exact if least == most else between, name=shown.name, least=least, most=most)
        fields = {"count_of": what, "min": least, "max": most}
        yield [_offer(shown, Aspect.MESH, sentence, "mesh", fields)]
        return  # one number says the rest


def _visibility(shown: _Shown) -> Iterator[list[Offer]]:
    if all(end.hidden for end in shown.ends):
        sentence = say("{name} is hidden.", name=shown.name)
        yield [
            _offer(shown, Aspect.HIDDEN, sentence, "hidden"),
            _offer(shown, Aspect.HIDDEN, sentence, "visible", negated=True),
        ]
    if not any(end.hidden for end in shown.ends):
        yield [_offer(shown, Aspect.HIDDEN, say("{name} is shown.", name=shown.name), "visible")]


def _parents(shown: _Shown) -> Iterator[list[Offer]]:
    parents = {end.parent for end in shown.ends}
    if len(parents) > 1:
        return
    parent, before = parents.pop(), shown.starts[0].parent
    if parent:
        sentence = say("{name} is a child of {parent}.", name=shown.name, parent=parent)
        yield [_offer(shown, Aspect.PARENTED, sentence, "parented", {"to": parent})]
    else:
        sentence = say("{name} is no child of {before} any more.", name=shown.name, before=before)
        yield [_offer(shown, Aspect.PARENTED, sentence, "parented", {"to": before}, True)]


def _properties(shown: _Shown) -> Iterator[list[Offer]]:
    for name, value in shown.ends[0].properties.items():
        values = [end.properties.get(name) for end in shown.ends]
        if any(start.properties.get(name) == value for start in shown.starts):
            continue
        sentence = say(
            "The property {property} of {name} is {value}.",
            property=name,
            name=shown.name,
            value=value,
        )
        if all(one == value for one in values):
            fields: dict[str, Any] = {"equals": value}
        else:
            numbers = [one for one in values if isinstance(one, int | float)]
            if len(numbers) < len(values):
                continue
            fields = {"min": min(numbers), "max": max(numbers)}
            sentence = say(
                "The property {property} of {name} is {min} to {max}.",
                property=name,
                name=shown.name,
                min=f"{min(numbers):g}",
                max=f"{max(numbers):g}",
            )
        yield [_offer(shown, Aspect.PROPERTY, sentence, "property", {"name": name, **fields})]


def _modes(shown: _Shown) -> Iterator[list[Offer]]:
    modes = {end.mode for end in shown.ends}
    if len(modes) == 1:
        mode = modes.pop()
        called = mode.replace("_", " ").title()
        step, fields = (shown.name, Aspect.MODE), {"is": mode}
        yield [
            Offer(
                step,
                say("The work is done in the mode {mode}.", mode=called),
                "mode",
                fields,
                ticked=True,
            )
        ]


_OF_ASPECT: Mapping[Aspect, Callable[[_Shown], Iterator[list[Offer]]]] = {
    Aspect.SCALED: _sizes,
    Aspect.MATERIAL: _materials,
    Aspect.MODIFIER: _modifiers,
    Aspect.MESH: _counts,
    Aspect.HIDDEN: _visibility,
    Aspect.PARENTED: _parents,
    Aspect.PROPERTY: _properties,
    Aspect.MODE: _modes,
}
