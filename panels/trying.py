"""Trying a unit as a learner: how its author begins, and the mark while it goes on."""

import bpy

from .. import modes, runtime
from ..modes import Mode
from ..translation import translated
from .sidebar import Sidebar, big_button
from .text import paragraph


class MALLOC_VR_PT_try(Sidebar, bpy.types.Panel):
    bl_label = "Try as Learner"
    bl_order = 2

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.AUTHOR and _unit_of(context) is not None

    def draw(self, context: bpy.types.Context) -> None:
        unit = _unit_of(context)
        if unit is None:
            return
        paragraph(
            self.layout,
            context,
            translated("Nothing is recorded, and all comes back as it is now."),
        )
        self.layout.operator(
            "malloc_vr.unit_try", text=translated("Try “{title}”", title=unit.title), icon="PLAY"
        ).unit_id = unit.unit_id


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


def _unit_of(context: bpy.types.Context) -> runtime.UnitView | None:
    name = context.scene.name
    return next((u for u in runtime.view().lesson.units if u.scene_name == name), None)


CLASSES = (MALLOC_VR_PT_try, MALLOC_VR_PT_trying)
