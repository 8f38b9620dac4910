"""Which scene speaks for the whole lesson: that of its first unit, unless another one does already.

Thread: main.
"""

import bpy

from ..core import keys
from ..core.lesson import Lesson
from ..core.unit_ids import title_of_id
from ..scene import unit_reading


def scene_of(lesson: Lesson) -> bpy.types.Scene | None:
    """The scene whose properties are about the lesson; None where there is no lesson."""
    scenes = [bpy.data.scenes[unit.scene_name] for unit in lesson.units]
    return next((scene for scene in scenes if keys.LESSON in scene), scenes[0] if scenes else None)


def keep_at_first() -> None:
    """Have the scene of the first unit keep what is said of the lesson, after the order changed."""
    units = unit_reading.read_lesson().units
    if units:
        _move_to(bpy.data.scenes[units[0].scene_name])


def keep_without(scene: bpy.types.Scene) -> None:
    """Have another scene keep what is said of the lesson: this one will carry no unit any more."""
    left = [one for one in unit_reading.read_lesson().units if one.scene_name != scene.name]
    if left:
        _move_to(bpy.data.scenes[left[0].scene_name])
    else:
        scene.pop(keys.LESSON, None)


def _move_to(first: bpy.types.Scene) -> None:
    for scene in unit_reading.unit_scenes():
        if scene == first or keys.LESSON not in scene or keys.LESSON in first:
            continue
        if scene.is_editable and first.is_editable:
            first[keys.LESSON] = scene[keys.LESSON]
            del scene[keys.LESSON]


def title_of(lesson: Lesson, given: str) -> str:
    """What the lesson is called: as its giver says, else as its first unit."""
    first = lesson.units[0] if lesson.units else None
    unit_title = (first.title or title_of_id(first.unit_id)) if first else ""
    return given or unit_title or "Lesson"
