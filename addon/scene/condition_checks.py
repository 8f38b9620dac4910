"""Checking conditions that a call brings against the scene that they are for.

Thread: main. Nothing here writes.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import bpy

from ..core.condition_paths import path_of_name
from ..core.errors import BadArgument, rejection
from ..core.file_json import json_text
from ..core.file_values import require_plain
from ..core.said import say
from ..core.scene_types import Condition
from . import named_objects


def check_conditions(
    scene: bpy.types.Scene, conditions: Mapping[str, Any], path: str
) -> tuple[str, ...]:
    """The names of the objects that conditions are about.

    Args:
        path: Of the conditions in the call's arguments.

    Raises:
        BadArgument: They cannot be judged in this scene.
    """
    try:
        require_plain(conditions)
    except ValueError as error:
        raise rejection(
            "VALIDATION_ERROR", say("{path} cannot be kept: {error}.", path=path, error=error), path
        ) from error
    names = _object_names(conditions, path)
    _require_objects(scene, names, conditions, path)
    return names


def _object_names(conditions: Mapping[str, Any], path: str) -> tuple[str, ...]:
    if not conditions:
        return ()
    try:
        return tuple(Condition(json_text(conditions, path)).object_names)
    except BadArgument as error:
        inside = error.field.removeprefix("trigger_conditions").removeprefix(path)
        message, remedy = error.message, error.remedy
        raise rejection("VALIDATION_ERROR", message, path + inside, remedy) from error


def _require_objects(
    scene: bpy.types.Scene, names: Iterable[str], conditions: object, path: str
) -> None:
    for name in names:
        if named_objects.find(scene, name) is None:
            raise rejection(
                "VALIDATION_ERROR",
                say("The scene {scene} has no object {name}.", scene=scene.name, name=name),
                path_of_name(conditions, name, path),
                "Conditions can name objects of the unit's own scene only.",
            )
