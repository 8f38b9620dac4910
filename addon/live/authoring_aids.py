"""What helps an author and hinders others, hidden in viewports while a unit runs or is looked at.

Zones and other helpers without a surface, and the lines from children to parents: they hide the work
from a learner, and from an instructor where it stood in a replay. They are settings of viewports, so
nothing of the lesson changes and no step of Undo comes of it. What a viewport showed before is put
back; what a person switches meanwhile stays as they wish.

Thread: main.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import bpy

from .. import modes, view_state
from ..core import keys
from ..core.condition_needs import objects_worked_with
from ..core.file_values import value_of
from ..scene import named_objects
from . import tracking
from .running_unit import RunningUnit

LINES = "show_relationship_lines"
HELPERS = "show_extras"
_WITH_A_SURFACE = frozenset(
    {"MESH", "CURVE", "SURFACE", "META", "FONT", "CURVES", "POINTCLOUD", "VOLUME", "GREASEPENCIL"}
)


@dataclass(frozen=True)
class _Hidden:
    """What a viewport showed before, by its settings."""

    before: dict[str, bool]


_hidden: dict[int, _Hidden] = {}
"""By the address of the viewport's space."""


def follow() -> None:
    """Hide in the viewports that show the running or reviewed unit, and put back in all others."""
    unit = tracking.running()
    scene = tracking.scene_of(unit) if unit is not None else _reviewed_scene()
    wanted = _viewports_of(scene) if scene is not None else {}
    for space in list(_all_viewports()) if _hidden else ():
        if space.as_pointer() in _hidden and space.as_pointer() not in wanted:
            _put_back(space)
    new = [space for address, space in wanted.items() if address not in _hidden]
    if not new or scene is None:
        return
    settings = _settings(scene, unit) if unit is not None else (LINES, HELPERS)
    known = tuple(_hidden.values())
    for space in new:
        _hide(space, settings, known)


def _reviewed_scene() -> bpy.types.Scene | None:
    """Where Review draws over the viewport how a unit was worked at."""
    view = view_state.view()
    shown = view.review
    if modes.current() is not modes.Mode.REVIEW or not (shown.steps or shown.attention):
        return None
    unit = view.lesson.unit(shown.unit)
    if unit is None or not (shown.shows_ghosts or shown.shows_attention):
        return None
    scene: bpy.types.Scene | None = bpy.data.scenes.get(unit.scene_name)
    return scene


def put_back_all() -> None:
    """Show everywhere what was shown before: the unit ended, or the file is being saved."""
    for space in list(_all_viewports()) if _hidden else ():
        if space.as_pointer() in _hidden:
            _put_back(space)
    _hidden.clear()


def forget() -> None:
    """Another file has viewports of its own."""
    _hidden.clear()


def _hide(
    space: bpy.types.SpaceView3D, settings: Collection[str], known: Sequence[_Hidden]
) -> None:
    before = _copied(space, known) or {name: getattr(space.overlay, name) for name in settings}
    _hidden[space.as_pointer()] = _Hidden(before)
    for name in settings:
        setattr(space.overlay, name, False)


def _copied(space: bpy.types.SpaceView3D, known: Sequence[_Hidden]) -> dict[str, bool] | None:
    """A viewport that was split off while a unit runs is a copy of one that hides already."""
    if not known or any(getattr(space.overlay, name) for name in known[0].before):
        return None
    return dict(known[0].before)


def _put_back(space: bpy.types.SpaceView3D) -> None:
    hidden = _hidden.pop(space.as_pointer())
    for name, was_shown in hidden.before.items():
        if was_shown:
            setattr(space.overlay, name, True)


def _settings(scene: bpy.types.Scene, unit: RunningUnit) -> tuple[str, ...]:
    """Helpers stay where the learner works with one, or where a hint is one."""
    worked_with = [*_worked_with(scene, unit), *_hints(scene, unit.unit_id)]
    if any(obj.type not in _WITH_A_SURFACE for obj in worked_with):
        return (LINES,)
    return (LINES, HELPERS)


def _worked_with(scene: bpy.types.Scene, unit: RunningUnit) -> Iterator[bpy.types.Object]:
    for trigger in unit.tries.triggers.values():
        for name in objects_worked_with(trigger.trigger_conditions):
            obj = named_objects.find(scene, name, trigger.named_objects.get(name, ""))
            if obj is not None:
                yield obj


def _hints(scene: bpy.types.Scene, unit_id: str) -> Iterator[bpy.types.Object]:
    return (obj for obj in scene.objects if value_of(obj, keys.HINT_FOR) == unit_id)


def _viewports_of(scene: bpy.types.Scene) -> dict[int, bpy.types.SpaceView3D]:
    manager = bpy.context.window_manager
    windows = [window for window in (manager.windows if manager else ()) if window.scene == scene]
    return {
        space.as_pointer(): space for window in windows for space in _viewports_in(window.screen)
    }


def _all_viewports() -> Iterator[bpy.types.SpaceView3D]:
    for screen in bpy.data.screens:
        yield from _viewports_in(screen)


def _viewports_in(screen: bpy.types.Screen) -> Iterator[bpy.types.SpaceView3D]:
    for area in screen.areas:
        for space in area.spaces:
            if space.type == "VIEW_3D":
                yield space
