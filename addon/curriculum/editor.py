"""What Blender's node editor has more for a curriculum: its header, its Add menu and its keys."""

import bpy

from ..scene import curriculum_tree
from ..translation import shown, translated
from ..view_state import view

_keys: list[tuple[bpy.types.KeyMap, bpy.types.KeyMapItem]] = []


def register() -> None:
    """Add to the header, the menu and the keymap."""
    bpy.types.NODE_HT_header.append(_draw_header)
    bpy.types.NODE_MT_add.append(_draw_add)
    configuration = bpy.context.window_manager.keyconfigs.addon
    if configuration is None:
        return  # Blender without a window has no keys
    keymap = configuration.keymaps.new(name="Node Editor", space_type="NODE_EDITOR")
    item = keymap.keymap_items.new("malloc_vr.curriculum_enter", "LEFTMOUSE", "DOUBLE_CLICK")
    _keys.append((keymap, item))


def unregister() -> None:
    """Take all of it away."""
    while _keys:
        keymap, item = _keys.pop()
        keymap.keymap_items.remove(item)
    bpy.types.NODE_MT_add.remove(_draw_add)
    bpy.types.NODE_HT_header.remove(_draw_header)


def _is_shown(context: bpy.types.Context) -> bool:
    space = context.space_data
    return bool(space.type == "NODE_EDITOR" and space.tree_type == curriculum_tree.TREE)


def _draw_header(self: bpy.types.Header, context: bpy.types.Context) -> None:
    """Why the last change was taken back, if no sidebar says it."""
    problem = view().problem
    if problem and _is_shown(context) and not context.space_data.show_region_ui:
        row = self.layout.row(align=True)
        row.label(text=shown(problem), icon="CHECKMARK" if view().went_well else "ERROR")
        row.operator("malloc_vr.notice_dismiss", text="", icon="X", emboss=False)


def _draw_add(self: bpy.types.Menu, context: bpy.types.Context) -> None:
    if not _is_shown(context):
        return
    layout = self.layout
    layout.operator_context = "INVOKE_DEFAULT"
    layout.operator("malloc_vr.unit_add", text="Unit", icon="SCENE_DATA")
    layout.separator()
    for kind, label in (
        (curriculum_tree.FRAME, translated("Module Frame")),
        (curriculum_tree.REROUTE, translated("Reroute")),
    ):
        add = layout.operator("node.add_node", text=label)
        add.type = kind
        add.use_transform = True
