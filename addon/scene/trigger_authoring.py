"""Assessment triggers: hidden cubes that carry the conditions of one checkpoint.

Thread: main.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import bpy
from mathutils import Euler

from ..core import keys, lesson
from ..core.errors import rejection
from ..core.file_json import json_text
from ..core.file_values import value_of
from ..core.hint_levels import by_level
from ..core.names import fit_blender_name, require_one_line, trigger_object_name
from ..core.said import say
from ..core.scene_shapes import CreateTrigger, TriggerCreated
from . import (
    authored_unit,
    condition_checks,
    hint_shape_reading,
    named_objects,
    object_removal,
    unit_reading,
)

AssessmentType = Literal["formative", "authentic", "competency"]

_HALF_SIDE_M = 0.1  # the cube of 0.2 m of the specification


@dataclass(frozen=True)
class _Plan:
    scene: bpy.types.Scene
    objective: str
    assessment_type: AssessmentType
    conditions: Mapping[str, Any]
    object_names: tuple[str, ...]
    skill: str
    difficulty: int | None
    hints: Sequence[str]
    object_name: str
    location: Sequence[float] | None
    rotation_rad: Sequence[float] | None
    scale: Sequence[float] | None


def create_assessment_trigger(command: CreateTrigger) -> TriggerCreated:
    """Put a checkpoint into a unit's scene.

    The trigger that the unit brought along for the same objective is used by the first call; each
    further call makes one of its own.

    Raises:
        BadArgument, NotFound, Conflict: Nothing was written.
    """
    plan = _plan(command)
    obj = _of_unit(plan.scene, plan.objective) or _add(plan.scene, plan.objective)
    obj.pop(keys.OF_UNIT, None)
    if plan.object_name:
        obj.name = plan.object_name
    identities = named_objects.identify(plan.scene, plan.object_names)
    obj[keys.ASSESSMENT_TYPE] = plan.assessment_type
    obj[keys.CONDITIONS] = json_text(plan.conditions, "trigger_conditions")
    obj[keys.NAMED_OBJECTS] = json_text(identities, "named_objects")
    _keep(obj, keys.SKILL, plan.skill or None)
    _keep(obj, keys.ITEM_DIFFICULTY, plan.difficulty)
    _keep(obj, keys.HINTS, json_text(plan.hints, "hints") if plan.hints else None)
    if plan.location is not None:
        obj.location = plan.location
    if plan.rotation_rad is not None:
        obj.rotation_euler = Euler(plan.rotation_rad)
    if plan.scale is not None:
        obj.scale = plan.scale
    unit_id = unit_reading.unit_id_of(plan.scene)
    return TriggerCreated(
        trigger_object_name=obj.name,
        checkpoint_id=named_objects.uuid_of(obj) or obj.name,
        unit_id=unit_id,
        scene_name=plan.scene.name,
        learning_objective=plan.objective,
        assessment_type=plan.assessment_type,
        skill=plan.skill or unit_id,
        difficulty=plan.difficulty,
        objects=plan.object_names,
    )


def add_of_unit(scene: bpy.types.Scene, objective: str) -> None:
    """Make the trigger that a unit brings along for an objective, for its author to fill."""
    _add(scene, objective)[keys.OF_UNIT] = True


def _add(scene: bpy.types.Scene, objective: str) -> bpy.types.Object:
    name = trigger_object_name(objective)
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(_CORNERS, [], _FACES)
    obj = bpy.data.objects.new(name, mesh)
    scene.collection.objects.link(obj)
    obj.hide_viewport = obj.hide_render = True
    obj[keys.IS_TRIGGER] = True
    obj[keys.ASSESSMENT_TYPE] = lesson.ASSESSMENT_TYPES[0]
    obj[keys.OBJECTIVE] = objective
    obj[keys.CONDITIONS] = "{}"
    obj[keys.UUID] = named_objects.new_uuid()
    obj[keys.POSITION] = len(list(unit_reading.trigger_objects(scene)))
    return obj


def remove_all(scene: bpy.types.Scene) -> None:
    """Take the triggers out of a scene, and out of the file if no other scene has them."""
    for obj in unit_reading.trigger_objects(scene):
        remove(scene, obj)


def remove(scene: bpy.types.Scene, obj: bpy.types.Object) -> None:
    """Take a trigger out of a scene with what hints at it, and out of the file likewise."""
    for hint in hint_shape_reading.objects_of(scene, obj):
        object_removal.take_out(scene, hint)
    object_removal.take_out(scene, obj)


def _plan(command: CreateTrigger) -> _Plan:
    config, place = command.assessment_config, command.spatial_configuration
    objective = config.learning_objective
    if not objective.strip():
        path = "assessment_config.learning_objective"
        raise rejection("VALIDATION_ERROR", say("{path} must not be empty.", path=path), path)
    scene = _unit_scene(config.unit_id or "", place.scene_name or "")
    conditions = config.trigger_conditions or {}
    names = condition_checks.check_conditions(
        scene, conditions, "assessment_config.trigger_conditions"
    )
    return _Plan(
        scene=scene,
        objective=objective,
        assessment_type=config.assessment_type,
        conditions=conditions,
        object_names=names,
        skill=require_one_line(config.skill or "", "assessment_config.skill").strip(),
        difficulty=config.difficulty,
        hints=by_level(config.hints),
        object_name=fit_blender_name(
            require_one_line(
                config.trigger_object_name or "", "assessment_config.trigger_object_name"
            )
        ),
        location=place.location,
        rotation_rad=place.rotation,
        scale=place.scale,
    )


def _keep(obj: bpy.types.Object, key: str, value: str | int | None) -> None:
    """Set a custom property, or take it away."""
    if value is not None:
        obj[key] = value
    elif key in obj:
        del obj[key]


def _unit_scene(unit_id: str, scene_name: str) -> bpy.types.Scene:
    """The scene of the unit that was named, in one way or the other, or that was authored last."""
    scene = bpy.data.scenes.get(scene_name) if scene_name else authored_unit.scene()
    if scene is None:
        raise rejection(
            "RESOURCE_NOT_FOUND",
            say("There is no scene {scene_name} in this file.", scene_name=scene_name),
            "spatial_configuration.scene_name",
            "get_lesson lists the units with their scenes.",
        )
    if unit_id:
        of_unit = unit_reading.scene_of_unit(unit_id, "assessment_config.unit_id")
        if scene_name and of_unit != scene:
            raise rejection(
                "VALIDATION_ERROR",
                say(
                    "The scene {scene_name} does not carry the unit {unit_id}.",
                    scene_name=scene_name,
                    unit_id=unit_id,
                ),
                "spatial_configuration.scene_name",
                say("Leave it out: the unit's scene is {name}.", name=of_unit.name),
            )
        scene = of_unit
    if not unit_reading.is_unit(scene):
        raise rejection(
            "CONFLICT",
            say("The scene {name} carries no unit.", name=scene.name),
            "assessment_config.unit_id",
            "Name the unit_id that the checkpoint belongs to.",
        )
    return scene


def _of_unit(scene: bpy.types.Scene, objective: str) -> bpy.types.Object | None:
    for obj in unit_reading.trigger_objects(scene):
        if value_of(obj, keys.OBJECTIVE) == objective and value_of(obj, keys.OF_UNIT):
            return obj
    return None


_SIGNS = (-_HALF_SIDE_M, _HALF_SIDE_M)
_CORNERS = [(x, y, z) for x in _SIGNS for y in _SIGNS for z in _SIGNS]
_FACES = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
