"""A condition in a few words, as the name of a goal: “Cup stands on Saucer”.

Thread: any; values in, values out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from . import question_form
from .condition_form import Field, FieldKind, fields
from .condition_tree import COMBINING, predicate_of
from .condition_verbs import verb_of
from .said import Said, framed, joined, say, shaped, template

_Condition = Mapping[str, Any]

_UNITS = {"deg": "°", "rad": " rad"}
_ABOUT = {"turned": template("about {axis}"), "dimensions": template("along {axis}")}
"""Of predicates whose axis says what is asked, rather than how it is measured."""


def sentence_of(condition: _Condition) -> str:
    """What a condition asks; "" while it has nothing to name."""
    name = predicate_of(condition)
    asked = condition.get(name)
    if name in COMBINING:
        return _combined(name, asked)
    return _leaf(name, asked) if isinstance(asked, dict) else ""


def about(predicate: str, objects: Sequence[str]) -> Said:
    """What would be asked of these objects, the one that is judged first."""
    first, *others = objects
    return joined((first, verb_of(predicate), *others))


def _leaf(name: str, asked: _Condition) -> str:
    if name == question_form.PREDICATE:
        return str(asked.get("question", "")).strip()
    every = fields(name)
    objects = [asked.get(one.member, "") for one in every if one.kind is FieldKind.OBJECT]
    needed = [one for one in every if one.kind is FieldKind.OBJECT and one.is_required]
    named = [one for one in objects if isinstance(one, str) and one]
    if len(named) < len(needed):
        return ""
    values = [_value(one, asked[one.member]) for one in every if _is_value(one, asked)]
    if named:
        said = joined((about(name, named), *values))
    else:
        said = shaped(_capital, joined((verb_of(name), *values)))
    details = joined((_about(name, asked), _limits(every, asked)), ", ")
    return framed("{said} ({details})", said=said, details=details) if details else said


def _is_value(one: Field, asked: _Condition) -> bool:
    is_word = one.kind is FieldKind.TEXT or one.member == "count_of"
    return is_word and bool(asked.get(one.member))


def _value(one: Field, value: object) -> str:
    return str(value).replace("_", " ").title() if str(value).isupper() else str(value)


def _about(name: str, asked: _Condition) -> str:
    axis = asked.get("axis")
    if name in _ABOUT and isinstance(axis, str):
        return say(_ABOUT[name], axis=axis.upper())
    return ""


def _limits(every: Sequence[Field], asked: _Condition) -> str:
    by_name = {one.member: one for one in every}
    amounts = {
        name: _amount(by_name[name], asked)
        for name in ("min", "max")
        if name in by_name and isinstance(asked.get(name), int | float)
    }
    if len(amounts) > 1:
        return say("{least} to {most}", least=amounts["min"], most=amounts["max"])
    if "min" in amounts:
        return say("at least {amount}", amount=amounts["min"])
    return say("at most {amount}", amount=amounts["max"]) if amounts else ""


def _amount(one: Field, asked: _Condition) -> str:
    number, unit = f"{asked[one.member]:g}", asked.get(one.unit_member, "")
    return number + _UNITS.get(unit, f" {unit}") if unit and isinstance(unit, str) else number


def _combined(name: str, asked: Any) -> str:
    inside = _inside(name, asked)
    parts = [part for part in map(sentence_of, inside) if part]
    if not parts:
        return ""
    if name in ("all", "any") and len(parts) == 1:
        return parts[0]
    if name in ("all", "any") and len(parts) == 2:
        pattern = template("{one} and {other}") if name == "all" else template("{one} or {other}")
        return say(pattern, one=parts[0], other=parts[1])
    listed = joined(parts, "; ")
    if name in ("duration", "within"):
        limit = asked.get("min" if name == "duration" else "max", 0)
        time = f"{limit:g} {asked.get('unit', 's')}" if isinstance(limit, int | float) else ""
        held, soon = template("{part}, held for {time}"), template("{part}, within {time}")
        return say(held if name == "duration" else soon, part=listed, time=time)
    return say(_LISTED[name], parts=listed)


_LISTED = {
    "all": template("All of these: {parts}"),
    "any": template("Any of these: {parts}"),
    "count": template("Some of these: {parts}"),
    "not": template("Not so: {parts}"),
    "order": template("In this order: {parts}"),
}


def _inside(name: str, asked: Any) -> list[_Condition]:
    """The conditions that a combining one holds."""
    if name in ("all", "any"):
        found = asked
    elif name == "not":
        found = [asked]
    else:
        held = (
            asked.get("steps" if name == "order" else "of", []) if isinstance(asked, dict) else []
        )
        found = held if isinstance(held, list) else [held]
        if name == "order":
            found = [step.get("when", {}) for step in found if isinstance(step, dict)]
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
