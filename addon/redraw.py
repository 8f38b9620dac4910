"""Having Blender draw our panels again."""

import bpy


def sidebars() -> None:
    """Have every 3D viewport drawn at Blender's next turn, with its sidebar."""
    manager = bpy.context.window_manager
    if bpy.app.background or manager is None:
        return
    for window in manager.windows:
        for area in window.screen.areas:
            if area.type == "VIEW_3D":
                area.tag_redraw()
