"""What a lesson's check needs to know of the scenes, read out of the file.

Thread: main.
"""

from collections.abc import Iterator

import bpy
from mathutils import Vector

from ..core import keys
from ..core.errors import MallocVrError
from ..core.file_values import value_of
from ..core.lesson import Lesson, Trigger, Unit
from ..core.lesson_facts import GoalFacts, LessonFacts, SeenMargin
from ..core.mouse_reach import pixels_of, pixels_of_parallel
from ..core.scene_types import Condition, Margin
from ..live import judging
from ..live.unit_conditions import conditions_of
from ..scene import named_objects, viewport
from ..scene.unreadable_names import readable_path
from .at_start import unit_at_start


def read(lesson: Lesson) -> LessonFacts:
    """Read what the file says of a lesson's goals. Scenes are as before when it returns."""
    goals = {}
    for unit in lesson.units:
        scene = bpy.data.scenes[unit.scene_name]
        with unit_at_start(scene):
            for trigger in unit.triggers:
                goals[unit.scene_name, trigger.trigger_object_name] = _goal(scene, trigger)
    return LessonFacts(goals, tuple(_missing_libraries()))


def fingerprint(lesson: Lesson) -> object:
    """A value that is another one as soon as a check of the lesson might find something else.

    Selecting, looking around and working on what no goal names leave it as it is.
    """
    return (
        lesson.units,
        lesson.order,
        tuple(_missing_libraries()),
        tuple(tuple(_named(unit)) for unit in lesson.units),
    )


def _goal(scene: bpy.types.Scene, trigger: Trigger) -> GoalFacts:
    try:
        condition = conditions_of(trigger)
    except MallocVrError:  # the lesson's reading says why
        return GoalFacts()
    if condition is None:
        return GoalFacts()
    found = named_objects.find_all(scene, _wanted(trigger, condition))
    run = judging.run_of(scene, trigger, condition)
    return GoalFacts(
        missing=tuple(name for name in condition.object_names if name not in found),
        is_true_at_start=run.holds(trigger.checkpoint_id),
        margins=tuple(
            seen_margin(scene, one, found) for one in condition.margins if one.object in found
        ),
    )


def seen_margin(
    scene: bpy.types.Scene, margin: Margin, found: dict[str, bpy.types.Object]
) -> SeenMargin:
    """How large a margin is on the screen of a learner who stands where the unit begins."""
    camera = viewport.read_camera(scene)
    aim = found.get(margin.to) or found[margin.object]
    if camera is None:
        return SeenMargin(margin.object, margin.width_m)
    if camera.parallel_height_m:
        width_px = pixels_of_parallel(margin.width_m, camera.parallel_height_m)
        return SeenMargin(margin.object, margin.width_m, width_px)
    place = named_objects.world_matrix(aim, named_objects.view_layer_of(scene)).translation
    away_m = (place - Vector(camera.eye)).dot(Vector(camera.forward))
    if away_m <= 0.0:  # the learner has to turn there anyway, and no view is known
        return SeenMargin(margin.object, margin.width_m)
    width_px = pixels_of(margin.width_m, away_m, camera.vertical_fov_rad)
    return SeenMargin(margin.object, margin.width_m, width_px)


def _wanted(trigger: Trigger, condition: Condition) -> dict[str, str]:
    return {name: trigger.named_objects.get(name, "") for name in condition.object_names}


def _missing_libraries() -> Iterator[str]:
    for library in bpy.data.libraries:
        if library.packed_file is None and _is_missing(library):
            yield readable_path(library.filepath)


def _is_missing(library: bpy.types.Library) -> bool:
    """Whether Blender found nothing there when it opened the file; no disk is asked again."""
    users = getattr(library, "users_id", ())
    return bool(users) and all(getattr(item, "is_missing", False) for item in users)


def _named(unit: Unit) -> Iterator[object]:
    """Where everything is that a unit's goals name, and what its start and view are."""
    scene = bpy.data.scenes[unit.scene_name]
    yield value_of(scene, keys.START_POSES), value_of(scene, keys.START_STATES)
    for trigger in unit.triggers:
        try:
            condition = conditions_of(trigger)
        except MallocVrError:
            condition = None
        for name, obj in named_objects.find_all(
            scene, _wanted(trigger, condition) if condition else {}
        ).items():
            yield name, _place(obj), obj.hide_viewport, len(obj.material_slots)
    yield _place(scene.camera) if scene.camera else ()


def _place(obj: bpy.types.Object) -> tuple[float, ...]:
    parent = obj.matrix_parent_inverse @ obj.matrix_basis if obj.parent else obj.matrix_basis
    return tuple(value for row in parent for value in row)
