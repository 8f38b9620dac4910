"""Having Blender draw again what shows our state: sidebars and preferences."""

import bpy

_SHOWING = ("VIEW_3D", "PREFERENCES")


def interface() -> None:
    """Have every 3D viewport drawn at Blender's next turn, with its sidebar, and the preferences."""
    manager = bpy.context.window_manager
    if bpy.app.background or manager is None:
        return
    for window in manager.windows:
        for area in window.screen.areas:
            if area.type in _SHOWING:
                area.tag_redraw()
