"""Reading the lesson out of the open file, into values. Nothing here writes.

Thread: main.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import bpy

from ..core import hint_object, keys, lesson, unit_graph
from ..core.errors import MallocVrError, rejection
from ..core.file_values import FileValues, value_of
from ..core.lesson import Lesson, Trigger, Unit
from ..core.said import say
from ..core.scene_types import order_units
from . import start_poses, unreadable_names


@dataclass(frozen=True)
class Place:
    """Where a trigger was found."""

    unit: Unit
    trigger: Trigger


def current_scene() -> bpy.types.Scene:
    """The scene that the person looks at.

    Raises:
        Conflict: Blender is between two files.
    """
    window = first_window()
    scene = window.scene if window else bpy.context.scene
    if scene is None:
        raise rejection("CONFLICT", "No scene is open now.", remedy="Open a file, then try again.")
    return scene


def first_window() -> bpy.types.Window | None:
    """The window that is worked in; also in the background there is one."""
    manager = bpy.context.window_manager
    if bpy.context.window is not None:
        return bpy.context.window
    return manager.windows[0] if manager and manager.windows else None


def is_unit(scene: bpy.types.Scene) -> bool:
    """Whether a scene carries a unit."""
    return bool(unit_id_of(scene))


def unit_id_of(scene: bpy.types.Scene) -> str:
    """The id of a scene's unit; "" if it carries none."""
    return FileValues("", scene, []).name(keys.UNIT_ID)


def trigger_objects(scene: bpy.types.Scene) -> Iterator[bpy.types.Object]:
    """The triggers of a scene, in their author's order; those without a place in it last, by name."""
    marked = (o for o in scene.objects if keys.IS_TRIGGER in o)  # quick where hardly any has it
    return iter(sorted((o for o in marked if value_of(o, keys.IS_TRIGGER)), key=_place_of))


def unit_scenes() -> list[bpy.types.Scene]:
    """The scenes that carry a unit, likewise."""
    return sorted((scene for scene in bpy.data.scenes if is_unit(scene)), key=_place_of)


def _place_of(item: bpy.types.ID) -> tuple[float, str]:
    position = value_of(item, keys.POSITION)
    is_number = isinstance(position, int | float) and not isinstance(position, bool)
    return (position if is_number else math.inf, item.name)


def read_unit(scene: bpy.types.Scene, problems: list[str]) -> Unit:
    """Read the unit that a scene carries; what is broken is reported in `problems`."""
    triggers = [lesson.read_trigger(obj.name, obj, problems) for obj in trigger_objects(scene)]
    return lesson.read_unit(scene.name, scene, triggers, problems)


def read_lesson() -> Lesson:
    """Read all units of the file and put them into the order of their prerequisites."""
    problems = unreadable_names.problems()
    scenes = sorted((scene for scene in bpy.data.scenes if keys.UNIT_ID in scene), key=_place_of)
    units = [_read_scene(scene, problems) for scene in scenes]
    units = [unit for unit in units if unit.unit_id]
    problems += _shared_ids(units)
    graph = unit_graph.without_unknown_prerequisites(_first_of_each(units), problems)
    try:
        order = order_units(unit_graph.graph_json(graph))
    except MallocVrError as error:
        problems.append(error.message)
        order = []
    lesson_here = unit_graph.with_order(units, order, problems)
    path = unreadable_names.readable_path(bpy.data.filepath)
    return replace(lesson_here, file=path, dirty=bpy.data.is_dirty)


def _read_scene(scene: bpy.types.Scene, problems: list[str]) -> Unit:
    """Read a unit with all that its scene says of it."""
    unit = read_unit(scene, problems)
    start_poses.read(scene, problems)
    for obj in scene.objects:
        if keys.HINT_FOR in obj:
            hint_object.read_hint(obj.name, obj, problems)
    return unit


def require_whole(unit: Unit) -> None:
    """Reject what has a goal that cannot be judged: without it the unit would ask something else.

    Raises:
        Conflict: It has one; nothing was changed.
    """
    for trigger in unit.triggers:
        if trigger.problem:
            remedy = say("Author the trigger again.")
            if trigger.next_step:
                remedy = say("Whoever wrote this lesson can finish that goal in Author.")
            said = say("The unit cannot start. {problem}", problem=trigger.problem)
            raise rejection("CONFLICT", said, remedy=remedy)


def scene_of_unit(unit_id: str, field: str = "unit_id") -> bpy.types.Scene:
    """Find the scene of a unit.

    Raises:
        NotFound: No scene carries it.
        Conflict: Several scenes do, as after copying a scene by hand.
    """
    scenes = scenes_of_unit(unit_id)
    if not scenes:
        raise rejection(
            "RESOURCE_NOT_FOUND",
            say("There is no unit {unit_id} in this file.", unit_id=unit_id),
            field,
            "get_lesson lists the units of the file.",
        )
    if len(scenes) > 1:
        names = " and ".join(scene.name for scene in scenes)
        raise rejection(
            "CONFLICT",
            say("Several scenes carry the unit {unit_id}: {names}.", unit_id=unit_id, names=names),
            field,
            say("Change the property {unit_id} of all but one of them.", unit_id=keys.UNIT_ID),
        )
    return scenes[0]


def scenes_of_unit(unit_id: str) -> list[bpy.types.Scene]:
    """All scenes that carry a unit: none, one, or more after copying by hand."""
    return [scene for scene in bpy.data.scenes if unit_id and unit_id_of(scene) == unit_id]


def find_scene(unit_id: str, session_uid: int) -> bpy.types.Scene | None:
    """Find a scene by Blender's number of it, as long as it carries the unit."""
    found = next((scene for scene in bpy.data.scenes if scene.session_uid == session_uid), None)
    return found if found is not None and unit_id_of(found) == unit_id else None


def find_trigger(checkpoint_id: str, preferred_unit: str = "") -> Place:
    """Find a trigger by its UUID or by the name of its object.

    Args:
        preferred_unit: Unit to look in first: a trigger may be linked into several scenes.

    Raises:
        NotFound: No unit has such a trigger.
    """
    scenes = [scene for scene in bpy.data.scenes if is_unit(scene)]
    scenes.sort(key=lambda scene: unit_id_of(scene) != preferred_unit)
    units = [read_unit(scene, []) for scene in scenes]
    for attribute in ("checkpoint_id", "trigger_object_name"):
        for unit in units:
            for trigger in unit.triggers:
                if getattr(trigger, attribute) == checkpoint_id:
                    return Place(unit, trigger)
    raise rejection(
        "RESOURCE_NOT_FOUND",
        say(
            "There is no assessment trigger {checkpoint_id} in this file.",
            checkpoint_id=checkpoint_id,
        ),
        "checkpoint_id",
        "get_lesson lists the triggers of each unit.",
    )


def _first_of_each(units: list[Unit]) -> list[Unit]:
    return list({unit.unit_id: unit for unit in reversed(units)}.values())[::-1]


def _shared_ids(units: list[Unit]) -> list[str]:
    """What copying scenes and objects by hand leaves behind."""
    problems: list[str] = []
    first_scene: dict[str, str] = {}
    first_trigger: dict[str, str] = {}
    for unit in units:
        other = first_scene.setdefault(unit.unit_id, unit.scene_name)
        if other != unit.scene_name:
            problems.append(
                say(
                    "{scene_name} carries the same unit as {other}: {unit_id}.",
                    scene_name=unit.scene_name,
                    other=other,
                    unit_id=unit.unit_id,
                )
            )
        for trigger in unit.triggers:
            name = trigger.trigger_object_name
            other = first_trigger.setdefault(trigger.checkpoint_id, name)
            if other != name:
                problems.append(
                    say(
                        "{name} is a copy of {other} and carries the same checkpoint id.",
                        name=name,
                        other=other,
                    )
                )
    return problems
