"""What the sentence of a condition is made of: the fields of each predicate, and a fresh one.

Which members a predicate has the native side says; here is which kind of field each of them takes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from . import question_form
from .condition_tree import node_at, rows
from .errors import rejection
from .file_values import parse
from .said import say
from .scene_types import Condition, FormMember, author_forms, predicate_forms


class FieldKind(Enum):
    """What an author gives for a member."""

    OBJECT = "object"
    NUMBER = "number"
    UNIT = "unit"
    CHOICE = "choice"
    WHOLE = "whole"
    TEXT = "text"
    JSON = "json"  # what only JSON can say


@dataclass(frozen=True)
class Field:
    """One field.

    Attributes:
        slot: Which of the predicate's fields of this kind it is, from 0 on.
        choices: Of a choice; of a unit, the units.
        unit_member: The member that holds the unit of a number; "" without one.
    """

    member: str
    kind: FieldKind
    slot: int
    sentence: str
    is_required: bool
    choices: tuple[str, ...] = ()
    unit_member: str = ""


@cache
def fields(predicate: str) -> tuple[Field, ...]:
    """The fields of a predicate, in the order of its description; none of an unknown one."""
    form = next((form for form in predicate_forms() if form.name == predicate), None)
    members = form.members if form is not None else []
    units = {member.unit_member: tuple(member.units) for member in members if member.unit_member}
    found: list[Field] = []
    for member in members:
        kind = _kind(member, units)
        found.append(
            Field(
                member=member.name,
                kind=kind,
                slot=sum(1 for one in found if one.kind is kind),
                sentence=member.sentence,
                is_required=member.is_required,
                choices=units.get(member.name, tuple(member.choices)),
                unit_member=member.unit_member,
            )
        )
    return tuple(found)


def field_of(predicate: str, kind: FieldKind, slot: int) -> Field | None:
    """The field of a kind at a slot."""
    return next((one for one in fields(predicate) if one.kind is kind and one.slot == slot), None)


def row_property(one: Field) -> str:
    """The property of a row that holds a field."""
    return f"{one.kind.value}_{one.slot}"


@cache
def predicates() -> tuple[str, ...]:
    """All predicates, in the order in which authors read of them."""
    return tuple(form.name for form in predicate_forms())


def fresh(predicate: str, objects: tuple[str, ...] = ()) -> dict[str, Any]:
    """A condition of this predicate with what it usually asks.

    Args:
        objects: Names of the objects for its object fields, in their order; "" stands for a
            missing one, and is to be chosen.
    """
    if predicate == question_form.PREDICATE:
        return {predicate: question_form.fresh_question()}
    form = next((form for form in author_forms() if form.predicate == predicate), None)
    asked: dict[str, Any] = dict(form.condition("", "", {})[predicate]) if form else {}
    for one in fields(predicate):
        if one.kind is FieldKind.OBJECT:
            asked.pop(one.member, None)
            if one.is_required:
                asked[one.member] = objects[one.slot] if one.slot < len(objects) else ""
        elif one.is_required and one.member not in asked:
            asked[one.member] = _default(one)
    order = [one.member for one in fields(predicate)]
    return {predicate: dict(sorted(asked.items(), key=lambda item: order.index(item[0])))}


def object_names(condition: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the objects that a condition names, each once, in order; also of a half-written one."""
    names: dict[str, None] = {}
    for row in rows(condition):
        asked = node_at(condition, row.path).get(row.predicate)
        for one in fields(row.predicate):
            name = asked.get(one.member) if isinstance(asked, dict) else None
            if one.kind is FieldKind.OBJECT and isinstance(name, str) and name:
                names[name] = None
    return tuple(names)


def with_unit(predicate: str, asked: Mapping[str, Any], member: str) -> dict[str, Any]:
    """The unit that a number of a predicate needs beside it, where it has none yet."""
    one = next((one for one in fields(predicate) if one.member == member), None)
    if one is None or not one.unit_member or one.unit_member in asked:
        return {}
    unit = next(other for other in fields(predicate) if other.member == one.unit_member)
    return {one.unit_member: unit.choices[0]}


def default_of(one: Field) -> object:
    """What an optional field holds when it is asked for first."""
    return _default(one)


def _kind(member: FormMember, units: Mapping[str, tuple[str, ...]]) -> FieldKind:
    if member.name in units:
        return FieldKind.UNIT
    if member.takes:
        return FieldKind(member.takes)
    by_type = {"text": FieldKind.TEXT, "whole number": FieldKind.WHOLE}
    if member.type.startswith("number"):
        return FieldKind.NUMBER
    return by_type.get(member.type, FieldKind.JSON)


def _default(one: Field) -> object:
    if one.choices:
        return one.choices[0]
    return {FieldKind.NUMBER: 1.0, FieldKind.WHOLE: 1}.get(one.kind, "")


def parse_condition(text: str) -> dict[str, Any]:
    """Read a condition that a person wrote as JSON.

    Raises:
        BadArgument: What is wrong with it, and where.
    """
    if not text.strip():
        raise rejection(
            "VALIDATION_ERROR",
            "No condition is written.",
            remedy='Write one as JSON, for example {"visible": {"object": "Guard"}}.',
        )
    try:
        condition = parse(text)
    except ValueError as error:
        raise rejection(
            "VALIDATION_ERROR", say("The condition cannot be read: {error}.", error=error)
        ) from error
    if not isinstance(condition, dict):
        raise rejection("VALIDATION_ERROR", "A condition is a JSON object: it begins with {.")
    if condition:
        Condition(text)
    return condition
