"""What the View says of the unit that a node stands for."""

from dataclasses import dataclass

import bpy

from ..core.view import LessonView, UnitView
from ..view_state import view


@dataclass(frozen=True)
class _Shown:
    """The View's lesson, looked up for every node of every draw, and seldom another."""

    lesson: LessonView
    numbered: dict[str, tuple[int, UnitView]]
    linked_scenes: frozenset[str]


_shown = _Shown(LessonView(), {}, frozenset())


def numbered(node: bpy.types.Node) -> tuple[int, UnitView] | None:
    """The unit of a node, with its number in the lesson; None if the file has none such."""
    return _up_to_date().numbered.get(node.unit_key)


def unit_of(node: bpy.types.Node) -> UnitView | None:
    """The unit of a node; None if the file has none such."""
    found = numbered(node)
    return found[1] if found is not None else None


def is_linked(unit: UnitView) -> bool:
    """Whether a unit's scene comes from another file, and can be changed there alone."""
    return unit.scene_name in _up_to_date().linked_scenes


def _up_to_date() -> _Shown:
    global _shown
    lesson = view().lesson
    if lesson is not _shown.lesson:
        units = enumerate(lesson.units, start=1)
        own = {scene.name for scene in bpy.data.scenes if scene.library is None}
        every = {scene.name for scene in bpy.data.scenes}
        by_key = {unit.key: (number, unit) for number, unit in units}
        _shown = _Shown(lesson, by_key, frozenset(every - own))
    return _shown
