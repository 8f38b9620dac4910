"""The unit that was authored last: where a client goes on that does not say in which unit.

It is not the scene in the window, which is the person's.

Thread: main.
"""

import bpy

from ..core import keys
from ..core.file_values import value_of
from . import named_objects, unit_reading

_uuid = ""


def note(scene: bpy.types.Scene) -> None:
    """A unit was authored in this scene."""
    global _uuid
    _uuid = named_objects.uuid_of(scene)


def scene() -> bpy.types.Scene:
    """Its scene; that of the window where none was authored in this file, or it is gone.

    Raises:
        Conflict: Blender is between two files.
    """
    same = (item for item in bpy.data.scenes if _uuid and value_of(item, keys.UUID) == _uuid)
    return next(same, None) or unit_reading.current_scene()
