"""What a person set for working: snapping, pivot and the like, and the 3D cursor. Undo leaves them alone.

Thread: main.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import bpy

_OF_WORK = (
    "use_snap",
    "snap_",
    "transform_pivot",
    "use_transform_",
    "use_proportional",
    "proportional_",
    "use_mesh_automerge",
    "double_threshold",
    "use_keyframe",
    "lock_object_mode",
)
"""How the names of settings begin that a person changes while moving, turning and editing objects."""


@dataclass(frozen=True)
class _OfScene:
    tools: Mapping[str, Any]
    cursor: tuple[float, ...]


@dataclass(frozen=True)
class WorkSettings:
    """Of each scene, by its name."""

    scenes: Mapping[str, _OfScene]


def keep() -> WorkSettings:
    """What is set now."""
    return WorkSettings(
        {scene.name: _read(scene) for scene in bpy.data.scenes if scene.is_editable}
    )


def put_back(kept: WorkSettings) -> None:
    """Set that again, in the scenes that are still there."""
    for name, settings in kept.scenes.items():
        scene = bpy.data.scenes.get(name)
        if scene is not None and scene.is_editable:
            _write(scene, settings)


def _read(scene: bpy.types.Scene) -> _OfScene:
    tools = scene.tool_settings
    return _OfScene(
        tools={name: getattr(tools, name) for name in _names(tools)},
        cursor=tuple(value for row in scene.cursor.matrix for value in row),
    )


def _write(scene: bpy.types.Scene, settings: _OfScene) -> None:
    tools = scene.tool_settings
    for name, value in settings.tools.items():
        if getattr(tools, name) != value:
            setattr(tools, name, value)
    if tuple(value for row in scene.cursor.matrix for value in row) != settings.cursor:
        scene.cursor.matrix = [settings.cursor[at : at + 4] for at in range(0, 16, 4)]


def _names(tools: bpy.types.ToolSettings) -> Iterator[str]:
    for prop in tools.bl_rna.properties:
        if prop.identifier.startswith(_OF_WORK) and prop.type != "POINTER" and not prop.is_readonly:
            yield prop.identifier
