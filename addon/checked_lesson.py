"""The last check of the lesson: shown until the lesson changes.

Thread: main.
"""

from . import view_state
from .authoring import lesson_checking, lesson_facts
from .core.errors import rejection
from .core.lesson import Lesson
from .core.scene_shapes import CheckLesson
from .scene import unit_reading

_checked_as: object = None
"""What the lesson was like when it was checked."""


def check() -> None:
    """Check the lesson in the open file, and show what was found.

    Raises:
        Conflict: A unit runs.
    """
    global _checked_as
    checked = lesson_checking.check_lesson(CheckLesson())
    _checked_as = lesson_facts.fingerprint(unit_reading.read_lesson())
    view_state.show(checked=checked)


def require_no_obstacles() -> None:
    """Check the lesson, and reject one that would stop a learner.

    Raises:
        Conflict: It would, or a unit runs.
    """
    check()
    checked = view_state.view().checked
    if checked is not None and any(one.weight == "obstacle" for one in checked.findings):
        raise rejection(
            "CONFLICT",
            "Something in this lesson would stop a learner.",
            remedy="See Check Lesson, or pack it with Even With Obstacles.",
        )


def drop_if_changed(lesson: Lesson) -> None:
    """Show the check no more if it may be untrue of the lesson as it was read just now."""
    if view_state.view().checked is not None and lesson_facts.fingerprint(lesson) != _checked_as:
        forget()


def forget() -> None:
    """Nothing was checked yet."""
    global _checked_as
    _checked_as = None
    view_state.show(checked=None)
