"""The classes of the curriculum's node tree. They draw the View and note a person's changes."""

import bpy

from ..core.curriculum_layout import NODE_WIDTH
from ..core.said import template
from ..core.view import UnitState
from ..scene.curriculum_tree import SOCKET, TREE, UNIT_NODE
from ..translation import counted, translated
from ..translation import shown as shown_text
from . import colours, following, shown

STATES = {
    UnitState.LOCKED: (template("Locked"), "LOCKED"),
    UnitState.READY: (template("Ready"), "RADIOBUT_OFF"),
    UnitState.STARTED: (template("Started"), "PLAY"),
    UnitState.PASSED: (template("Passed"), "CHECKMARK"),
}


class MALLOC_VR_NT_curriculum(bpy.types.NodeTree):
    """The units of a lesson; a link says which is to be passed before which."""

    bl_idname = TREE
    bl_label = "Curriculum"
    bl_icon = "OUTLINER"
    bl_use_group_interface = False  # no curriculum is a node of another

    def update(self) -> None:
        """Take what a person has changed, within the step that Undo takes back."""
        following.tree_changed(self)


class MALLOC_VR_NS_prerequisite(bpy.types.NodeSocket):
    """Where a unit is linked to those before and after it."""

    bl_idname = SOCKET
    bl_label = "Prerequisite"

    def draw(
        self,
        context: bpy.types.Context,
        layout: bpy.types.UILayout,
        node: bpy.types.Node,
        text: str,
    ) -> None:
        """Say what a link here means."""
        layout.label(text="Comes Before" if self.is_output else "Comes After")

    def draw_color(
        self, context: bpy.types.Context, node: bpy.types.Node
    ) -> tuple[float, float, float, float]:
        """The colour of the unit, which is that of the links from it."""
        unit = shown.unit_of(node)
        return colours.of_unit(unit)

    @classmethod
    def draw_color_simple(cls) -> tuple[float, float, float, float]:
        """Where Blender knows of no node."""
        return colours.NEUTRAL


class MALLOC_VR_ND_unit(bpy.types.Node):
    """One unit of the lesson, which is one scene."""

    bl_idname = UNIT_NODE
    bl_label = "Unit"
    bl_icon = "SCENE_DATA"
    bl_width_default = NODE_WIDTH
    bl_width_min = 160.0

    unit_key: bpy.props.StringProperty(options={"HIDDEN"})  # type: ignore[valid-type]
    # What tree and scene agreed on last, by which a change of either is known.
    agreed_needed: bpy.props.StringProperty(options={"HIDDEN"})  # type: ignore[valid-type]
    agreed_module: bpy.props.StringProperty(options={"HIDDEN"})  # type: ignore[valid-type]

    @classmethod
    def poll(cls, tree: bpy.types.NodeTree) -> bool:
        """Units are nodes of a curriculum alone."""
        return bool(tree.bl_idname == TREE)

    def init(self, context: bpy.types.Context) -> None:
        """Give a new node its ends."""
        self.inputs.new(SOCKET, "Comes After", use_multi_input=True)
        self.outputs.new(SOCKET, "Comes Before")

    def copy(self, node: bpy.types.Node) -> None:
        """A copy of a node is no second unit: it goes again."""
        self.unit_key = self.agreed_needed = self.agreed_module = ""

    def draw_label(self) -> str:
        """The number of the unit in the lesson, and its title."""
        numbered = shown.numbered(self)
        return f"{numbered[0]}. {numbered[1].title}" if numbered is not None else translated("Unit")

    def draw_buttons(self, context: bpy.types.Context, layout: bpy.types.UILayout) -> None:
        """How much the unit asks, how it stands, and the way to its scene."""
        unit = shown.unit_of(self)
        if unit is None:
            layout.label(text=translated("This unit is not in this file."), icon="UNLINKED")
            return
        is_linked = shown.is_linked(unit)
        column = layout.column()
        column.active = not is_linked  # its links can be changed in its own file alone
        goals = counted(len(unit.goals), "1 goal", "{count} goals")
        column.label(
            text=f"{goals}, {shown_text(unit.duration)}", icon="LINKED" if is_linked else "TIME"
        )
        row = layout.split(factor=0.6)
        if colours.shows_class():
            row.label(text=colours.share_words(unit), icon="COMMUNITY")
        else:
            word, icon = STATES[unit.state]
            row.label(text=translated(word), icon=icon)
        row.operator("malloc_vr.unit_show", text="Open").unit_id = unit.unit_id


CLASSES = (MALLOC_VR_NT_curriculum, MALLOC_VR_NS_prerequisite, MALLOC_VR_ND_unit)

register, unregister = bpy.utils.register_classes_factory(CLASSES)
