"""Adapting a unit's scene to its learner: guidance, difficulty, progress and hint objects.

Thread: main.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import bpy

from . import scene_reading
from .core import keys, lesson
from .core.errors import NotFound, refusal
from .core.fields import Fields, json_text

HINT_LEVELS = 3
SUPPORT_LEVELS = ("low", "moderate", "high")


@dataclass(frozen=True)
class _Change:
    target: str
    property: str
    before: Any
    after: Any

    def to_json(self) -> dict[str, Any]:
        return {
            "target": self.target,
            "property": self.property,
            "before": self.before,
            "after": self.after,
        }


def update_scene_metadata(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Keep the learner's progress in the scene, adapt it, and say what is different now.

    Raises:
        BadArgument, NotFound, Conflict: Nothing was written.
    """
    fields = Fields(arguments)
    scene_id = fields.name("scene_id", required=True)
    scene = _scene(scene_id)
    adaptation = fields.section("adaptation_data")
    wanted = _properties(fields, adaptation)
    level = _hint_level(adaptation)

    changes = [change for key, value in wanted.items() for change in _set(scene, key, value)]
    if level is not None:
        changes += show_hints(scene, level)
    return {
        "scene_id": scene_id,
        "scene_name": scene.name,
        "metadata_updated": True,
        "properties_modified": list(dict.fromkeys(change.property for change in changes)),
        "changes": [change.to_json() for change in changes],
        "adaptation_applied": bool(adaptation.members()),
    }


def show_hints(scene: bpy.types.Scene, level: int) -> list[_Change]:
    """Show the hint objects of a scene's unit up to a level, hide those above; 0 hides all."""
    changes = []
    for obj in _hint_objects(scene):
        is_hidden = int(obj.get(keys.HINT_LEVEL, 1)) > level
        if obj.hide_viewport != is_hidden:
            changes.append(_Change(obj.name, "hide_viewport", obj.hide_viewport, is_hidden))
        obj.hide_viewport = obj.hide_render = is_hidden
    return changes


def hide_all_hints(scene: bpy.types.Scene) -> None:
    """Hide the hints of every unit: units share objects, and another one may have shown some."""
    for obj in scene.objects:
        if obj.get(keys.HINT_FOR) and obj.is_editable:
            obj.hide_viewport = obj.hide_render = True


def _scene(scene_id: str) -> bpy.types.Scene:
    try:
        scene = scene_reading.scene_of_unit(scene_id, "scene_id")
    except NotFound:
        named = bpy.data.scenes.get(scene_id)
        if named is None or not scene_reading.is_unit(named):
            raise
        scene = named
    if not scene.is_editable:
        raise refusal(
            "CONFLICT",
            f"The scene {scene.name} is linked from another file.",
            "scene_id",
            "Open the file that it comes from.",
        )
    return scene


def _properties(fields: Fields, adaptation: Fields) -> dict[str, str | float]:
    """Check everything, and collect the scene properties that are asked for."""
    progress = fields.mapping("learning_progress", required=True)
    difficulty = adaptation.number("difficulty_adjustment", 0.5, 2.0)
    wanted: dict[str, str | float | None] = {
        keys.PROGRESS: json_text(progress, "learning_progress"),
        keys.GUIDANCE_LEVEL: adaptation.choice("guidance_level", lesson.GUIDANCE_LEVELS),
        keys.SUPPORT_LEVEL: adaptation.choice("support_level", SUPPORT_LEVELS),
        keys.DIFFICULTY: difficulty,
    }
    return {key: value for key, value in wanted.items() if value is not None and value != ""}


def _hint_level(adaptation: Fields) -> int | None:
    """Up to which level hints are asked for; 0 for none, None to leave them as they are."""
    is_shown = adaptation.flag("show_hints")
    level = adaptation.number("hint_level", 1, HINT_LEVELS)
    if level is not None and level != int(level):
        raise adaptation.wrong("hint_level", "must be a whole number")
    if is_shown is False:
        return 0
    if level is not None:
        return int(level)
    return HINT_LEVELS if is_shown else None


def _set(scene: bpy.types.Scene, key: str, value: str | float) -> list[_Change]:
    before = scene.get(key)
    if before == value:
        return []
    scene[key] = value
    is_plain = before is None or isinstance(before, str | int | float)
    return [_Change(scene.name, key, before if is_plain else str(before), value)]


def _hint_objects(scene: bpy.types.Scene) -> Iterator[bpy.types.Object]:
    unit_id = scene_reading.unit_id_of(scene)
    found = (obj for obj in scene.objects if obj.get(keys.HINT_FOR) == unit_id and obj.is_editable)
    return iter(sorted(found, key=lambda obj: obj.name))
