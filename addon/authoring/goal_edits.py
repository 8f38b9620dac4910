"""Changing, removing and ordering goals, and hinting at them: the scene's part of the tools.

Everything is checked before anything is written: a rejection leaves the file as it was.

Thread: main. Whoever calls makes the step for Undo.
"""

import bpy

from ..core import keys
from ..core.errors import rejection
from ..core.names import require_one_line
from ..core.said import say
from ..core.window_shapes import (
    LessonChanged,
    MakeHints,
    OrderGoals,
    RemoveGoal,
    SetHintShapes,
    UpdateGoal,
)
from ..scene import condition_checks, hint_shape_reading, unit_reading
from . import condition_rows, goals, hint_objects, made_hints, texts
from .unit_edits import editable_scene

_MEMBERS = (
    "learning_objective",
    "assessment_type",
    "trigger_conditions",
    "skill",
    "difficulty",
    "hints",
)


def update_goal(command: UpdateGoal) -> LessonChanged:
    """Change a goal; what is not given stays.

    Raises:
        NotFound, Conflict, BadArgument: Nothing was written.
    """
    scene, trigger = _find(command.checkpoint_id)
    objective = (command.learning_objective or "").strip()
    if command.learning_objective is not None and not objective:
        path = "learning_objective"
        raise rejection("VALIDATION_ERROR", say("{path} must not be empty.", path=path), path)
    skill = require_one_line(command.skill or "", "skill").strip()
    if command.trigger_conditions is not None:
        condition_checks.check_conditions(scene, command.trigger_conditions, "trigger_conditions")
        condition_rows.edit(trigger, command.trigger_conditions)
    if command.assessment_type is not None:
        trigger[keys.ASSESSMENT_TYPE] = command.assessment_type
    if command.skill is not None:
        texts.keep(trigger, keys.SKILL, skill)
    if command.difficulty is not None:
        texts.keep(trigger, keys.ITEM_DIFFICULTY, command.difficulty)
    if command.hints is not None:
        texts.write_hints(trigger, command.hints)
        if not command.hints:
            trigger.pop(keys.HINTS, None)  # the unit's are shown
    if command.learning_objective is not None:
        goals.rename(trigger, objective)
    return _changed(scene, trigger, [one for one in _MEMBERS if getattr(command, one) is not None])


def remove_goal(command: RemoveGoal) -> LessonChanged:
    """Take a goal out, with what hints at it.

    Raises:
        NotFound, Conflict: Nothing was written.
    """
    scene, trigger = _find(command.checkpoint_id)
    reply = _changed(scene, trigger, [trigger.name])
    goals.remove(scene, trigger)
    return reply


def order_goals(command: OrderGoals) -> LessonChanged:
    """Have the goals of a unit come in an order.

    Raises:
        NotFound, Conflict, BadArgument: Nothing was written.
    """
    scene = editable_scene(command.unit_id)
    here = goals.goals_of(scene)
    ordered = [_named(here, one) for one in command.checkpoint_ids]
    if sorted(one.name for one in ordered) != sorted(one.name for one in here):
        path = "checkpoint_ids"
        raise rejection(
            "VALIDATION_ERROR",
            say("{path} must name every goal of the unit once.", path=path),
            path,
            "get_lesson lists the triggers of each unit.",
        )
    goals.order(scene, ordered)
    ids = [goals.id_of(one) for one in ordered]
    return LessonChanged(unit_id=command.unit_id, scene_name=scene.name, changed=ids)


def make_hints(command: MakeHints) -> LessonChanged:
    """Make the hints of a goal by its condition.

    Raises:
        NotFound, Conflict: Nothing was written.
    """
    scene, trigger = _find(command.checkpoint_id)
    made_hints.make_or_reject(scene, [trigger])
    return _changed(
        scene, trigger, [one.name for one in hint_shape_reading.objects_of(scene, trigger)]
    )


def set_hint_shapes(command: SetHintShapes) -> LessonChanged:
    """Give a goal other shapes that hint at it.

    Raises:
        NotFound, Conflict, BadArgument: Nothing was written.
    """
    scene, trigger = _find(command.checkpoint_id)
    for index, shape in enumerate(command.shapes):
        hint_objects.require_whole(scene, shape, f"shapes[{index}]")
    made = hint_objects.place(scene, trigger, command.shapes)
    return _changed(scene, trigger, [one.name for one in made])


def _find(checkpoint_id: str) -> tuple[bpy.types.Scene, bpy.types.Object]:
    place = unit_reading.find_trigger(checkpoint_id)
    scene = bpy.data.scenes[place.unit.scene_name]
    trigger = scene.objects[place.trigger.trigger_object_name]
    if not scene.is_editable or not trigger.is_editable:
        raise rejection(
            "CONFLICT",
            say("The scene {name} is linked from another file.", name=scene.name),
            "checkpoint_id",
            "Author the unit in the file that it comes from.",
        )
    return scene, trigger


def _named(here: list[bpy.types.Object], checkpoint_id: str) -> bpy.types.Object:
    """A goal by its id or by the name of its object, as `unit_reading.find_trigger` finds it."""
    for name_of in (goals.id_of, lambda one: one.name):
        for one in here:
            if name_of(one) == checkpoint_id:
                return one
    raise rejection(
        "RESOURCE_NOT_FOUND",
        say("The unit has no goal {checkpoint_id}.", checkpoint_id=checkpoint_id),
        "checkpoint_ids",
        "get_lesson lists the triggers of each unit.",
    )


def _changed(
    scene: bpy.types.Scene, trigger: bpy.types.Object, changed: list[str]
) -> LessonChanged:
    return LessonChanged(
        unit_id=unit_reading.unit_id_of(scene),
        scene_name=scene.name,
        checkpoint_id=goals.id_of(trigger),
        changed=changed,
    )
