"""Which operators ended since one looked last.

Blender keeps the last 32 and drops the oldest, so neither their number nor their place says which
are new; where each lies in memory does. A click that only selects, and what the add-on's own buttons
do, is no part of a task.

Thread: main.
"""

import bpy

_NOT_OF_A_TASK = ("_OT_select", "MALLOC_VR_OT_", "VIEW3D_OT_view", "ED_OT_undo", "ED_OT_redo")


class OperatorTrace:
    """Looks at Blender's list of the operators that ended."""

    def __init__(self) -> None:
        """What is in the list now ended before."""
        self._known = {one.as_pointer() for one in _listed()}

    def ended(self) -> list[str]:
        """Blender's names of those that ended since the last look, the oldest first."""
        listed = {one.as_pointer(): one for one in _listed()}
        if self._known.issuperset(listed):
            return []
        fresh = [one.bl_idname for pointer, one in listed.items() if pointer not in self._known]
        self._known = set(listed)
        return [name for name in fresh if not any(part in name for part in _NOT_OF_A_TASK)]


def _listed() -> list[bpy.types.Operator]:
    manager = bpy.context.window_manager
    return list(manager.operators) if manager is not None else []
