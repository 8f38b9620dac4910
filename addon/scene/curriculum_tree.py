"""The curriculum's node trees: what they show of the lesson, read and written as nodes and links.

A tree is a picture of the scenes' custom properties, and of its own are the places alone. With each
node stands what was agreed last between it and its scene, so that it is known which of the two was
changed, also after Undo and in another Blender.

Thread: main.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import bpy

from ..core.curriculum import Edge

TREE = "MALLOC_VR_NT_curriculum"
UNIT_NODE = "MALLOC_VR_ND_unit"
SOCKET = "MALLOC_VR_NS_prerequisite"
FRAME = "NodeFrame"
REROUTE = "NodeReroute"

_SEPARATOR = "\n"  # no key has one: a UUID and a unit id are on one line


@dataclass(frozen=True)
class Drawn:
    """The links between units as they are drawn.

    Attributes:
        last_links: By edge the links that end at its unit; it is gone once these are.
        senseless: Links that cannot be a prerequisite: from a unit to itself, or without an end.
    """

    last_links: dict[Edge, list[bpy.types.NodeLink]]
    senseless: list[bpy.types.NodeLink]

    @property
    def edges(self) -> frozenset[Edge]:
        """Which unit comes before which."""
        return frozenset(self.last_links)


def is_tree(item: bpy.types.ID | None) -> bool:
    """Whether a node tree is a curriculum."""
    return item is not None and item.bl_idname == TREE


def trees() -> list[bpy.types.NodeTree]:
    """The curricula of this file, linked ones too."""
    return [tree for tree in bpy.data.node_groups if is_tree(tree)]


def is_own(item: bpy.types.ID) -> bool:
    """Whether this file keeps what is written there: it is not linked and overrides nothing."""
    return item.library is None and item.override_library is None


def make() -> bpy.types.NodeTree:
    """A new, empty curriculum, which stays in the file though no data uses it."""
    tree = bpy.data.node_groups.new("Curriculum", TREE)
    tree.use_fake_user = True
    return tree


def all_unit_nodes(tree: bpy.types.NodeTree) -> list[bpy.types.Node]:
    """Its unit nodes, copies and those without a unit too."""
    return [node for node in tree.nodes if node.bl_idname == UNIT_NODE]


def unit_nodes(tree: bpy.types.NodeTree) -> dict[str, bpy.types.Node]:
    """Its units by their keys: of several nodes of one unit, the first."""
    found: dict[str, bpy.types.Node] = {}
    for node in all_unit_nodes(tree):
        if node.unit_key:
            found.setdefault(node.unit_key, node)
    return found


def drawn(tree: bpy.types.NodeTree) -> Drawn:
    """The links as they are drawn, through reroutes; a muted link is none."""
    links = [link for link in tree.links if not link.is_muted]
    into_reroute = {
        link.to_node.name: link.from_node for link in links if link.to_node.bl_idname == REROUTE
    }
    last_links: dict[Edge, list[bpy.types.NodeLink]] = {}
    senseless = []
    for link in links:
        target = link.to_node
        if target.bl_idname != UNIT_NODE or not target.unit_key:
            continue
        source = _source(link.from_node, into_reroute)
        if source == target.unit_key:
            senseless.append(link)
        elif source:
            last_links.setdefault((source, target.unit_key), []).append(link)
    return Drawn(last_links, senseless)


def _source(node: bpy.types.Node, into_reroute: dict[str, bpy.types.Node]) -> str:
    """The key of the unit that a link comes from, over reroutes; "" if from none."""
    seen = set()
    while node is not None and node.bl_idname == REROUTE and node.name not in seen:
        seen.add(node.name)
        node = into_reroute.get(node.name)
    return node.unit_key if node is not None and node.bl_idname == UNIT_NODE else ""


def agreed_edges(nodes: dict[str, bpy.types.Node]) -> frozenset[Edge]:
    """The edges that tree and scenes agreed on last."""
    return frozenset((source, key) for key, node in nodes.items() for source in _agreed(node))


def agree_on(node: bpy.types.Node, needed: Iterator[str] | list[str]) -> None:
    """Note the units that a node needs by its links and by its scene."""
    text = _SEPARATOR.join(sorted(needed))
    if node.agreed_needed != text:
        node.agreed_needed = text


def _agreed(node: bpy.types.Node) -> list[str]:
    return node.agreed_needed.split(_SEPARATOR) if node.agreed_needed else []


def module_of(node: bpy.types.Node) -> str:
    """The module that a node is drawn in: the label of the nearest frame around it that has one."""
    frame = node.parent
    while frame is not None and not frame.label.strip():
        frame = frame.parent
    return frame.label.strip() if frame is not None else ""


def absolute(node: bpy.types.Node) -> tuple[float, float]:
    """Where a node is in its tree, whatever frames it lies in."""
    x, y = node.location
    frame = node.parent
    while frame is not None:
        x, y = x + frame.location.x, y + frame.location.y
        frame = frame.parent
    return (x, y)


def move(node: bpy.types.Node, place: tuple[float, float]) -> None:
    """Put a node somewhere in its tree, whatever frames it lies in."""
    x, y = absolute(node)
    node.location = (
        node.location.x + place[0] - x,
        node.location.y + place[1] - y,
    )


def link(
    tree: bpy.types.NodeTree, source: bpy.types.Node, target: bpy.types.Node
) -> bpy.types.NodeLink:
    """Draw that one unit comes before another."""
    return tree.links.new(source.outputs[0], target.inputs[0])
