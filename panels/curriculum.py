"""Curriculum: the way to the node editor, and that editor's own sidebar."""

import bpy

from .. import modes, runtime
from ..core.said import template
from ..modes import Mode
from ..translation import translated
from .notice import draw_notice
from .sidebar import Sidebar, big_button
from .text import paragraph

_TREE = "MALLOC_VR_NT_curriculum"
_HOW = (
    template("Drag from “Comes Before” of a unit to “Comes After” of another to link them."),
    template("A frame around units is a module. Its label is the name of the module."),
    template("Double-click a unit to open its scene."),
)
_TOO_FEW = template(
    "They are shown once 10 learners have begun this lesson, so that no single one can be seen."
)
_SHARE = template("Each unit shows how much of the class has passed it.")


class MALLOC_VR_PT_curriculum(Sidebar, bpy.types.Panel):
    bl_label = "Curriculum"
    bl_order = 2
    bl_options = {"DEFAULT_CLOSED"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return modes.current() is Mode.AUTHOR

    def draw(self, context: bpy.types.Context) -> None:
        paragraph(
            self.layout, context, translated("See the units as nodes, and link what comes first.")
        )
        self.layout.operator("malloc_vr.curriculum_show", icon="NODETREE")


class MALLOC_VR_PT_curriculum_editor(bpy.types.Panel):
    bl_label = "Curriculum"
    bl_space_type = "NODE_EDITOR"
    bl_region_type = "UI"
    bl_category = "Malloc VR"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(context.space_data.tree_type == _TREE)

    def draw(self, context: bpy.types.Context) -> None:
        view = runtime.view()
        layout = self.layout
        if not view.lesson.units:
            paragraph(
                layout,
                context,
                translated("This file has no unit yet. Each unit becomes a node here."),
            )
            big_button(layout, "malloc_vr.unit_add", icon="ADD")
            return
        if context.space_data.node_tree is None:
            paragraph(
                layout, context, translated("Press “New” in the header to see the units as nodes.")
            )
            return
        if view.problem:  # why the last change was taken back
            draw_notice(layout, context, view)
        _draw_colors(layout, context, view)
        layout.operator("malloc_vr.curriculum_tidy", icon="SNAP_GRID")
        for text in _HOW:
            paragraph(layout, context, translated(text), icon="DOT")


def _draw_colors(
    layout: bpy.types.UILayout, context: bpy.types.Context, view: runtime.View
) -> None:
    """Whose progress the colours show, and why none if none is shown."""
    manager = context.window_manager
    layout.label(text="Colors Show")
    layout.row().prop(manager, "malloc_vr_curriculum_colours", expand=True)
    if manager.malloc_vr_curriculum_colours == "CLASS":
        text = _SHARE if view.class_progress.is_shown else _TOO_FEW
        paragraph(layout, context, translated(text), icon="COMMUNITY")
    elif view.learner:
        layout.label(text=view.learner, icon="USER")
    else:
        paragraph(
            layout,
            context,
            translated("No learner is set, so no unit counts as passed."),
            icon="USER",
        )


CLASSES = (MALLOC_VR_PT_curriculum, MALLOC_VR_PT_curriculum_editor)
