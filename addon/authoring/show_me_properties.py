"""What demonstrations offer, as properties of a unit's scene: Undo goes with them.

Thread: main.
"""

import json
from typing import Any

import bpy

from ..core.demonstration_offers import (
    Limit,
    Offers,
    Tolerance,
    condition_text,
    order_condition,
    with_tolerance,
)
from ..translation import shown as shown_text
from ..translation import translated

MAX_DEMONSTRATIONS = 3
"""More show nothing new of how exact a hand is, and take a teacher's time."""


class MALLOC_VR_PG_demonstration_offer(bpy.types.PropertyGroup):
    """One goal that can be made: a condition, or an order of others."""

    sentence: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Goal", description="What the learner reads; say it in your own words"
    )
    ticked: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Make a Goal", description="Make a goal of this"
    )
    optional: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Optional",
        description="The learner may leave this step out: no goal is made of it",
    )
    tolerance: bpy.props.FloatProperty(  # type: ignore[valid-type]
        name="Tolerance", description="How far off it may be", min=0.01, soft_max=100.0, precision=1
    )
    unit: bpy.props.StringProperty()  # type: ignore[valid-type]
    limit: bpy.props.StringProperty()  # type: ignore[valid-type]
    around: bpy.props.FloatProperty()  # type: ignore[valid-type]
    condition: bpy.props.StringProperty()  # type: ignore[valid-type]
    note: bpy.props.StringProperty()  # type: ignore[valid-type]
    ordered: bpy.props.StringProperty()  # type: ignore[valid-type]


class MALLOC_VR_PG_demonstration(bpy.types.PropertyGroup):
    """One demonstration, by its id, which is its `name`."""


class MALLOC_VR_PG_show_me(bpy.types.PropertyGroup):
    """What was shown of one unit."""

    offers: bpy.props.CollectionProperty(type=MALLOC_VR_PG_demonstration_offer)  # type: ignore[valid-type]
    demonstrations: bpy.props.CollectionProperty(  # type: ignore[valid-type]
        type=MALLOC_VR_PG_demonstration
    )
    any_order: bpy.props.StringProperty()  # type: ignore[valid-type]
    note: bpy.props.StringProperty()  # type: ignore[valid-type]


def of(scene: bpy.types.Scene) -> Any:
    """The properties of a scene."""
    return scene.malloc_vr_show_me


def write(scene: bpy.types.Scene, found: Offers) -> None:
    """Offer this and nothing else."""
    shown = of(scene)
    shown.offers.clear()
    for offer in found.offers:
        item = shown.offers.add()
        item.sentence, item.note = shown_text(offer.sentence), shown_text(offer.note)
        item.ticked, item.optional = offer.ticked, offer.optional
        item.condition = condition_text(offer.condition)
        if offer.tolerance is not None:
            item.tolerance, item.unit = offer.tolerance.amount, offer.tolerance.unit
            item.limit, item.around = offer.tolerance.limit.value, offer.tolerance.around
    for order in found.orders:
        item = shown.offers.add()
        steps = [
            shown_text(found.offers[place].sentence).removesuffix(".") for place in order.places
        ]
        item.sentence = translated("In this order: {steps}.", steps="; ".join(steps))
        item.ticked = order.ticked
        item.ordered = json.dumps(order.places)
    shown.any_order = "\n".join(map(shown_text, found.any_order))
    shown.note = shown_text(found.note)


def clear(scene: bpy.types.Scene) -> None:
    """Offer nothing any more, and forget the demonstrations."""
    write(scene, Offers())
    of(scene).demonstrations.clear()


def ticked(scene: bpy.types.Scene) -> list[tuple[int, str, dict[str, Any]]]:
    """The goals to make: where each is, its sentence and condition, as the author left them."""
    offers = of(scene).offers
    return [
        (place, item.sentence, _order(item, offers) if item.ordered else condition_of(item))
        for place, item in enumerate(offers)
        if item.ticked and not item.optional
    ]


def condition_of(item: Any) -> dict[str, Any]:
    """The condition of an offer, with its tolerance as the author left it."""
    condition: dict[str, Any] = json.loads(item.condition)
    if not item.limit:
        return condition
    # Blender keeps single precision: 6.25 comes back as it is, 0.1 does not.
    amount, around = (float(f"{value:.6g}") for value in (item.tolerance, item.around))
    return with_tolerance(condition, Tolerance(amount, item.unit, Limit(item.limit), around))


def _order(item: Any, offers: Any) -> dict[str, Any]:
    places: list[int] = json.loads(item.ordered)
    return order_condition({f"step_{place + 1}": condition_of(offers[place]) for place in places})


CLASSES = (
    MALLOC_VR_PG_demonstration_offer,
    MALLOC_VR_PG_demonstration,
    MALLOC_VR_PG_show_me,
)


def register() -> None:
    """Give each scene the properties."""
    for one in CLASSES:
        bpy.utils.register_class(one)
    bpy.types.Scene.malloc_vr_show_me = bpy.props.PointerProperty(type=MALLOC_VR_PG_show_me)


def unregister() -> None:
    """Take them away again."""
    del bpy.types.Scene.malloc_vr_show_me
    for one in reversed(CLASSES):
        bpy.utils.unregister_class(one)
