"""The objects that a lesson's names mean now, also those that were renamed since; found once.

Thread: main.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import bpy

from ..live.object_reading import is_there
from ..scene import named_objects, unit_reading


@dataclass
class _Found:
    """What was found last, and of what.

    Attributes:
        objects: By name in the lesson, with their names in the file.
    """

    wanted: tuple[tuple[str, str], ...] = ()
    scene: int = 0
    count: int = 0
    objects: dict[str, tuple[bpy.types.Object, str]] = field(default_factory=dict)


_found = _Found()


def forget() -> None:
    """Nothing was found yet."""
    global _found
    _found = _Found()


def find(scene: bpy.types.Scene, uuids: Mapping[str, str]) -> dict[str, bpy.types.Object]:
    """The scene's objects by their names in the lesson.

    Args:
        uuids: The lesson's own ids by name; where one is "", what the scene's lesson has is taken.
    """
    global _found
    wanted, count = tuple(sorted(uuids.items())), len(bpy.data.objects)
    asked = (wanted, scene.session_uid, count)
    if asked != (_found.wanted, _found.scene, _found.count) or not _is_so_still():
        known = _uuids_of_lesson(scene)
        named = {name: uuid or known.get(name, "") for name, uuid in wanted}
        objects = named_objects.find_all(scene, named)
        _found = _Found(*asked, {name: (obj, obj.name) for name, obj in objects.items()})
    return {name: obj for name, (obj, _) in _found.objects.items()}


def _is_so_still() -> bool:
    return all(is_there(obj) and obj.name == called for obj, called in _found.objects.values())


def _uuids_of_lesson(scene: bpy.types.Scene) -> dict[str, str]:
    triggers = unit_reading.read_unit(scene, []).triggers
    return {name: uuid for one in triggers for name, uuid in one.named_objects.items()}
