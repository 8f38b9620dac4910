"""How far a learner is with a goal of many parts: three of eight bolts lie in the tray."""

from collections.abc import Mapping
from typing import Any

FEWEST_PARTS = 3
"""Of fewer the sentence for what is missing says as much."""


_OF_PARTS = frozenset(("order", "all", "count"))


def may_have_parts(condition: Mapping[str, Any]) -> bool:
    """Whether a goal of this condition is one of parts, so that its evidence says how many."""
    return not _OF_PARTS.isdisjoint(condition)


def is_question(condition: Mapping[str, Any]) -> bool:
    """Whether a goal of this condition asks one thing and nothing else."""
    return "answer" in condition  # what stands beside it says how it is called and what to say


def parts_of(evidence: Mapping[str, Any]) -> tuple[int, int]:
    """Count the parts of a goal.

    Args:
        evidence: Of its whole condition, as an evaluation has it.

    Returns:
        How many parts are done, and how many there are; 0 and 0 where it is one thing.
    """
    if evidence.get("predicate") == "order":
        steps = evidence.get("steps", ())
        done = [step.get("first_true_seconds") is not None for step in steps]
    elif evidence.get("predicate") in _OF_PARTS:
        done = [bool(child.get("holds")) for child in evidence.get("children", ())]
    else:
        done = []
    return (sum(done), len(done)) if len(done) >= FEWEST_PARTS else (0, 0)
