"""Which hint objects of a unit are seen: up to a level, and those of a goal only while it is due.

Nothing of it belongs to the file: it makes no undo step.

Thread: main.
"""

from collections.abc import Iterator
from dataclasses import replace

import bpy

from ..core import hint_object
from ..core.adaptation import HINT_LEVELS, Adaptation
from ..core.scene_shapes import SceneChange
from ..scene import unit_reading
from . import tracking
from .running_unit import RunningUnit

_asked: dict[str, int] = {}
"""Up to which level those of a goal were asked for; of the run that goes on.

Those of the unit are asked for through its adaptation, and never with a goal's own.
"""

_followed = ("", "")
"""The session, and the goal in it, whose hint objects were shown last."""


def ask(goal_id: str, level: int) -> None:
    """Have those for a goal seen up to a level, whenever the learner is at it; "" is no goal."""
    if goal_id:
        _asked[goal_id] = level


def forget() -> None:
    """Nobody asked for any."""
    _asked.clear()


def due_goal(unit_id: str) -> str:
    """Id of the goal that the learner of the running unit is at; "" of any other unit."""
    running = tracking.running()
    return running.due_goal if running is not None and running.unit_id == unit_id else ""


def is_another_due(running: RunningUnit) -> bool:
    """Whether the learner is at another goal than when this was asked last."""
    global _followed
    before, _followed = _followed, (running.session_id, running.due_goal)
    return _followed != before


def show(scene: bpy.types.Scene, now: Adaptation) -> list[SceneChange]:
    """Show what is to be seen of a scene's hint objects, and hide the others."""
    to_change = [
        obj
        for obj in _hint_objects(scene)
        if {obj.hide_viewport, obj.hide_render} != {_is_hidden(obj, now)}
    ]
    if not to_change:
        return []
    with tracking.own_changes(scene):
        return [change for obj in to_change for change in _set_hidden(obj, _is_hidden(obj, now))]


def goals_shown(scene: bpy.types.Scene) -> set[str]:
    """Ids of the goals whose last hint is seen; "" stands for all of the unit."""
    seen = (_hint(obj) for obj in _hint_objects(scene) if not obj.hide_viewport)
    return {hint.goal_id for hint in seen if hint.level >= HINT_LEVELS}


def _is_hidden(obj: bpy.types.Object, now: Adaptation) -> bool:
    hint = _hint(obj)
    if not hint.goal_id:
        return hint.level > now.shown_level
    due = due_goal(hint.unit_id)
    by_itself = replace(now, hint_level=0).shown_level
    return hint.goal_id != due or hint.level > max(by_itself, _asked.get(due, 0))


def _set_hidden(obj: bpy.types.Object, is_hidden: bool) -> list[SceneChange]:
    was_hidden = obj.hide_viewport
    obj.hide_viewport = obj.hide_render = is_hidden
    if was_hidden == is_hidden:
        return []
    return [
        SceneChange(target=obj.name, property="hide_viewport", before=was_hidden, after=is_hidden)
    ]


def _hint_objects(scene: bpy.types.Scene) -> Iterator[bpy.types.Object]:
    unit_id = unit_reading.unit_id_of(scene)
    found = (obj for obj in scene.objects if _hint(obj).unit_id == unit_id and obj.is_editable)
    return iter(sorted(found, key=lambda obj: obj.name))


def _hint(obj: bpy.types.Object) -> hint_object.Hint:
    return hint_object.read_hint("", obj, [])
