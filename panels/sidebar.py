"""What all panels of the tab have in common."""

import bpy


class Sidebar:
    """Place of a panel: the tab "Malloc VR" of the 3D viewport's sidebar."""

    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Malloc VR"


def big_button(
    layout: bpy.types.UILayout, operator: str, **options: str
) -> bpy.types.OperatorProperties:
    """Draw the one thing to do next, larger than the rest; returns what it is pressed with."""
    row = layout.row()
    row.scale_y = 1.4
    return row.operator(operator, **options)
