"""Edit Mode while a unit runs: what is moved there is the mesh, and its object stays where it is.

Thread: main.
"""

import bpy

from ..core.condition_needs import asks_for_own_transform
from .running_unit import RunningUnit

_EDITING = "EDIT_"


def loses_moves(unit: RunningUnit) -> bool:
    """Whether the learner is in Edit Mode while a goal asks for an object's own place or turn."""
    if not (getattr(bpy.context, "mode", None) or "").startswith(_EDITING):
        return False
    return any(
        asks_for_own_transform(trigger.trigger_conditions) and not unit.run.holds(name)
        for name, trigger in unit.tries.triggers.items()
    )
