"""The fields of the predicates' forms, as properties of an operator.

Which predicates have a form, and what it asks for, the native side says, each predicate for itself.
"""

import math
from typing import Any

import bpy

from ..core.scene_types import AuthorForm, ChoiceField, NumberField, author_forms

FORMS = {form.predicate.upper(): form for form in author_forms()}
"""By the identifier that stands for it in an enumeration."""

KINDS = tuple((identifier, form.label, form.sentence) for identifier, form in FORMS.items())
"""Items of such an enumeration."""


class FormProperties:
    """Mixed into an operator: a property for each field of each form."""


def draw(operator: bpy.types.Operator, form: AuthorForm) -> None:
    """Draw the fields of one form."""
    for field in form.fields:
        operator.layout.prop(operator, _property_name(form, field))


def values(operator: bpy.types.Operator, form: AuthorForm) -> dict[str, float | str]:
    """What the operator was given for the fields of one form, by their members."""
    return {
        field.member: _as_given(getattr(operator, _property_name(form, field)))
        for field in form.fields
    }


def _property_name(form: AuthorForm, field: NumberField | ChoiceField) -> str:
    unit = field.unit if isinstance(field, NumberField) else ""
    return "_".join(part for part in (form.predicate, field.member, unit) if part)


def _as_given(value: float | str) -> float | str:
    # Blender holds numbers in single precision: 0.1 comes back as 0.10000000149.
    return float(f"{value:.7g}") if isinstance(value, float) else value


def _property(field: NumberField | ChoiceField) -> Any:
    name = field.member.replace("_", " ").title()
    description = field.sentence.removesuffix(".")  # Blender adds it
    if isinstance(field, ChoiceField):
        items = tuple((choice, choice.title(), "") for choice in field.choices)
        return bpy.props.EnumProperty(
            name=name, description=description, items=items, default=field.default
        )
    limits = {"min": field.least, "max": field.most}
    kind = int if field.is_whole else float
    make = bpy.props.IntProperty if field.is_whole else bpy.props.FloatProperty
    return make(
        name=f"{name} ({field.unit_symbol})" if field.unit else name,
        description=description,
        default=kind(field.default),
        **{side: kind(limit) for side, limit in limits.items() if math.isfinite(limit)},
    )


FormProperties.__annotations__ = {
    _property_name(form, field): _property(field)
    for form in FORMS.values()
    for field in form.fields
}
