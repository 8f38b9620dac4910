"""Which scene speaks for the whole lesson: that of its first unit, unless another one does already.

Thread: main.
"""

import bpy

from ..core import keys
from ..core.lesson import Lesson
from ..core.unit_ids import title_of_id


def scene_of(lesson: Lesson) -> bpy.types.Scene | None:
    """The scene whose properties are about the lesson; None where there is no lesson."""
    scenes = [bpy.data.scenes[unit.scene_name] for unit in lesson.units]
    return next((scene for scene in scenes if keys.LESSON in scene), scenes[0] if scenes else None)


def title_of(lesson: Lesson, given: str) -> str:
    """What the lesson is called: as its giver says, else as its first unit."""
    first = lesson.units[0] if lesson.units else None
    unit_title = (first.title or title_of_id(first.unit_id)) if first else ""
    return given or unit_title or "Lesson"
