"""The switch at the top of the tab, and who works here."""

import bpy

from .. import learner_view, runtime
from . import worker
from .sidebar import Sidebar


class MALLOC_VR_PT_mode(Sidebar, bpy.types.Panel):
    bl_label = "Mode"
    bl_options = {"HIDE_HEADER"}
    bl_order = 0

    def draw(self, context: bpy.types.Context) -> None:
        view, guidance = runtime.view(), learner_view.guidance()
        if view.session is not None and guidance is not None:
            worker.draw(self.layout, context, view, guidance)
            return
        self.layout.row().prop(context.window_manager, "malloc_vr_mode", expand=True)


CLASSES = (MALLOC_VR_PT_mode,)
