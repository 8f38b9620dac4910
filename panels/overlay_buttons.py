"""Buttons below the lines over the viewport, as gizmos: they can be pressed without any mode."""

from typing import Any

import bpy

from .. import learner_view, shortcuts
from . import overlay
from .overlay_layout import Button

_ICONS = {
    shortcuts.NEXT: "PLAY",
    shortcuts.HINT: "LIGHT",
    shortcuts.DONE: "CHECKMARK",
    shortcuts.BEGIN_AGAIN: "LOOP_BACK",
}
_RADIUS_PIXELS = 12.0  # at scale 1; Blender scales it itself


class MALLOC_VR_GGT_learner(bpy.types.GizmoGroup):
    bl_label = "Lesson Buttons"
    bl_space_type = "VIEW_3D"
    bl_region_type = "WINDOW"
    bl_options = {"PERSISTENT", "SCALE"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        guidance = learner_view.guidance()
        return guidance is not None and guidance.scene_name == context.scene.name

    def setup(self, context: bpy.types.Context) -> None:
        self.made = {operator: self._new(operator, icon) for operator, icon in _ICONS.items()}

    def draw_prepare(self, context: bpy.types.Context) -> None:
        shown = {button.operator: button for button in overlay.layout_of(context).buttons}
        for operator, gizmo in self.made.items():
            button = shown.get(operator)
            gizmo.hide = button is None
            if button is not None:
                _put(gizmo, button, context.preferences.themes[0].user_interface.wcol_tool)

    def _new(self, operator: str, icon: str) -> Any:
        gizmo = self.gizmos.new("GIZMO_GT_button_2d")
        gizmo.target_set_operator(operator)
        gizmo.icon = icon
        gizmo.draw_options = {"BACKDROP", "OUTLINE"}
        gizmo.alpha = gizmo.alpha_highlight = 1.0  # of the icon too
        gizmo.scale_basis = _RADIUS_PIXELS
        return gizmo


def _put(gizmo: Any, button: Button, colours: Any) -> None:
    gizmo.color, gizmo.color_highlight = colours.inner[:3], colours.inner_sel[:3]
    gizmo.matrix_basis[0][3], gizmo.matrix_basis[1][3] = button.x, button.y


CLASSES = (MALLOC_VR_GGT_learner,)
