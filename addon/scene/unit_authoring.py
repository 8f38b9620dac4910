"""Authoring units: one Blender scene each, with the keys of the specification on it.

Everything is checked before anything is written: a refusal leaves the file as it was.

Thread: main.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import bpy

from ..core import keys, unit_graph
from ..core.duration import DEFAULT_DURATION, duration_text
from ..core.errors import BadArgument, refusal
from ..core.fields import Fields
from ..core.lesson import Unit
from ..core.names import fit_blender_name
from ..core.poses import Pose, read_poses
from ..core.scene_types import order_units
from . import (
    assets,
    authored_unit,
    named_objects,
    start_poses,
    trigger_authoring,
    unit_reading,
    window_scene,
)
from .start_poses import AuthoredStart


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


def create_knowledge_node(arguments: Mapping[str, Any], *, by_person: bool) -> dict[str, Any]:
    """Make a scene that carries a unit, with a trigger for each of its objectives.

    These triggers have no conditions yet: the first `create_assessment_trigger` with the same
    objective gives them some.

    Args:
        by_person: Whether somebody at the window asked for it, who then sees the scene.

    Raises:
        BadArgument, Conflict, StorageUnavailable: Nothing was written.
    """
    plan = _plan(Fields(arguments), by_person)
    scene = plan.scene or bpy.data.scenes.new(plan.scene_name)
    scene.name = plan.scene_name
    if plan.was_there:
        trigger_authoring.remove_all(scene)
    names = assets.link_into(scene, plan.asset) if plan.asset else []
    unit = replace(plan.unit, uuid=named_objects.uuid_of(scene) or named_objects.new_uuid())
    for key, value in unit.to_properties().items():
        scene[key] = value
    _remove_learners_data()
    identities = named_objects.identify(scene, plan.poses)
    poses = {
        name: replace(pose, uuid=identities.get(name, "")) for name, pose in plan.poses.items()
    }
    start_poses.write(scene, AuthoredStart(poses, {}))
    if plan.camera:
        scene.camera = named_objects.find(scene, plan.camera)
    for objective in unit.learning_objectives:
        trigger_authoring.add_of_unit(scene, objective)
    authored_unit.note(scene)
    if by_person:
        window_scene.show(scene)
    return _reply(scene, names, plan.was_there)


def _plan(arguments: Fields, by_person: bool) -> _Plan:
    unit = _read_unit(arguments.section("unit_data", required=True))
    wanted = arguments.section("scene_configuration")
    same = unit_reading.scenes_of_unit(unit.unit_id)
    if same and not wanted.flag("replace"):
        raise refusal(
            "CONFLICT",
            f"The unit {unit.unit_id} is already in this file, in the scene {same[0].name}.",
            "unit_data.unit_id",
            "Choose another unit_id, or set scene_configuration.replace to true.",
        )
    _check_prerequisites(unit)
    scene, name = _choose_scene(unit, wanted, same, by_person)
    asset = wanted.choice("asset", tuple(assets.COLLECTION_OF))
    present = _object_names(scene, asset, wanted)
    poses = read_poses(wanted.section("start_poses"))
    camera = wanted.name("camera")
    _require_objects(present, poses, camera, wanted)
    return _Plan(unit, scene, name, bool(same), asset, camera, poses)


def _remove_learners_data() -> None:
    """A file says nothing of its learners, though release 0.1.0 wrote of the last one into it."""
    for scene in bpy.data.scenes:
        for key in keys.OF_LEARNERS:
            if key in scene and scene.is_editable:
                del scene[key]


def _require_objects(
    present: frozenset[str], poses: Mapping[str, Pose], camera: str, wanted: Fields
) -> None:
    named = {wanted.path(f"start_poses.{name}"): name for name in poses}
    if camera:
        named[wanted.path("camera")] = camera
    for path, name in named.items():
        if name not in present:
            raise refusal(
                "VALIDATION_ERROR",
                f"The unit's scene has no object {name}.",
                path,
                "Name objects of the scene or of its asset.",
            )


def _read_unit(fields: Fields) -> Unit:
    duration = _read_duration(fields)
    objectives = fields.texts("learning_objectives", required=True)
    if not objectives:
        raise fields.wrong("learning_objectives", "must name at least one objective")
    for key, texts in (("learning_objectives", objectives), ("hints", fields.texts("hints"))):
        if not all(text.strip() for text in texts):
            raise fields.wrong(key, "must not hold empty texts")
    return Unit(
        unit_id=fields.name("unit_id", required=True),
        scene_name="",
        title=fields.name("title"),
        learning_objectives=objectives,
        prerequisite_units=fields.texts("prerequisite_units"),
        estimated_duration=duration,
        learning_event=fields.name("learning_event"),
        instructions=fields.text("instructions"),
        hints=fields.texts("hints"),
    )


def _read_duration(fields: Fields) -> str:
    """The estimated duration in the form that files keep."""
    try:
        return duration_text(fields.name("estimated_duration") or DEFAULT_DURATION)
    except BadArgument as error:
        path = fields.path("estimated_duration")
        raise refusal("VALIDATION_ERROR", error.message, path, error.remedy) from error


def _check_prerequisites(unit: Unit) -> None:
    """Refuse a unit that needs what is not there, or, over other units, itself.

    What is broken elsewhere in the file by hand is not this unit's fault, and is left out.
    """
    others = [item for item in unit_reading.read_lesson().units if item.unit_id != unit.unit_id]
    graph = unit_graph.without_unknown_prerequisites([*others, unit], [])
    graph[-1] = unit  # its own unknown ones are to be refused
    needed = unit_graph.with_prerequisites(graph, unit.unit_id)
    try:
        order_units(unit_graph.graph_json(needed))
    except BadArgument as error:
        raise refusal(
            "VALIDATION_ERROR",
            error.message,
            "unit_data.prerequisite_units",
            error.remedy or "Author the units in the order of their prerequisites.",
        ) from error


def _choose_scene(
    unit: Unit, wanted: Fields, same: list[bpy.types.Scene], by_person: bool
) -> tuple[bpy.types.Scene | None, str]:
    """The scene to use, None for a new one, and its name to be."""
    asked = fit_blender_name(wanted.name("scene_name"))
    name = asked or fit_blender_name(unit.title or unit.unit_id)
    if same:
        scene = unit_reading.scene_of_unit(unit.unit_id, "unit_data.unit_id")
        name = asked or scene.name
    else:
        scene = bpy.data.scenes.get(asked) or _unused_scene(by_person)
    named = bpy.data.scenes.get(asked)
    if named is not None and (named != scene or (unit_reading.is_unit(named) and not same)):
        raise refusal(
            "CONFLICT",
            f"The scene {asked} is in use: it carries the unit {unit_reading.unit_id_of(named)!r}.",
            wanted.path("scene_name"),
            "Choose another scene_name.",
        )
    if scene is not None and not scene.is_editable:
        raise refusal(
            "CONFLICT",
            f"The scene {scene.name} is linked from another file.",
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


def _object_names(scene: bpy.types.Scene | None, asset: str, wanted: Fields) -> frozenset[str]:
    """Names of the objects that the scene has or is going to have."""
    names = frozenset(obj.name for obj in scene.objects) if scene is not None else frozenset()
    if asset:
        names |= assets.look_up(asset, wanted.path("asset")).object_names
    return names


def _reply(scene: bpy.types.Scene, object_names: list[str], was_there: bool) -> dict[str, Any]:
    unit = unit_reading.read_unit(scene, [])
    return {
        "unit_id": unit.unit_id,
        "scene_name": scene.name,
        "metadata_embedded": True,
        "assessment_triggers": [
            {
                "trigger_object_name": trigger.trigger_object_name,
                "checkpoint_id": trigger.checkpoint_id,
            }
            for trigger in unit.triggers
        ],
        "replaced": was_there,
        "objects": object_names,
        "order": list(unit_reading.read_lesson().order),
    }
