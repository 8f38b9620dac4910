"""Mending what a lesson's check found, where that changes nothing of what its author meant.

Thread: main. Whoever calls makes the step for Undo.
"""

import json
from collections.abc import Callable, Mapping

import bpy

from ..core import keys
from ..core.errors import rejection
from ..core.file_values import value_of
from ..core.said import say
from ..core.scene_shapes import LessonFinding
from ..core.unit_ids import title_of_id
from ..scene import hint_shape_reading, named_objects, unit_reading


def fix(finding: LessonFinding) -> None:
    """Mend it.

    Raises:
        Conflict: Its scene is gone or linked from another file, or there is no safe way.
    """
    scene = scene_of(finding)
    if scene is None or not scene.is_editable or finding.kind not in _FIXES:
        raise rejection(
            "CONFLICT",
            say("This cannot be mended here: {sentence}", sentence=finding.sentence),
            remedy=finding.remedy,
        )
    _FIXES[finding.kind](scene, finding)


def scene_of(finding: LessonFinding) -> bpy.types.Scene | None:
    """Where it was found; None where that is the whole file, or a scene that is gone."""
    return bpy.data.scenes.get(finding.scene_name)


def _drop_missing_prerequisites(scene: bpy.types.Scene, _: LessonFinding) -> None:
    unit = unit_reading.read_unit(scene, [])
    here = {unit_reading.unit_id_of(one) for one in bpy.data.scenes}
    kept = [name for name in unit.prerequisite_units if name in here]
    scene[keys.PREREQUISITES] = json.dumps(kept, ensure_ascii=False)


def _set_title(scene: bpy.types.Scene, finding: LessonFinding) -> None:
    scene[keys.TITLE] = title_of_id(finding.unit_id)


def _renew_unit(scene: bpy.types.Scene, finding: LessonFinding) -> None:
    """What only the copied scene holds becomes the new unit's own; what both hold stays."""
    old = finding.unit_id
    taken = {unit_reading.unit_id_of(one) for one in bpy.data.scenes}
    new = next(
        name for number in range(2, len(taken) + 3) if (name := f"{old}_{number}") not in taken
    )
    scene[keys.UNIT_ID] = new
    scene[keys.UUID] = named_objects.new_uuid()
    own = [one for one in scene.objects if one.is_editable and len(one.users_scene) == 1]
    for obj in own:
        if value_of(obj, keys.HINT_FOR) == old:
            obj[keys.HINT_FOR] = new
    for obj in own:
        if value_of(obj, keys.IS_TRIGGER):
            _renew_id(scene, obj)


def _renew_goal(scene: bpy.types.Scene, finding: LessonFinding) -> None:
    obj = scene.objects.get(finding.object_name)
    if obj is None or not obj.is_editable:
        raise rejection(
            "CONFLICT",
            say("There is no goal {object_name} any more.", object_name=finding.object_name),
            remedy="Check again.",
        )
    _renew_id(scene, obj)


def _renew_id(scene: bpy.types.Scene, trigger: bpy.types.Object) -> None:
    """Give a goal an id of its own; what hints at it in this scene goes along.

    Where another goal of the scene keeps the old id, the hints stay with that one.
    """
    hints = hint_shape_reading.objects_of(scene, trigger)
    old = named_objects.uuid_of(trigger)
    trigger[keys.UUID] = new = named_objects.new_uuid()
    if any(named_objects.uuid_of(one) == old for one in unit_reading.trigger_objects(scene)):
        return
    for hint in hints:
        if hint.is_editable and len(hint.users_scene) == 1:
            hint[keys.HINT_OF_GOAL] = new


_FIXES: Mapping[str, Callable[[bpy.types.Scene, LessonFinding], None]] = {
    "prerequisite_missing": _drop_missing_prerequisites,
    "title_empty": _set_title,
    "unit_id_shared": _renew_unit,
    "checkpoint_id_shared": _renew_goal,
}
