"""The curriculum in a node editor: showing it, tidying it, and going from a node to its scene."""

import bpy

from .. import runtime
from ..scene import curriculum_sync, curriculum_tree, curriculum_units
from ..translation import translated
from . import calling

TAB = "Malloc VR"
_DRAWN_SECONDS = 0.2
_TRIES = 20


class MALLOC_VR_OT_curriculum_show(bpy.types.Operator):
    """Show the units and their order as nodes, in a window of its own"""

    bl_idname = "malloc_vr.curriculum_show"
    bl_label = "Show Curriculum"
    bl_options = {"UNDO"}  # a file without a curriculum gets one

    def execute(self, context: bpy.types.Context) -> set[str]:
        own = [tree for tree in curriculum_tree.trees() if curriculum_tree.is_own(tree)]
        tree = own[0] if own else curriculum_tree.make()
        runtime.mark_authored()
        if not bpy.app.background:
            _show_in_window(context, tree)
        return calling.finish()


class MALLOC_VR_OT_curriculum_tidy(bpy.types.Operator):
    """Put the units into columns, each right of those that come before it"""

    bl_idname = "malloc_vr.curriculum_tidy"
    bl_label = "Tidy Layout"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        tree = _tree(context)
        if tree is None:
            cls.poll_message_set(translated("Show the curriculum in a node editor first"))
            return False
        if not curriculum_tree.is_own(tree):
            cls.poll_message_set(translated("This curriculum is linked from another file"))
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        found = curriculum_units.CurriculumUnits().by_key
        order = [unit.key for unit in runtime.view().lesson.units if unit.key in found]
        curriculum_sync.tidy(_tree(context), {key: found[key] for key in order})
        return {"FINISHED"}


class MALLOC_VR_OT_curriculum_enter(bpy.types.Operator):
    """Open the scene of the unit under the mouse"""

    bl_idname = "malloc_vr.curriculum_enter"
    bl_label = "Open Unit"
    bl_options: set[str] = set()  # which scene a window shows is no edit of the file

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _tree(context) is not None

    def execute(self, context: bpy.types.Context) -> set[str]:
        tree = _tree(context)
        node = tree.nodes.active if tree is not None else None
        key = getattr(node, "unit_key", "") if node is not None and node.select else ""
        unit = next((one for one in runtime.view().lesson.units if key and one.key == key), None)
        if unit is None:
            return {"PASS_THROUGH"}
        return set(bpy.ops.malloc_vr.unit_show(unit_id=unit.unit_id))


def _tree(context: bpy.types.Context) -> bpy.types.NodeTree | None:
    """The curriculum in the editor that this is pressed in."""
    space = context.space_data
    tree = space.edit_tree if space is not None and space.type == "NODE_EDITOR" else None
    return tree if curriculum_tree.is_tree(tree) else None


def _show_in_window(context: bpy.types.Context, tree: bpy.types.NodeTree) -> None:
    """In the editor that shows a curriculum already, or in a new window."""
    areas = [
        area
        for window in context.window_manager.windows
        for area in window.screen.areas
        if area.ui_type == curriculum_tree.TREE
    ]
    if not areas:
        bpy.ops.wm.window_new()
        area = max(
            context.window_manager.windows[-1].screen.areas, key=lambda one: one.width * one.height
        )
        area.ui_type = curriculum_tree.TREE
        areas = [area]
    space = areas[0].spaces.active
    space.node_tree = tree
    space.pin = True  # no change of the active object takes it away
    space.show_region_ui = True
    bpy.app.timers.register(_TabOpener(areas[0]), first_interval=_DRAWN_SECONDS)


class _TabOpener:
    """Opens our tab of an editor's sidebar, which has its tabs once it was drawn."""

    def __init__(self, area: bpy.types.Area) -> None:
        self._area_pointer = area.as_pointer()  # the area may be gone when its turn comes
        self._tries_left = _TRIES

    def __call__(self) -> float | None:
        self._tries_left -= 1
        for window in bpy.context.window_manager.windows:
            for area in window.screen.areas:
                if area.as_pointer() == self._area_pointer and area.type == "NODE_EDITOR":
                    return None if _has_opened(area) or not self._tries_left else _DRAWN_SECONDS
        return None


def _has_opened(area: bpy.types.Area) -> bool:
    sidebar = next(region for region in area.regions if region.type == "UI")
    try:
        sidebar.active_panel_category = TAB
    except (TypeError, AttributeError):  # it was not drawn yet, or this Blender's cannot be set
        return False
    area.tag_redraw()
    return True


CLASSES = (
    MALLOC_VR_OT_curriculum_show,
    MALLOC_VR_OT_curriculum_tidy,
    MALLOC_VR_OT_curriculum_enter,
)
