"""The open file's lesson as the tool calls that author it anew.

The calls need the objects that the lesson is about: those of an asset that ships come with it, all
others have to be in the file where the calls are made, in scenes of the same names.

Thread: main.
"""

from collections.abc import Iterator
from typing import Any

import bpy

from ..core import keys
from ..core.arguments import (
    ArrangeCurriculumArguments,
    CreateKnowledgeNodeArguments,
    CreateTriggerArguments,
    OrderGoalsArguments,
    SetHintShapesArguments,
    UpdateLessonDetailsArguments,
)
from ..core.curriculum import keyed
from ..core.errors import rejection
from ..core.file_values import FileValues, value_of
from ..core.hint_levels import as_argument
from ..core.lesson import Lesson, Trigger, Unit
from ..core.lesson_details import read_details
from ..core.poses import Pose
from ..core.said import say
from ..core.scene_shapes import (
    AssessmentConfig,
    SceneConfiguration,
    SpatialConfiguration,
    StartPose,
    UnitData,
)
from ..core.shape import ToolArguments
from ..core.start_state import StartState, shape_of
from . import curriculum_tree, hint_shape_reading, start_poses, unit_reading
from .shipped import ASSETS


def tool_calls() -> Iterator[ToolArguments[Any]]:
    """Yield the tools' arguments, unit by unit in the order of their prerequisites.

    Raises:
        Conflict: The lesson has problems, so that its calls would be rejected.
    """
    lesson = unit_reading.read_lesson()
    if lesson.problems:
        raise rejection("CONFLICT", lesson.problems[0], remedy="Mend the lesson first.")
    units = {unit.unit_id: unit for unit in lesson.units}
    for unit_id in lesson.order:
        yield from _unit_calls(units[unit_id])
    yield from _details()
    yield from _curriculum(lesson)


def left_out() -> list[str]:
    """What of the lesson no tool can author, in sentences."""
    said: list[str] = []
    for scene in unit_reading.unit_scenes():
        made = [obj for obj in scene.objects if value_of(obj, keys.HINT_OF_GOAL)]
        count = sum(hint_shape_reading.shape_of(obj) is None for obj in made)
        if count:
            said.append(
                say(
                    "{name}: {count} hint shapes were made by an older release and are left out. "
                    "Make them again from their goals.",
                    name=scene.name,
                    count=count,
                )
            )
    return said


def _unit_calls(unit: Unit) -> Iterator[ToolArguments[Any]]:
    scene = unit_reading.scene_of_unit(unit.unit_id)
    yield _node(scene, unit)
    made = list(unit.learning_objectives)  # the goals that come with the unit, in their order
    empty, hints = set(made), []
    for trigger in unit.triggers:
        obj = scene.objects[trigger.trigger_object_name]
        if value_of(obj, keys.OF_UNIT):  # those come with the unit
            continue
        yield _trigger(obj, unit.unit_id, trigger)
        if trigger.learning_objective in empty:
            empty.remove(trigger.learning_objective)
        else:
            made.append(trigger.learning_objective)
        shapes = hint_shape_reading.shapes_of(scene, obj)
        if shapes:
            hints.append(SetHintShapesArguments(checkpoint_id=obj.name, shapes=shapes))
    if made != [one.learning_objective for one in unit.triggers]:
        names = [one.trigger_object_name for one in unit.triggers]
        yield OrderGoalsArguments(unit_id=unit.unit_id, checkpoint_ids=names)
    yield from hints


def _details() -> Iterator[ToolArguments[Any]]:
    for scene in unit_reading.unit_scenes():
        values = FileValues("", scene, []).mapping(keys.LESSON)
        if values:
            details = read_details(values)
            yield UpdateLessonDetailsArguments(
                title=details.title,
                author=details.author,
                licence=details.licence,
                languages=details.languages,
            )
            return


def _curriculum(lesson: Lesson) -> Iterator[ToolArguments[Any]]:
    """The places of the nodes; links and frames follow from the units."""
    own = [tree for tree in curriculum_tree.trees() if curriculum_tree.is_own(tree)]
    nodes = curriculum_tree.unit_nodes(own[0]) if own else {}
    places = {
        unit.unit_id: curriculum_tree.absolute(nodes[key])
        for key, unit in keyed(lesson.units).items()
        if key in nodes
    }
    if places:
        yield ArrangeCurriculumArguments(places=places)


def _node(scene: bpy.types.Scene, unit: Unit) -> CreateKnowledgeNodeArguments:
    camera = scene.camera
    start = start_poses.start_of(scene)
    return CreateKnowledgeNodeArguments(
        unit_data=UnitData(
            unit_id=unit.unit_id,
            learning_objectives=unit.learning_objectives,
            prerequisite_units=unit.prerequisite_units,
            estimated_duration=unit.estimated_duration,
            title=unit.title or None,
            learning_event=unit.learning_event or None,  # type: ignore[arg-type]  # as it was read
            instructions=unit.instructions or None,
            hints=as_argument(unit.hints),
            module=unit.module or None,
            adaptation_optional=unit.adaptation_optional,
        ),
        scene_configuration=SceneConfiguration(
            scene_name=scene.name,
            asset=_asset_of(scene),
            start_poses={
                name: _pose(pose, start.states.get(name)) for name, pose in start.poses.items()
            },
            camera=camera.name if camera is not None and camera.name in scene.objects else None,
        ),
    )


def _asset_of(scene: bpy.types.Scene) -> str | None:
    names = (value_of(one, keys.ASSET) for one in scene.collection.children_recursive)
    return next((name for name in names if name in ASSETS), None)


def _pose(pose: Pose, state: StartState | None) -> StartPose:
    return StartPose(
        location=pose.location,
        rotation=pose.rotation,
        hidden=pose.hidden,
        state=shape_of(state) if state is not None else None,
    )


def _trigger(obj: bpy.types.Object, unit_id: str, trigger: Trigger) -> CreateTriggerArguments:
    return CreateTriggerArguments(
        assessment_config=AssessmentConfig(
            assessment_type=trigger.assessment_type,  # type: ignore[arg-type]  # it was checked
            learning_objective=trigger.learning_objective,
            trigger_conditions=dict(trigger.trigger_conditions),
            unit_id=unit_id,
            skill=trigger.skill or None,
            difficulty=trigger.difficulty,
            hints=as_argument(trigger.hints),
            trigger_object_name=obj.name,
        ),
        spatial_configuration=SpatialConfiguration(
            location=tuple(obj.location),
            rotation=tuple(obj.rotation_euler),
            scale=tuple(obj.scale),
        ),
    )
