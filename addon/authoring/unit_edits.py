"""Changing, removing and ordering units: the scene's part of the tools, beside the panel's rows.

Everything is checked before anything is written: a rejection leaves the file as it was.

Thread: main. Whoever calls makes the step for Undo.
"""

from collections.abc import Sequence
from dataclasses import replace

import bpy

from ..core import keys
from ..core.errors import rejection
from ..core.file_values import value_of
from ..core.lesson import Unit
from ..core.said import say
from ..core.scene_shapes import UnitData
from ..core.window_shapes import CaptureUnitStart, LessonChanged, OrderUnits, RemoveUnit, UpdateUnit
from ..scene import (
    authored_unit,
    captured_start,
    start_poses,
    trigger_authoring,
    unit_authoring,
    unit_data,
    unit_reading,
)
from . import at_rest, goals, unit_places

_KEYS = {
    "title": keys.TITLE,
    "instructions": keys.INSTRUCTIONS,
    "learning_objectives": keys.OBJECTIVES,
    "estimated_duration": keys.DURATION,
    "learning_event": keys.LEARNING_EVENT,
    "hints": keys.HINTS,
    "module": keys.MODULE,
    "adaptation_optional": keys.ADAPTATION_OPTIONAL,
}
"""Where each member of a change stands in the file; prerequisites also concern the order."""


def update_unit(command: UpdateUnit) -> LessonChanged:
    """Change what a unit says of itself; its goals stay.

    Raises:
        NotFound, Conflict, BadArgument: Nothing was written.
    """
    scene = editable_scene(command.unit_id)
    unit = _checked(command)
    properties = unit.to_properties()
    changed = [name for name in _KEYS if getattr(command, name) is not None]
    for name in changed:
        key = _KEYS[name]
        if key in properties:
            scene[key] = properties[key]
        else:
            scene.pop(key, None)  # what is empty is not there
    if command.learning_objectives is not None:
        _fit_goals(scene, command.learning_objectives)
    if command.prerequisite_units is not None:
        unit_places.set_needs(command.unit_id, unit.prerequisite_units)
        changed.append("prerequisite_units")
    authored_unit.note(scene)
    return LessonChanged(unit_id=command.unit_id, scene_name=scene.name, changed=changed)


def remove_unit(command: RemoveUnit) -> LessonChanged:
    """Take a unit off its scene.

    Raises:
        NotFound, Conflict: Nothing was written.
    """
    scene = editable_scene(command.unit_id)
    unit_places.remove(scene)
    return LessonChanged(unit_id=command.unit_id, scene_name=scene.name, changed=[scene.name])


def order_units(command: OrderUnits) -> LessonChanged:
    """Put the units into an order.

    Raises:
        BadArgument, Conflict: Nothing was written.
    """
    unit_places.order(command.unit_ids)
    return LessonChanged(changed=command.unit_ids)


def capture_unit_start(command: CaptureUnitStart) -> LessonChanged:
    """Keep how the objects of a unit's scene are as the start of every learner.

    Raises:
        NotFound, Conflict: Nothing was written.
    """
    scene = editable_scene(command.unit_id)
    at_rest.require_at_rest(command.unit_id)  # half-done work is no start
    names = capture(scene)
    return LessonChanged(unit_id=command.unit_id, scene_name=scene.name, changed=names)


def capture(scene: bpy.types.Scene) -> list[str]:
    """The same for a scene; the names of the objects."""
    start = captured_start.read(scene)
    start_poses.write(scene, start)
    return list(start.poses)


def editable_scene(unit_id: str) -> bpy.types.Scene:
    """The scene of a unit that can be changed here.

    Raises:
        NotFound: There is no such unit.
        Conflict: Several scenes carry it, or it is linked.
    """
    scene = unit_reading.scene_of_unit(unit_id)
    if not scene.is_editable:
        raise rejection(
            "CONFLICT",
            say("The scene {name} is linked from another file.", name=scene.name),
            "unit_id",
            "Author the unit in the file that it comes from.",
        )
    return scene


def _fit_goals(scene: bpy.types.Scene, objectives: Sequence[str]) -> None:
    """Each objective has a goal, empty until it is authored; an empty one without objective goes."""
    here = goals.goals_of(scene)
    for trigger in here:
        is_empty = bool(value_of(trigger, keys.OF_UNIT))
        if is_empty and value_of(trigger, keys.OBJECTIVE) not in objectives:
            goals.remove(scene, trigger)
    shown = {value_of(one, keys.OBJECTIVE) for one in goals.goals_of(scene)}
    for objective in objectives:
        if objective not in shown:
            trigger_authoring.add_of_unit(scene, objective)
    goals.number(goals.goals_of(scene))


def _checked(command: UpdateUnit) -> Unit:
    """What is given of the unit, as a file keeps it; the rest is empty."""
    given = {
        name: value
        for name in (*_KEYS, "prerequisite_units")
        if (value := getattr(command, name)) is not None
    }
    data = UnitData(**{"unit_id": command.unit_id, "learning_objectives": (), **given})
    unit = unit_data.read(data, "")
    if command.prerequisite_units is not None:
        here = unit_reading.read_unit(unit_reading.scene_of_unit(command.unit_id), [])
        wanted = replace(here, prerequisite_units=unit.prerequisite_units)
        unit_authoring.check_prerequisites(wanted, "prerequisite_units")
    return unit
