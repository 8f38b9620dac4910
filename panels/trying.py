"""Trying a unit as a learner: the mark while it goes on."""

import bpy

from .. import runtime
from ..translation import translated
from .sidebar import Sidebar, big_button
from .text import paragraph


class MALLOC_VR_PT_trying(Sidebar, bpy.types.Panel):
    bl_label = "Trying"
    bl_options = {"HIDE_HEADER"}
    bl_order = 1  # above what a learner sees, which is what is tried

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        running = runtime.view().session
        return running is not None and running.is_trial

    def draw(self, context: bpy.types.Context) -> None:
        box = self.layout.box().column()
        paragraph(
            box,
            context,
            translated("Trying as a learner: nothing is recorded."),
            icon="HIDE_OFF",
        )
        big_button(box, "malloc_vr.try_stop", icon="LOOP_BACK")


CLASSES = (MALLOC_VR_PT_trying,)
