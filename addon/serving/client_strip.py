"""What clients did beside the person, shown until the server stops or the person puts it away.

Blender does not say which step Undo takes back next. So the strip offers Undo only as long as
nothing happened since: no edit that the dependency graph or we ourselves tell of, no other step, no
other file.

Thread: main.
"""

import time

import bpy

from .. import upkeep, view_state
from ..core import client_changes, keys
from ..core.client_changes import ClientChange
from ..core.file_values import value_of
from ..core.shape import Shape

SETTLED_SECONDS = 0.5
"""What the dependency graph tells of so soon after a change is that change."""

_changed_seconds = float("-inf")
_edits = 0  # of the file, when the change was settled


def note(reply: Shape, caller_goes_on: bool) -> None:
    """A client's authoring call was done.

    Args:
        caller_goes_on: Whether it belongs to the same go, and to the same step for Undo, as the last.
    """
    global _changed_seconds
    before = view_state.view().client_change if caller_goes_on else None
    change = client_changes.changed_by(reply, _title(reply), before)
    if change is not None:
        _changed_seconds = time.monotonic()
        view_state.show(client_change=change)


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
    view_state.show(client_change=None)


def _show_not_last(change: ClientChange) -> None:
    view_state.show(client_change=client_changes.no_longer_last(change))


def _title(reply: Shape) -> str:
    scene = bpy.data.scenes.get(getattr(reply, "scene_name", ""))
    title = value_of(scene, keys.TITLE) if scene is not None else ""
    return title or getattr(reply, "unit_id", "")


def _is_there(change: ClientChange) -> bool:
    scene = bpy.data.scenes.get(change.scene_name)
    if scene is None or value_of(scene, keys.UNIT_ID) != change.unit_id:
        return False
    goal = change.goal_id
    return not goal or any(value_of(obj, keys.UUID) == goal for obj in scene.objects)
