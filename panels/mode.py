"""The switch at the top of the tab, and who works here."""

import bpy

from .. import runtime
from .sidebar import Sidebar


class MALLOC_VR_PT_mode(Sidebar, bpy.types.Panel):
    bl_label = "Mode"
    bl_options = {"HIDE_HEADER"}
    bl_order = 0

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().session is None  # a learner at work needs the lines for the task

    def draw(self, context: bpy.types.Context) -> None:
        self.layout.row().prop(context.window_manager, "malloc_vr_mode", expand=True)


CLASSES = (MALLOC_VR_PT_mode,)
