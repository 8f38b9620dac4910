"""The lessons that ship with the add-on, offered where a file has none yet."""

import bpy


class MALLOC_VR_MT_examples(bpy.types.Menu):
    bl_label = "Open an Example"
    bl_description = "Choose one of the lessons that ship with the add-on"

    def draw(self, context: bpy.types.Context) -> None:
        self.layout.operator_enum("malloc_vr.lesson_add_example", "lesson")


CLASSES = (MALLOC_VR_MT_examples,)
