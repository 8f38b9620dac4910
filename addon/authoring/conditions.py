"""The condition of a goal, read from its trigger object and written to it.

A condition that is being written may still lack an object; the lesson's problems say so until it is
chosen.

Thread: main.
"""

import json
from collections.abc import Mapping
from typing import Any

import bpy

from .. import upkeep
from ..core import keys
from ..core.condition_form import object_names
from ..core.file_values import FileValues, is_readable, value_of
from ..scene import named_objects
from . import truth_due


def read(trigger: bpy.types.Object) -> dict[str, Any]:
    """Its condition; an empty one where it has none, or one that cannot be read."""
    return FileValues("", trigger, []).mapping(keys.CONDITIONS)


def text(trigger: bpy.types.Object) -> str:
    """Its condition as it stands in the file, however long it is; "" where that is no text."""
    value = value_of(trigger, keys.CONDITIONS)
    return value if isinstance(value, str) and is_readable(value) else ""


def write(trigger: bpy.types.Object, condition: Mapping[str, Any]) -> None:
    """Give a trigger another condition; the objects that it names can be renamed from now on."""
    known = identities(trigger)
    names = object_names(condition)
    scene = scene_of(trigger)
    new = [name for name in names if name not in known]
    made = named_objects.identify(scene, new) if scene is not None else {}
    kept = {name: uuid for name, uuid in known.items() if name in names}
    trigger[keys.CONDITIONS] = json.dumps(condition, ensure_ascii=False)
    trigger[keys.NAMED_OBJECTS] = json.dumps({**kept, **made}, ensure_ascii=False)
    trigger.pop(keys.OF_UNIT, None)
    upkeep.mark_authored(may_wait=True)
    truth_due.mark()


def identities(trigger: bpy.types.Object) -> dict[str, str]:
    """UUIDs of the objects that its condition names, by that name."""
    return FileValues("", trigger, []).text_mapping(keys.NAMED_OBJECTS)


def scene_of(trigger: bpy.types.Object) -> bpy.types.Scene | None:
    """The scene that the trigger is in: that of the window, if it is in several."""
    scenes = trigger.users_scene
    current = bpy.context.scene
    return current if current in scenes else next(iter(scenes), None)


def named(trigger: bpy.types.Object, name: str) -> bpy.types.Object | None:
    """The object of the scene that its condition calls so."""
    scene = scene_of(trigger)
    if scene is None or not name:
        return None
    return named_objects.find(scene, name, identities(trigger).get(name, ""))


def name_for(trigger: bpy.types.Object, name: str) -> str:
    """What its condition is to call an object of this name: the name that it knows it by already."""
    scene = scene_of(trigger)
    obj = scene.objects.get(name) if scene is not None else None
    identity = named_objects.uuid_of(obj) if obj is not None else ""
    known = identities(trigger)
    return next((one for one, uuid in known.items() if identity and uuid == identity), name)
