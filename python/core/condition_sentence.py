"""A condition in a few words, as the name of a goal: “Cup stands on Saucer”.

Thread: any; values in, values out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from . import question_form
from .condition_form import Field, FieldKind, fields
from .condition_tree import COMBINING, predicate_of
from .condition_verbs import verb_of
from .said import Said, framed, joined, say, say_count, shaped, template

_Condition = Mapping[str, Any]

LONGEST_CHARS = 300
"""Of a sentence in any language: tools take an objective of 512 at most."""

_LISTED_CHARS = 160
"""Of the parts that a sentence lists before it counts the others."""

_ENUMERATED = frozenset((("mode", "is"), ("has_modifier", "type")))
"""What Blender has a word of its own for, in capitals; anything else is somebody's name."""

_UNITS = {"deg": "°", "rad": " rad"}
_ABOUT = {"turned": template("about {axis}"), "dimensions": template("along {axis}")}
"""Of predicates whose axis says what is asked, rather than how it is measured."""


def sentence_of(condition: _Condition) -> str:
    """What a condition asks; "" while it has nothing to name.

    At most `LONGEST_CHARS`: of many parts the first are listed, and the others counted.
    """
    return shaped(_cut, _said_of(condition))


def _said_of(condition: _Condition) -> str:
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
    values = [_value(name, one, asked[one.member]) for one in every if _is_value(one, asked)]
    if named:
        said = joined((about(name, named), *values))
    else:
        said = shaped(_capital, joined((verb_of(name), *values)))
    details = joined((_about(name, asked), _limits(every, asked)), ", ")
    return framed("{said} ({details})", said=said, details=details) if details else said


def _is_value(one: Field, asked: _Condition) -> bool:
    is_word = one.kind is FieldKind.TEXT or one.member == "count_of"
    return is_word and bool(asked.get(one.member))


def _value(name: str, one: Field, value: object) -> str:
    is_word = (name, one.member) in _ENUMERATED
    return str(value).replace("_", " ").title() if is_word else str(value)


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
    parts = [part for part in map(_said_of, inside) if part]
    if not parts:
        return ""
    if name in ("all", "any") and len(parts) == 1:
        return parts[0]
    if name in ("all", "any") and len(parts) == 2 and len("".join(parts)) <= _LISTED_CHARS:
        pattern = template("{one} and {other}") if name == "all" else template("{one} or {other}")
        return say(pattern, one=parts[0], other=parts[1])
    listed = _list_of(parts)
    if name in ("duration", "within"):
        limit = asked.get("min" if name == "duration" else "max", 0)
        time = f"{limit:g} {asked.get('unit', 's')}" if isinstance(limit, int | float) else ""
        held, soon = template("{part}, held for {time}"), template("{part}, within {time}")
        return say(held if name == "duration" else soon, part=listed, time=time)
    if name == "count":
        return _counted(asked, listed)
    return say(_LISTED[name], parts=listed)


def _list_of(parts: Sequence[str]) -> Said:
    """The parts as long as they are a few words, then how many more there are."""
    shown = 1
    while shown < len(parts) and len("; ".join(parts[: shown + 1])) <= _LISTED_CHARS:
        shown += 1
    listed, more = joined(parts[:shown], "; "), len(parts) - shown
    if not more:
        return listed
    return say_count(more, "{parts} … and 1 more", "{parts} … and {count} more", parts=listed)


def _counted(asked: _Condition, listed: Said) -> Said:
    """How many of some things must be so."""
    least, most = (asked.get(name) for name in ("min", "max"))
    if least is None:
        return say("At most {most} of these: {parts}", most=most, parts=listed)
    if most is None:
        return say("At least {least} of these: {parts}", least=least, parts=listed)
    if least == most:
        return say("Exactly {least} of these: {parts}", least=least, parts=listed)
    return say("{least} to {most} of these: {parts}", least=least, most=most, parts=listed)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CHARS else f"{text[: LONGEST_CHARS - 1]}…"


_LISTED = {
    "all": template("All of these: {parts}"),
    "any": template("Any of these: {parts}"),
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
