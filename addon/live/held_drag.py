"""A drag that is not let go yet: what it does is said at once, and counts once it is let go.

Who looks meanwhile changes nothing of that.
Cancelled (Esc or the right button) everything is where it was: like Undo that is no work, and a slip
that was made by it is forgiven.

Thread: main.
"""

import bpy

from .running_unit import RunningUnit

_TRANSFORM = "TRANSFORM_OT_"
"""What Blender moves, turns and scales by, whether keys, a tool or a gizmo began it."""


def follow(unit: RunningUnit) -> None:
    """Note where everything is when a drag begins. Before what it has changed is reported."""
    if unit.dragged_from is None and _goes_on():
        unit.dragged_from = unit.feed.places()


def is_held(unit: RunningUnit) -> bool:
    """Whether something is in the learner's hand: it is not at rest, however still it is."""
    return unit.dragged_from is not None and _goes_on()


def was_cancelled(unit: RunningUnit) -> bool:
    """Whether the drag that was let go ended with everything where it was. That is said once."""
    if unit.dragged_from is None:
        return False
    before, unit.dragged_from = unit.dragged_from, None
    return unit.feed.places() == before


def _goes_on() -> bool:
    """In Edit Mode a mesh is dragged, which its object's place does not show."""
    if getattr(bpy.context, "mode", "OBJECT") != "OBJECT":
        return False
    return any(
        operator.bl_idname.startswith(_TRANSFORM)
        for window in bpy.context.window_manager.windows
        for operator in window.modal_operators
    )
