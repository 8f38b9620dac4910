"""Checking a lesson: the scene's part of the tool and of the button.

Thread: main.
"""

from ..core import lesson_check
from ..core.errors import rejection
from ..core.scene_shapes import CheckLesson, LessonChecked
from ..live import tracking
from ..scene import unit_reading
from . import lesson_facts


def check_lesson(command: CheckLesson) -> LessonChecked:
    """Look for what would stop a learner or make the lesson worse. Nothing is changed.

    Raises:
        NotFound: There is no such unit.
        Conflict: A unit runs, whose objects must not be touched.
    """
    if tracking.running() is not None:
        raise rejection(
            "CONFLICT",
            "A unit runs, and checking would move its objects for a moment.",
            remedy="End the unit, then check the lesson.",
        )
    unit_id = command.unit_id or ""
    if unit_id and not unit_reading.scenes_of_unit(unit_id):
        unit_reading.scene_of_unit(unit_id)  # raises: there is none
    lesson = unit_reading.read_lesson()
    return lesson_check.check(lesson, lesson_facts.read(lesson), unit_id)
