"""What a demonstration offers: conditions as sentences, each with its tolerance, ticked or not.

Thread: any; values in, values out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .demonstration import Aspect
from .file_json import json_text

Step = tuple[str, Aspect]
"""A name of an object and what was done to it."""


class Limit(Enum):
    """Where in its condition a tolerance stands; the value names the member."""

    MAX = "max"
    MAX_ANGLE = "max_angle"
    GAP = "gap"
    AROUND = "around"
    """`min` and `max`, on both sides of a value."""


@dataclass(frozen=True)
class Tolerance:
    """How exactly something is to be done, in the unit in which the author reads it.

    Attributes:
        unit: mm or deg.
        around: The value between the limits; 0 for the other kinds of limits.
    """

    amount: float
    unit: str
    limit: Limit
    around: float = 0.0


@dataclass(frozen=True)
class Offer:
    """One goal that can be made of a demonstration.

    Attributes:
        step: What it was made of.
        fields: Members of the predicate's JSON but for the tolerance.
        negated: Whether the predicate is not to hold.
        ticked: Whether it is proposed, rather than only possible.
        optional: Whether a demonstration was without it.
        note: What the author has to know of it, a sentence; "" for nothing.
    """

    step: Step
    sentence: str
    predicate: str
    fields: Mapping[str, Any]
    tolerance: Tolerance | None = None
    negated: bool = False
    ticked: bool = False
    optional: bool = False
    note: str = ""

    @property
    def condition(self) -> dict[str, Any]:
        """The condition as a lesson keeps it."""
        bare = {self.predicate: dict(self.fields)}
        asked = with_tolerance(bare, self.tolerance) if self.tolerance is not None else bare
        return {"not": asked} if self.negated else asked


@dataclass(frozen=True)
class OrderOffer:
    """An order that can be asked for, of offers by their places in the list; ticked as they are."""

    places: tuple[int, ...]
    ticked: bool


@dataclass(frozen=True)
class Offers:
    """All that demonstrations offer.

    Attributes:
        any_order: Sentences about steps that may be done in any order.
        note: Why there are none, or what could not be offered; "" for nothing.
    """

    offers: tuple[Offer, ...] = ()
    orders: tuple[OrderOffer, ...] = field(default=())
    any_order: tuple[str, ...] = ()
    note: str = ""


def with_tolerance(condition: Mapping[str, Any], tolerance: Tolerance) -> dict[str, Any]:
    """A condition of one predicate, or the negation of one, with its limits and their unit set."""
    (predicate, fields), *_ = condition.items()
    if predicate == "not":
        return {"not": with_tolerance(fields, tolerance)}
    amount, around = _plain(tolerance.amount), tolerance.around
    limits: dict[str, float] = {tolerance.limit.value: amount}
    if tolerance.limit is Limit.AROUND:
        limits = {
            "min": _plain(around - tolerance.amount),
            "max": _plain(around + tolerance.amount),
        }
    return {predicate: {**fields, **limits, "unit": tolerance.unit}}


def order_condition(steps: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The condition that others come to hold in their order, by an id of each."""
    return {"order": {"steps": [{"id": key, "when": when} for key, when in steps.items()]}}


def condition_text(condition: Mapping[str, Any]) -> str:
    """A condition as the text that a lesson keeps."""
    return json_text(condition, "trigger_conditions")


def _plain(value: float) -> float:
    """Seven digits: Blender's properties have no more, and nobody reads them."""
    return float(f"{value:.7g}")
