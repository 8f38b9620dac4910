"""Keys for a learner at work, over the 3D viewport.

Blender leaves F5 to F8 to whoever wants them. While no unit runs the operators' polls fail, and a
key goes on to what it means otherwise. A person may change each of them in the preferences.

Thread: main.
"""

from typing import NamedTuple

import bpy

_KEYMAP = "3D View"


class _Shortcut(NamedTuple):
    operator: str
    key: str
    ctrl: bool = False


HINT = "malloc_vr.hint_show"
CHECK = "malloc_vr.step_check"
DONE = "malloc_vr.work_submit"
NEXT = "malloc_vr.unit_next"
BEGIN_AGAIN = "malloc_vr.unit_restart"

_SHORTCUTS = (
    _Shortcut(HINT, "F5"),
    _Shortcut(CHECK, "F6"),
    _Shortcut(DONE, "F7"),
    _Shortcut(NEXT, "F8"),
    _Shortcut(BEGIN_AGAIN, "F5", ctrl=True),
)

_made: list[tuple[bpy.types.KeyMap, bpy.types.KeyMapItem]] = []


def register() -> None:
    """Offer the keys; a Blender without a window has no keys to offer."""
    offered = bpy.context.window_manager.keyconfigs.addon
    if offered is None:
        return
    keymap = offered.keymaps.new(name=_KEYMAP, space_type="VIEW_3D")
    for one in _SHORTCUTS:
        item = keymap.keymap_items.new(one.operator, one.key, "PRESS", ctrl=one.ctrl)
        _made.append((keymap, item))


def unregister() -> None:
    """Take them back."""
    for keymap, item in _made:
        keymap.keymap_items.remove(item)
    _made.clear()


def key_of(operator: str) -> str:
    """The key that a person presses for an operator, as they set it; "" where there is none."""
    used = bpy.context.window_manager.keyconfigs.user
    keymap = used.keymaps.get(_KEYMAP) if used is not None else None
    item = keymap.keymap_items.find_from_operator(operator) if keymap is not None else None
    return item.to_string() if item is not None and item.active else ""
