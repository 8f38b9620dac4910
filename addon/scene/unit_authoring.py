"""Authoring units: one Blender scene each, with the keys of the specification on it.

Everything is checked before anything is written: a rejection leaves the file as it was.

Thread: main.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import bpy

from ..core import keys, unit_graph
from ..core.errors import BadArgument, rejection
from ..core.lesson import Unit
from ..core.names import fit_blender_name, require_one_line
from ..core.poses import Pose, start_pose
from ..core.said import say
from ..core.scene_shapes import (
    CreatedTrigger,
    CreateKnowledgeNode,
    KnowledgeNodeCreated,
    SceneConfiguration,
)
from ..core.scene_types import order_units
from ..core.serving import Call, require_wanted
from ..core.start_state import StartState, start_state
from . import (
    assets,
    authored_unit,
    named_objects,
    start_poses,
    trigger_authoring,
    unit_data,
    unit_reading,
    window_scene,
)
from .start_poses import AuthoredStart

_START_POSES = "scene_configuration.start_poses"


@dataclass(frozen=True)
class _Plan:
    """What is going to be written, checked.

    Attributes:
        scene: The scene to use; None makes a new one.
        was_there: Whether that scene carries the unit already.
    """

    unit: Unit
    scene: bpy.types.Scene | None
    scene_name: str
    was_there: bool
    asset: str
    camera: str
    poses: Mapping[str, Pose]
    states: Mapping[str, StartState]


def create_knowledge_node(command: CreateKnowledgeNode, call: Call) -> KnowledgeNodeCreated:
    """Make a scene that carries a unit, with a trigger for each of its objectives.

    These triggers have no conditions yet: the first `create_assessment_trigger` with the same
    objective gives them some. Somebody at the window who asked then sees the scene.

    Raises:
        BadArgument, Conflict, StorageUnavailable: Nothing was written.
    """
    plan = _plan(command, call.is_from_window)
    require_wanted(call)
    scene = plan.scene or bpy.data.scenes.new(plan.scene_name)
    scene.name = plan.scene_name
    if plan.was_there:
        trigger_authoring.remove_all(scene)
    names = assets.link_into(scene, plan.asset) if plan.asset else []
    unit = replace(plan.unit, uuid=named_objects.uuid_of(scene) or named_objects.new_uuid())
    scene.pop(keys.ADAPTATION_OPTIONAL, None)  # it is there only where it is so
    for key, value in unit.to_properties().items():
        scene[key] = value
    if keys.POSITION not in scene:
        scene[keys.POSITION] = len(unit_reading.unit_scenes())
    _remove_learners_data()
    identities = named_objects.identify(scene, plan.poses)
    poses = {
        name: replace(pose, uuid=identities.get(name, "")) for name, pose in plan.poses.items()
    }
    start_poses.write(scene, AuthoredStart(poses, plan.states))
    if plan.camera:
        scene.camera = named_objects.find(scene, plan.camera)
    for objective in unit.learning_objectives:
        trigger_authoring.add_of_unit(scene, objective)
    authored_unit.note(scene)
    if call.is_from_window:
        window_scene.show(scene)
    return _reply(scene, names, plan.was_there)


def _plan(command: CreateKnowledgeNode, by_person: bool) -> _Plan:
    unit, wanted = unit_data.read(command.unit_data), command.scene_configuration
    same = unit_reading.scenes_of_unit(unit.unit_id)
    if same and not wanted.replace:
        raise rejection(
            "CONFLICT",
            say(
                "The unit {unit_id} is already in this file, in the scene {name}.",
                unit_id=unit.unit_id,
                name=same[0].name,
            ),
            "unit_data.unit_id",
            "Choose another unit_id, or set scene_configuration.replace to true.",
        )
    check_prerequisites(unit, "unit_data.prerequisite_units")
    scene, name = _choose_scene(unit, wanted, same, by_person)
    asset = wanted.asset or ""
    poses = {
        name: start_pose(pose, f"{_START_POSES}.{name}")
        for name, pose in wanted.start_poses.items()
    }
    states = {
        name: start_state(pose.state)
        for name, pose in wanted.start_poses.items()
        if pose.state is not None
    }
    _require_objects(_object_names(scene, asset), poses, wanted.camera or "")
    return _Plan(unit, scene, name, bool(same), asset, wanted.camera or "", poses, states)


def _remove_learners_data() -> None:
    """A file says nothing of its learners, though release 0.1.0 wrote of the last one into it."""
    for scene in bpy.data.scenes:
        for key in keys.OF_LEARNERS:
            if key in scene and scene.is_editable:
                del scene[key]


def _require_objects(present: frozenset[str], poses: Mapping[str, Pose], camera: str) -> None:
    camera_path = {"scene_configuration.camera": camera} if camera else {}
    named = {f"{_START_POSES}.{name}": name for name in poses} | camera_path
    for path, name in named.items():
        if name not in present:
            raise rejection(
                "VALIDATION_ERROR",
                say("The unit's scene has no object {name}.", name=name),
                path,
                "Name objects of the scene or of its asset.",
            )


def check_prerequisites(unit: Unit, path: str) -> None:
    """Reject a unit that needs what is not there, or, over other units, itself.

    What is broken elsewhere in the file by hand is not this unit's fault, and is left out.

    Args:
        path: Of the prerequisites in the call's arguments.

    Raises:
        BadArgument: It says over which units.
    """
    others = [item for item in unit_reading.read_lesson().units if item.unit_id != unit.unit_id]
    graph = unit_graph.without_unknown_prerequisites([*others, unit], [])
    graph[-1] = unit  # its own unknown ones are to be rejected
    needed = unit_graph.with_prerequisites(graph, unit.unit_id)
    try:
        order_units(unit_graph.graph_json(needed))
    except BadArgument as error:
        raise rejection(
            "VALIDATION_ERROR",
            error.message,
            path,
            error.remedy or "Author the units in the order of their prerequisites.",
        ) from error


def _choose_scene(
    unit: Unit, wanted: SceneConfiguration, same: list[bpy.types.Scene], by_person: bool
) -> tuple[bpy.types.Scene | None, str]:
    """The scene to use, None for a new one, and its name to be."""
    path = "scene_configuration.scene_name"
    asked = fit_blender_name(require_one_line(wanted.scene_name or "", path))
    name = asked or fit_blender_name(unit.title or unit.unit_id)
    if same:
        scene = unit_reading.scene_of_unit(unit.unit_id, "unit_data.unit_id")
        name = asked or scene.name
    else:
        scene = bpy.data.scenes.get(asked) or _unused_scene(by_person)
    named = bpy.data.scenes.get(asked)
    if named is not None and (named != scene or (unit_reading.is_unit(named) and not same)):
        raise rejection(
            "CONFLICT",
            say(
                "The scene {asked} is in use: it carries the unit {unit_id}.",
                asked=asked,
                unit_id=f"{unit_reading.unit_id_of(named)!r}",
            ),
            path,
            "Choose another scene_name.",
        )
    if scene is not None and not scene.is_editable:
        raise rejection(
            "CONFLICT",
            say("The scene {name} is linked from another file.", name=scene.name),
            remedy="Author the unit in the file that it comes from.",
        )
    return scene, name


def _unused_scene(by_person: bool) -> bpy.types.Scene | None:
    """The current scene, if it carries no unit and nothing else; a person's is not a client's."""
    if not by_person and window_scene.has_person():
        return None
    scene = unit_reading.current_scene()
    is_free = not unit_reading.is_unit(scene) and not scene.objects and scene.is_editable
    return scene if is_free else None


def _object_names(scene: bpy.types.Scene | None, asset: str) -> frozenset[str]:
    """Names of the objects that the scene has or is going to have."""
    names = frozenset(obj.name for obj in scene.objects) if scene is not None else frozenset()
    if asset:
        names |= assets.look_up(asset, "scene_configuration.asset").object_names
    return names


def _reply(
    scene: bpy.types.Scene, object_names: list[str], was_there: bool
) -> KnowledgeNodeCreated:
    unit = unit_reading.read_unit(scene, [])
    return KnowledgeNodeCreated(
        unit_id=unit.unit_id,
        scene_name=scene.name,
        metadata_embedded=True,
        assessment_triggers=[
            CreatedTrigger(
                trigger_object_name=trigger.trigger_object_name,
                checkpoint_id=trigger.checkpoint_id,
            )
            for trigger in unit.triggers
        ],
        replaced=was_there,
        objects=object_names,
        order=unit_reading.read_lesson().order,
    )
