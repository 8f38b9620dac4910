"""Evidence trees as rows that a person reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .said import Said, joined, say

_UNITS = {"deg": "°"}
_NAMES = {"min": say("at least"), "max": say("at most"), "value": ""}
_SHOWN_MIN = 1e-3
_WHOLE_MIN = 100.0
_SHOWN_STEPS = 4

_Node = Mapping[str, Any]
"""A node of a tree as the record keeps it: `native/scene/evaluation.hpp` says what it holds."""


@dataclass(frozen=True)
class EvidenceRow:
    """One requirement that was measured, in words."""

    holds: bool
    what: str
    measured: str
    needed: str


def evidence_rows(node: _Node) -> Iterator[EvidenceRow]:
    """Every requirement that was measured, top down; an order is one row, and so is a count."""
    if "predicate" not in node:
        return  # of a release that kept none
    kind = node["predicate"]
    children = [] if kind in ("order", "count") else node.get("children", [])
    for child in children:
        if kind == "any" and node["holds"] and not child["holds"]:
            continue  # another way was taken
        yield from evidence_rows(child)
    if not children or kind == "duration":
        measured, needed = _order(node) if kind == "order" else (_measured(node), _limit(node))
        named = [_spaced(node.get("id", "")), node.get("object", ""), Said(_spaced(kind))]
        what = joined(named, " · ")
        yield EvidenceRow(bool(node["holds"]), what, measured, needed)


def _order(node: _Node) -> tuple[str, str]:
    steps, violation = node["steps"], node.get("violation")
    seen = sum(step["first_true_seconds"] is not None for step in steps)
    measured = say("{seen} of {all} steps seen", seen=seen, all=len(steps))
    if violation:
        first, then = _spaced(violation["id"]), _spaced(violation["before"])
        broken = say("{first} came before {then}", first=first, then=then)
        measured = joined((measured, broken), "; ")
    wanted = ", ".join(_spaced(step["id"]) for step in steps[:_SHOWN_STEPS])
    more = " …" if len(steps) > _SHOWN_STEPS else ""
    return measured, say("in this order: {steps}", steps=wanted + more)


def _measured(node: _Node) -> str:
    value = node.get("measured")
    unit = "" if isinstance(value, Mapping) else _unit(node)
    problem = str(node.get("problem") or "")
    return problem or ("—" if value is None else _text(value, unit))


def _limit(node: _Node) -> str:
    limit = node.get("limit")
    if node["predicate"] == "answer" and "correct" in node:
        return joined((_text(node["correct"], ""), _text(limit or {}, "")), ", ")
    if isinstance(limit, Mapping):
        return _text(limit, _unit(node))
    return "" if limit is None else str(limit)


def _text(value: object, unit: str) -> str:
    """Return a value with its unit; of a table each with its name, and the table's unit if any."""
    if isinstance(value, Mapping):
        own = _unit(value) or unit
        items = ((key, item) for key, item in value.items() if key != "unit")
        named = (joined((_NAMES.get(key, _spaced(key)), _text(item, own))) for key, item in items)
        return joined(named, ", ")
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, float):
        return f"{_number(value)}{unit}"
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return f"{value}{unit}"


def _number(value: float) -> str:
    """Three digits, and never an exponent that a person has to work out."""
    if abs(value) < _SHOWN_MIN:
        return "0"
    return f"{value:.0f}" if abs(value) >= _WHOLE_MIN else f"{value:.3g}"


def _unit(node: _Node) -> str:
    unit = node.get("unit", "")
    return _UNITS.get(unit, f" {unit}") if unit else ""


def _spaced(name: object) -> str:
    return str(name).replace("_", " ")
