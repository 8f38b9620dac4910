"""The shapes that hint at goals, as they were made: what a file says of them.

Thread: main.
"""

from typing import get_args, get_type_hints

import bpy

from ..core import keys
from ..core.errors import BadArgument
from ..core.file_json import FileObject
from ..core.file_values import FileValues, value_of
from ..core.window_shapes import HintShape
from . import named_objects

_KINDS = get_args(get_type_hints(HintShape)["kind"])


def shapes_of(scene: bpy.types.Scene, trigger: bpy.types.Object) -> list[HintShape]:
    """The shapes of a goal in the order in which they were made."""
    found = map(shape_of, objects_of(scene, trigger))
    return [shape for shape in found if shape is not None]


def objects_of(scene: bpy.types.Scene, trigger: bpy.types.Object) -> list[bpy.types.Object]:
    """The hint objects of a goal."""
    goal_id = named_objects.uuid_of(trigger) or trigger.name
    return [one for one in scene.objects if value_of(one, keys.HINT_OF_GOAL) == goal_id]


def shape_of(obj: bpy.types.Object) -> HintShape | None:
    """What a hint object was made from; None where it does not say, as one of an older release."""
    values = FileValues("", obj, []).mapping(keys.HINT_SHAPE)
    fields = FileObject(values)
    try:
        kind, level = (
            fields.text("kind"),
            FileValues("", obj, []).whole_number(keys.HINT_LEVEL, 1, 3),
        )
        if kind not in _KINDS or level is None:
            return None
        return HintShape(
            kind=kind,  # type: ignore[arg-type]  # it is one of them
            level=level,
            begin_m=fields.vector("begin_m", 3),
            end_m=fields.vector("end_m", 3),
            thickness_m=fields.number("thickness_m"),
            object=fields.name("object") or None,
            location_m=fields.vector("location_m", 3),
            rotation=fields.vector("rotation", 4),
            scale=fields.vector("scale", 3),
        )
    except BadArgument:
        return None
