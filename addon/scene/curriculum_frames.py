"""The frames of a curriculum: each is a module, by its label.

Thread: main.
"""

import bpy

from . import curriculum_tree
from .curriculum_tree import FRAME


def put_into(tree: bpy.types.NodeTree, node: bpy.types.Node, module: str) -> None:
    """Have a node lie in the frame of a module, or in none; it stays where it is.

    A frame that is missing is made; one that nothing lies in any more is removed.
    """
    left = node.parent
    place = curriculum_tree.absolute(node)
    node.parent = _frame(tree, module) if module else None
    curriculum_tree.move(node, place)
    if left is not None and not any(one.parent == left for one in tree.nodes):
        tree.nodes.remove(left)


def _frame(tree: bpy.types.NodeTree, module: str) -> bpy.types.Node:
    frames = (node for node in tree.nodes if node.bl_idname == FRAME)
    found = next((frame for frame in frames if frame.label.strip() == module), None)
    if found is None:
        found = tree.nodes.new(FRAME)
        found.label = module
        found.select = False
    return found
