"""Naming the objects of a condition: by typing, or with an eyedropper.

What an eyedropper picks is a pointer, which is let go once its name is in the condition: a pointer
that is kept would keep a deleted object in the file.

Thread: main.
"""

from collections.abc import Callable
from typing import Any

import bpy

from ..core.condition_form import FieldKind, field_of
from . import conditions
from .condition_values import Row, asked, predicate, write


def name_property(slot: int) -> Any:
    """The name of an object, as it is called now, with those of the scene to choose from."""
    return bpy.props.StringProperty(
        name="Object",
        description="By its name, or with the eyedropper beside it",
        search=_found_objects,
        get=_get_object(slot),
        set=_set_object(slot),
    )


def pick_property(slot: int) -> Any:
    """An eyedropper for it; it holds nothing."""
    return bpy.props.PointerProperty(
        name="Pick",
        description="Pick it in the viewport or the Outliner, with the eyedropper",
        type=bpy.types.Object,
        poll=_can_be_picked,
        update=_picked(slot),
    )


def _get_object(slot: int) -> Callable[[Row], str]:
    def get(row: Row) -> str:
        """As it is called now, also where it was renamed since."""
        one = field_of(predicate(row), FieldKind.OBJECT, slot)
        name = asked(row).get(one.member) if one is not None else None
        if not isinstance(name, str):
            return ""
        found = conditions.named(row.id_data, name)
        return found.name if found is not None else name

    return get


def _set_object(slot: int) -> Callable[[Row, str], None]:
    def set_object(row: Row, name: str) -> None:
        one = field_of(predicate(row), FieldKind.OBJECT, slot)
        if one is not None and name != _get_object(slot)(row):
            write(row, one.member, conditions.name_for(row.id_data, name))

    return set_object


def _picked(slot: int) -> Callable[[Row, bpy.types.Context], None]:
    def picked(row: Row, _context: bpy.types.Context) -> None:
        obj = getattr(row, f"pick_{slot}")
        if obj is not None:
            setattr(row, f"object_{slot}", obj.name)
            setattr(row, f"pick_{slot}", None)

    return picked


def _found_objects(row: Row, _context: bpy.types.Context, text: str) -> list[str]:
    scene = conditions.scene_of(row.id_data)
    objects = scene.objects if scene is not None else ()
    return [obj.name for obj in objects if obj != row.id_data and text.lower() in obj.name.lower()]


def _can_be_picked(row: Row, obj: bpy.types.Object) -> bool:
    scene = conditions.scene_of(row.id_data)
    return scene is not None and obj.name in scene.objects and obj != row.id_data
