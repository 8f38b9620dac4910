"""Evidence trees as rows that a person reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

UNITS = {"deg": "°"}
LIMITS = {"min": "at least", "max": "at most", "tolerance": "tolerance"}
SHOWN_MIN = 1e-3


@dataclass(frozen=True)
class Row:
    """One requirement of a condition."""

    holds: bool
    what: str
    measured: str
    limit: str


def evidence_rows(node: dict[str, Any]) -> Iterator[Row]:
    """Every requirement that was measured, top down; an order is one row."""
    if node["predicate"] == "order":
        yield _order(node)
        return
    children = node.get("children", [])
    if children:
        if node["predicate"] == "count":
            yield _row(node)
            return
        for child in children:
            if node["predicate"] == "any" and node["holds"] and not child["holds"]:
                continue  # another way was taken
            yield from evidence_rows(child)
        if node["predicate"] == "duration":
            yield _row(node)
        return
    yield _row(node)


def _row(node: dict[str, Any]) -> Row:
    return Row(node["holds"], _name(node), _measured(node), _limit(node))


def _name(node: dict[str, Any]) -> str:
    label = node["predicate"].replace("_", " ")
    named = str(node.get("id", "")).replace("_", " ")
    thing = node.get("object", "")
    return " · ".join(part for part in (named, thing, label) if part)


def _order(node: dict[str, Any]) -> Row:
    steps = node["steps"]
    seen = sorted(
        (step for step in steps if step["first_true_seconds"] is not None),
        key=lambda step: step["first_true_seconds"],
    )
    measured = f"{len(seen)} of {len(steps)} steps seen"
    violation = node.get("violation")
    if violation:
        measured += f"; {violation['id']} came before {violation['before']}".replace("_", " ")
    wanted = ", ".join(step["id"].replace("_", " ") for step in steps[:4])
    more = " …" if len(steps) > 4 else ""
    return Row(node["holds"], _name(node), measured, f"in this order: {wanted}{more}")


def _measured(node: dict[str, Any]) -> str:
    if node.get("problem"):
        return str(node["problem"])
    value = node.get("measured")
    if value is None:
        return "—"
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_number(item)}" for key, item in value.items())
    return _number(value) + _unit(node)


def _number(value: object) -> str:
    if isinstance(value, dict):  # a quantity: {"value", "unit"}, or {"min", "max", "unit"}
        unit = _unit(value)
        return ", ".join(
            f"{LIMITS.get(key, '')} {_number(item)}{unit}".strip()
            for key, item in value.items()
            if key != "unit"
        )
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{0.0 if abs(value) < SHOWN_MIN else value:.3g}"
    return str(value)


def _unit(node: dict[str, Any]) -> str:
    unit = node.get("unit", "")
    return UNITS.get(unit, f" {unit}") if unit else ""


def _limit(node: dict[str, Any]) -> str:
    limit = node.get("limit")
    if not isinstance(limit, dict):
        return "" if limit is None else str(limit)
    parts = [
        f"{LIMITS.get(key, key.replace('_', ' '))} {_number(value)}" for key, value in limit.items()
    ]
    return ", ".join(parts) + (_unit(node) if parts else "")
