"""Having Blender draw again what shows our state: sidebars, the curriculum and preferences."""

import bpy

_SHOWING = ("VIEW_3D", "PREFERENCES")
_CURRICULUM = "MALLOC_VR_NT_curriculum"  # a node editor by the type of its tree
_SETTLING_DRAWS = 2

_draws_left = 0


def interface() -> None:
    """Have every 3D viewport drawn at Blender's next turn, with its sidebar, and the others."""
    global _draws_left
    _draws_left = _SETTLING_DRAWS
    _tag()


def settle() -> None:
    """Draw again shortly after a change; call it a few times a second.

    Blender slides panels to their new places, and without a draw in between leaves them half-way,
    over each other.
    """
    global _draws_left
    if _draws_left > 0:
        _draws_left -= 1
        _tag()


def _tag() -> None:
    manager = bpy.context.window_manager
    if bpy.app.background or manager is None:
        return
    for window in manager.windows:
        for area in window.screen.areas:
            if area.type in _SHOWING or area.ui_type == _CURRICULUM:
                area.tag_redraw()
