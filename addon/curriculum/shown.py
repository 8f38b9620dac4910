"""What the View says of the unit that a node stands for."""

import bpy

from ..core.view import LessonView, UnitView
from ..view_state import view

_lesson: LessonView | None = None
_numbered: dict[str, tuple[int, UnitView]] = {}


def numbered(node: bpy.types.Node) -> tuple[int, UnitView] | None:
    """The unit of a node, with its number in the lesson; None if the file has none such."""
    global _lesson, _numbered
    lesson = view().lesson
    if lesson is not _lesson:  # looked up for every node of every draw, and seldom another
        units = enumerate(lesson.units, start=1)
        _lesson, _numbered = lesson, {unit.key: (number, unit) for number, unit in units}
    return _numbered.get(node.unit_key)


def unit_of(node: bpy.types.Node) -> UnitView | None:
    """The unit of a node; None if the file has none such."""
    found = numbered(node)
    return found[1] if found is not None else None
