"""Give Away: what its giver says of it, and the file to give away."""

import bpy

from .. import modes, runtime
from ..modes import Mode
from .sidebar import Sidebar

_OWN_LICENCE = "OTHER"


class MALLOC_VR_PT_lesson_details(Sidebar, bpy.types.Panel):
    bl_label = "Give Away"
    bl_order = 2
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.AUTHOR and _scene() is not None

    def draw(self, context: bpy.types.Context) -> None:
        scene = _scene()
        if scene is None:
            return
        layout = self.layout
        layout.use_property_split = True
        layout.use_property_decorate = False
        column = layout.column()
        column.prop(scene, "malloc_vr_lesson_title", placeholder=runtime.view().lesson.title)
        column.prop(scene, "malloc_vr_lesson_author")
        column.prop(scene, "malloc_vr_lesson_licence")
        if scene.malloc_vr_lesson_licence == _OWN_LICENCE:
            column.prop(scene, "malloc_vr_lesson_own_licence", text="Name")
        column.prop(scene, "malloc_vr_lesson_languages", placeholder="en, de")
        layout.operator("malloc_vr.lesson_pack", icon="PACKAGE")


def _scene() -> bpy.types.Scene | None:
    """The scene that speaks for the lesson."""
    return bpy.data.scenes.get(runtime.view().lesson.head_scene)


CLASSES = (MALLOC_VR_PT_lesson_details,)
