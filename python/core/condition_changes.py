"""How a node of a condition may be changed, in the order in which a menu offers it: the words alone."""

from .condition_form import predicates
from .condition_tree import COMBINING
from .said import template

PLAIN: dict[str, tuple[str, str]] = {
    "REMOVE": (template("Remove"), template("Take this out")),
    "UP": (template("Move Up"), ""),
    "DOWN": (template("Move Down"), ""),
    "UNWRAP": (template("Take Out of It"), template("Only what stands in it stays")),
}
"""By the name of the change: its label, and what it does where the label does not say it."""

_WRAPS = {
    "NOT": (template("Not"), template("It must not be so")),
    "DURATION": (template("Held For…"), template("It must stay so for a while")),
    "WITHIN": (template("Within…"), template("It must be so before a time is over")),
    "ALL": (template("All Of…"), template("This and others must be so")),
    "ANY": (template("Any Of…"), template("This or another must be so")),
    "COUNT": (template("Count…"), template("So many of several must be so")),
    "ORDER": (template("Then…"), template("This first, then others, in their order")),
}
WRAPS: dict[str, tuple[str, str]] = {
    name: words for name, words in _WRAPS.items() if name.lower() in predicates()
}
"""The same; each puts the node into the predicate of its name in lower case."""


def offered(predicate: str) -> list[tuple[str, str]]:
    """Name and label of each change that a node of `predicate` bears."""
    return [
        (name, label)
        for name, (label, _) in (PLAIN | WRAPS).items()
        if name != "UNWRAP" or predicate in COMBINING
    ]
