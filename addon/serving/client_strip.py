"""What clients did beside the person, shown until the server stops or the person puts it away.

Blender does not say which step Undo takes back next. So the strip offers Undo only as long as
nothing happened since: no edit that the dependency graph or we ourselves tell of, no other step, no
other file.

Thread: main.
"""

import time

import bpy

from .. import upkeep, view_state
from ..authoring import goals
from ..core import client_changes, client_deeds, keys
from ..core.client_changes import ClientChange
from ..core.file_values import value_of
from ..core.shape import Command, Shape
from ..core.window_shapes import RemoveGoal, RemoveUnit
from ..scene import unit_reading

SETTLED_SECONDS = 0.5
"""What the dependency graph tells of so soon after a change is that change."""

_changed_seconds = float("-inf")
_edits = 0  # of the file, when the change was settled


def removed_by(command: Command) -> str:
    """The title of what a command is about to take out; "" for all that take nothing out."""
    if isinstance(command, RemoveUnit):
        return _title_of_unit(command.unit_id)
    if isinstance(command, RemoveGoal):
        for scene in unit_reading.unit_scenes():
            title = _title_of_goal(scene, command.checkpoint_id)
            if title:
                return title
    return ""


def note(reply: Shape, caller_goes_on: bool, removed: str) -> None:
    """A client's authoring call was done.

    Args:
        removed: As `removed_by` said before it.
        caller_goes_on: Whether it belongs to the same go, and to the same step for Undo, as the last.
    """
    global _changed_seconds
    before = view_state.view().client_change if caller_goes_on else None
    change = client_changes.changed_by(reply, _title(reply), before, removed)
    if change is not None:
        _changed_seconds = time.monotonic()
        view_state.show(client_change=change)


def note_deed(reply: Shape) -> None:
    """A client's other call was done; a change that is shown stays."""
    deed = client_deeds.deed_of(reply, _title(reply))
    if deed:
        view_state.show(client_deed=deed)


def edited() -> None:
    """Something in the file was edited. Cheap: called for every edit."""
    change = view_state.view().client_change
    is_new = time.monotonic() - _changed_seconds <= SETTLED_SECONDS
    if change is not None and change.is_last and not is_new:
        _show_not_last(change)


def shown() -> None:
    """The change was shown: that Blender evaluates its scene now is nobody's edit."""
    global _changed_seconds
    _changed_seconds = time.monotonic()


def look() -> None:
    """Notice what the person authored since: custom properties are no news to the dependency graph."""
    global _edits
    change = view_state.view().client_change
    if change is None or not change.is_last:
        return
    now = upkeep.edits()
    if time.monotonic() - _changed_seconds <= SETTLED_SECONDS:
        _edits = now
    elif now != _edits:
        _show_not_last(change)


def stepped() -> None:
    """Undo or Redo was pressed: what is gone is not shown, the rest is no longer the last step."""
    change = view_state.view().client_change
    if change is None:
        return
    if _is_there(change):
        _show_not_last(change)
    else:
        clear()


def clear() -> None:
    """Put the strip away."""
    view_state.show(client_change=None, client_deed="")


def _show_not_last(change: ClientChange) -> None:
    view_state.show(client_change=client_changes.no_longer_last(change))


def _title(reply: Shape) -> str:
    """Of the goal that a reply is about, else of its unit."""
    scene = bpy.data.scenes.get(getattr(reply, "scene_name", ""))
    goal_id = getattr(reply, "checkpoint_id", "")
    title = _title_of_goal(scene, goal_id) if scene is not None and goal_id else ""
    return title or _title_of_unit(getattr(reply, "unit_id", ""))


def _title_of_goal(scene: bpy.types.Scene, goal_id: str) -> str:
    """By its id or by the name of its object."""
    named = (one for one in goals.goals_of(scene) if goal_id in (goals.id_of(one), one.name))
    trigger = next(named, None)
    return (value_of(trigger, keys.OBJECTIVE) or trigger.name) if trigger is not None else ""


def _title_of_unit(unit_id: str) -> str:
    carrying = unit_reading.scenes_of_unit(unit_id)
    return (value_of(carrying[0], keys.TITLE) if carrying else "") or unit_id


def _is_there(change: ClientChange) -> bool:
    """Whether what was changed is there still; of a removal, whether it is gone still."""
    scene = bpy.data.scenes.get(change.scene_name)
    is_found = scene is not None and value_of(scene, keys.UNIT_ID) == change.unit_id
    if scene is not None and is_found and change.goal_id:
        is_found = goals.find(scene, change.goal_id) is not None
    return is_found is not change.is_removal
