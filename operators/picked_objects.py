"""The objects that a new condition is about: those that are selected, the one to judge first."""

import bpy

from ..core import keys
from ..core.condition_form import FieldKind, fields
from ..core.file_values import value_of


def picked_for(
    context: bpy.types.Context, predicate: str, object_name: str = ""
) -> tuple[str, ...]:
    """Names for the object fields of a predicate, as far as the selection goes.

    Of two selected ones the active one is what the other is compared with; one alone is what is
    judged.

    Args:
        object_name: Of several beside the active one, which is judged; "" for the first.
    """
    wanted = sum(1 for one in fields(predicate) if one.kind is FieldKind.OBJECT)
    active = context.view_layer.objects.active
    chosen = [
        obj for obj in context.view_layer.objects.selected if not value_of(obj, keys.IS_TRIGGER)
    ]
    if active is not None and active not in chosen:
        active = None
    others = [obj.name for obj in chosen if obj != active]
    if active is None:
        return tuple(others[:wanted])
    if wanted < 2 or not others:
        return (active.name,)
    if object_name == active.name:
        return (active.name, others[0])
    return (object_name if object_name in others else others[0], active.name)
