"""Evidence trees as rows that a person reads."""

from collections.abc import Iterator
from typing import Any

UNITS = {"deg": "°"}
NAMES = {"min": "at least", "max": "at most", "value": ""}
SHOWN_MIN = 1e-3


def evidence_rows(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every requirement that was measured, top down; an order is one row, and so is a count."""
    kind = node["predicate"]
    children = [] if kind in ("order", "count") else node.get("children", [])
    for child in children:
        if kind == "any" and node["holds"] and not child["holds"]:
            continue  # another way was taken
        yield from evidence_rows(child)
    if not children or kind == "duration":
        measured, limit = _order(node) if kind == "order" else (_measured(node), _limit(node))
        named = [_spaced(node.get("id", "")), node.get("object", ""), _spaced(kind)]
        what = " · ".join(part for part in named if part)
        yield {"holds": node["holds"], "what": what, "measured": measured, "limit": limit}


def _order(node: dict[str, Any]) -> tuple[str, str]:
    steps, violation = node["steps"], node.get("violation")
    seen = sum(step["first_true_seconds"] is not None for step in steps)
    measured = f"{seen} of {len(steps)} steps seen"
    if violation:
        measured += f"; {_spaced(violation['id'])} came before {_spaced(violation['before'])}"
    wanted = ", ".join(_spaced(step["id"]) for step in steps[:4])
    return measured, f"in this order: {wanted}{' …' if len(steps) > 4 else ''}"


def _measured(node: dict[str, Any]) -> str:
    value = node.get("measured")
    unit = "" if isinstance(value, dict) else _unit(node)
    return str(node.get("problem") or ("—" if value is None else _text(value, unit)))


def _limit(node: dict[str, Any]) -> str:
    limit = node.get("limit")
    if isinstance(limit, dict):
        return _text(limit, _unit(node))
    return "" if limit is None else str(limit)


def _text(value: object, unit: str) -> str:
    """Return a value with its unit; of a table each with its name, and the table's unit if any."""
    if isinstance(value, dict):
        own = _unit(value) or unit
        items = ((key, item) for key, item in value.items() if key != "unit")
        named = (f"{NAMES.get(key, _spaced(key))} {_text(item, own)}" for key, item in items)
        return ", ".join(each.strip() for each in named)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{0.0 if abs(value) < SHOWN_MIN else value:.3g}{unit}"
    return f"{value}{unit}"


def _unit(node: dict[str, Any]) -> str:
    unit = node.get("unit", "")
    return UNITS.get(unit, f" {unit}") if unit else ""


def _spaced(name: object) -> str:
    return str(name).replace("_", " ")
