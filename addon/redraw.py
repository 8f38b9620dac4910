"""Having Blender draw again what shows our state: sidebars, the curriculum and preferences."""

import bpy

_SHOWING = ("VIEW_3D", "PREFERENCES")
_CURRICULUM = "MALLOC_VR_NT_curriculum"  # a node editor by the type of its tree


def interface() -> None:
    """Have every 3D viewport drawn at Blender's next turn, with its sidebar, and the others."""
    manager = bpy.context.window_manager
    if bpy.app.background or manager is None:
        return
    for window in manager.windows:
        for area in window.screen.areas:
            if area.type in _SHOWING or area.ui_type == _CURRICULUM:
                area.tag_redraw()
