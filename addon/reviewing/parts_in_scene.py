"""The objects that a lesson's names mean now, also those that were renamed since.

Each question is answered once, until the scene is another one.

Thread: main.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import bpy

from ..live.object_reading import is_there
from ..scene import named_objects, unit_reading


@dataclass
class _Found:
    """What was found, and in what.

    Attributes:
        count: Of the objects in the file.
        objects: By name in the lesson, with their names in the file.
    """

    scene: int
    count: int
    objects: dict[str, tuple[bpy.types.Object, str]]


_MOST_QUESTIONS = 8
"""Ghosts and attention each have one, for each session that is looked at."""

_found: dict[tuple[tuple[str, str], ...], _Found] = {}
"""By what was asked."""


def forget() -> None:
    """Nothing was found yet."""
    _found.clear()


def find(scene: bpy.types.Scene, uuids: Mapping[str, str]) -> dict[str, bpy.types.Object]:
    """The scene's objects by their names in the lesson.

    Args:
        uuids: The lesson's own ids by name; where one is "", what the scene's lesson has is taken.
    """
    wanted, count = tuple(sorted(uuids.items())), len(bpy.data.objects)
    known = _found.get(wanted)
    is_known = known is not None and (known.scene, known.count) == (scene.session_uid, count)
    if known is None or not is_known or not _is_so_still(known):
        if len(_found) >= _MOST_QUESTIONS:
            _found.clear()
        known = _found[wanted] = _Found(scene.session_uid, count, _objects(scene, wanted))
    return {name: obj for name, (obj, _) in known.objects.items()}


def _objects(
    scene: bpy.types.Scene, wanted: tuple[tuple[str, str], ...]
) -> dict[str, tuple[bpy.types.Object, str]]:
    known = _uuids_of_lesson(scene)
    named = {name: uuid or known.get(name, "") for name, uuid in wanted}
    found = named_objects.find_all(scene, named)
    return {name: (obj, obj.name) for name, obj in found.items()}


def _is_so_still(known: _Found) -> bool:
    return all(is_there(obj) and obj.name == called for obj, called in known.objects.values())


def _uuids_of_lesson(scene: bpy.types.Scene) -> dict[str, str]:
    triggers = unit_reading.read_unit(scene, []).triggers
    return {name: uuid for one in triggers for name, uuid in one.named_objects.items()}
