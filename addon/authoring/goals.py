"""The goals of a scene's unit, in their author's order.

Thread: main.
"""

from collections.abc import Sequence

import bpy

from ..core import keys
from ..core.file_values import FileValues, value_of
from ..scene import named_objects, trigger_authoring, unit_reading
from . import condition_rows, conditions, texts


def goals_of(scene: bpy.types.Scene) -> list[bpy.types.Object]:
    """Their trigger objects."""
    return list(unit_reading.trigger_objects(scene))


def id_of(trigger: bpy.types.Object) -> str:
    """What a goal is found again by."""
    return named_objects.uuid_of(trigger) or trigger.name


def selected(scene: bpy.types.Scene) -> bpy.types.Object | None:
    """The goal that is being edited: the one that was selected, else the first."""
    return selected_of(scene, goals_of(scene))


def selected_of(
    scene: bpy.types.Scene, found: Sequence[bpy.types.Object]
) -> bpy.types.Object | None:
    """The same among goals that were found already."""
    wanted = scene.malloc_vr.goal
    return next((one for one in found if id_of(one) == wanted), found[0] if found else None)


def find(scene: bpy.types.Scene, goal_id: str) -> bpy.types.Object | None:
    """A goal by its id; the selected one where that is empty."""
    if not goal_id:
        return selected(scene)
    return next((one for one in goals_of(scene) if id_of(one) == goal_id), None)


def select(scene: bpy.types.Scene, trigger: bpy.types.Object) -> None:
    """Edit another goal from now on."""
    if scene.is_editable:
        scene.malloc_vr.goal = id_of(trigger)
    condition_rows.sync(trigger)


def list_objective(scene: bpy.types.Scene, trigger: bpy.types.Object) -> None:
    """Have the unit name what a goal shows among its objectives."""
    objective = FileValues("", trigger, []).text(keys.OBJECTIVE)
    listed = texts.read(scene, keys.OBJECTIVES)
    if objective and objective not in listed:
        texts.write(scene, keys.OBJECTIVES, [*listed, objective])


def move(scene: bpy.types.Scene, trigger: bpy.types.Object, places: int) -> None:
    """Move a goal up (negative) or down, as far as that goes."""
    ordered = goals_of(scene)
    index = ordered.index(trigger)
    ordered.insert(min(max(index + places, 0), len(ordered) - 1), ordered.pop(index))
    order(scene, ordered)


def order(scene: bpy.types.Scene, ordered: Sequence[bpy.types.Object]) -> None:
    """Have the goals of a unit come in this order."""
    number(ordered)
    _list_in_order(scene, ordered)


def rename(trigger: bpy.types.Object, objective: str) -> None:
    """Say otherwise what a goal shows; the unit's list of objectives follows."""
    before = FileValues("", trigger, []).text(keys.OBJECTIVE)
    trigger[keys.OBJECTIVE] = objective
    scene = conditions.scene_of(trigger)
    if scene is not None and scene.is_editable:
        _list_anew(scene, before, objective)


def _list_anew(scene: bpy.types.Scene, before: str, text: str) -> None:
    """Have the unit list the new name in the place of the old one, which another goal may still have."""
    has_it = any(
        value_of(one, keys.OBJECTIVE) == before for one in unit_reading.trigger_objects(scene)
    )
    instead = (before, text) if has_it else (text,)
    listed = [
        new
        for one in texts.read(scene, keys.OBJECTIVES)
        for new in (instead if one == before else (one,))
    ]
    texts.write(scene, keys.OBJECTIVES, dict.fromkeys(listed))


def _list_in_order(scene: bpy.types.Scene, ordered: Sequence[bpy.types.Object]) -> None:
    """Have the unit name its objectives as its goals come; those that none shows come last."""
    listed = texts.read(scene, keys.OBJECTIVES)
    shown = dict.fromkeys(FileValues("", one, []).text(keys.OBJECTIVE) for one in ordered)
    texts.write(
        scene,
        keys.OBJECTIVES,
        [*(one for one in shown if one in listed), *(one for one in listed if one not in shown)],
    )


def remove(scene: bpy.types.Scene, trigger: bpy.types.Object) -> None:
    """Take a goal out, and its objective if no other goal shows that."""
    objective = value_of(trigger, keys.OBJECTIVE)
    trigger_authoring.remove(scene, trigger)
    number(goals_of(scene))
    if all(value_of(one, keys.OBJECTIVE) != objective for one in goals_of(scene)):
        listed = texts.read(scene, keys.OBJECTIVES)
        texts.write(scene, keys.OBJECTIVES, [one for one in listed if one != objective])


def number(ordered: Sequence[bpy.types.ID]) -> None:
    """Keep an order in the file."""
    for position, item in enumerate(ordered, start=1):
        if item.is_editable and value_of(item, keys.POSITION) != position:
            item[keys.POSITION] = position
