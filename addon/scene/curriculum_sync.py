"""The scenes' units into a curriculum's tree: nodes, links and frames that the lesson asks for.

Thread: main.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import bpy

from ..core import curriculum_layout
from ..core.curriculum import Edge, edges_of
from ..core.lesson import Unit
from . import curriculum_frames, curriculum_tree
from .curriculum_tree import UNIT_NODE

_is_syncing = False


def is_syncing() -> bool:
    """Whether a tree is being changed by us: Blender reports that as it does a person's change."""
    return _is_syncing


@contextmanager
def by_us() -> Iterator[None]:
    """What is changed in a tree inside is no person's change."""
    global _is_syncing
    before, _is_syncing = _is_syncing, True
    try:
        yield
    finally:
        _is_syncing = before


def sync(tree: bpy.types.NodeTree, units: dict[str, Unit]) -> None:
    """Make a tree of this file show these units; it writes only what differs.

    Args:
        units: By key, in the lesson's order.
    """
    with by_us():
        _remove_foreign(tree, units)
        edges = edges_of(units)
        _add_missing(tree, units, edges)
        nodes = curriculum_tree.unit_nodes(tree)
        _set_links(tree, nodes, edges)
        for key, unit in units.items():
            node = nodes[key]
            if curriculum_tree.module_of(node) != unit.module:
                curriculum_frames.put_into(tree, node, unit.module)
            if node.agreed_module != unit.module:
                node.agreed_module = unit.module
            if node.label:
                node.label = ""


def tidy(tree: bpy.types.NodeTree, units: dict[str, Unit]) -> None:
    """Put the units into layers, from the first to the last; other nodes stay where they are."""
    nodes = curriculum_tree.unit_nodes(tree)
    modules = {key: unit.module for key, unit in units.items() if unit.module}
    here = [key for key in units if key in nodes]
    for key, place in curriculum_layout.tidy(here, edges_of(units), modules).items():
        curriculum_tree.move(nodes[key], place)


def _remove_foreign(tree: bpy.types.NodeTree, units: dict[str, Unit]) -> None:
    """Remove nodes of units that are gone, and what Duplicate or Paste made of a node."""
    kept: set[str] = set()
    for node in curriculum_tree.all_unit_nodes(tree):
        if node.unit_key in units and node.unit_key not in kept:
            kept.add(node.unit_key)
        else:
            tree.nodes.remove(node)


def _add_missing(tree: bpy.types.NodeTree, units: dict[str, Unit], edges: frozenset[Edge]) -> None:
    nodes = curriculum_tree.unit_nodes(tree)
    missing = [key for key in units if key not in nodes]
    is_first = not nodes
    places = {key: curriculum_tree.absolute(node) for key, node in nodes.items()} if missing else {}
    for key in missing:
        node = tree.nodes.new(UNIT_NODE)
        node.unit_key = key
        node.select = False
        if not is_first:
            needed = [places[one] for one, target in edges if target == key and one in places]
            places[key] = curriculum_layout.place_for_new(needed, places.values())
            node.location = places[key]
    if missing and is_first:
        tidy(tree, units)


def _set_links(
    tree: bpy.types.NodeTree, nodes: dict[str, bpy.types.Node], wanted: frozenset[Edge]
) -> None:
    seen = curriculum_tree.drawn(tree)
    extra = [link for edge in seen.edges - wanted for link in seen.last_links[edge]]
    for link in (*seen.senseless, *extra):
        tree.links.remove(link)
    missing = wanted - seen.edges
    if missing:
        _remove_muted(tree, missing)
    for source, target in sorted(missing):
        curriculum_tree.link(tree, nodes[source], nodes[target])
    needed: dict[str, list[str]] = {key: [] for key in nodes}
    for source, target in wanted:
        needed[target].append(source)
    for key, node in nodes.items():
        curriculum_tree.agree_on(node, needed[key])


def _remove_muted(tree: bpy.types.NodeTree, edges: frozenset[Edge]) -> None:
    """A muted link in the place of one that is to be drawn would come out instead of it."""
    for link in list(tree.links):
        ends = (getattr(link.from_node, "unit_key", ""), getattr(link.to_node, "unit_key", ""))
        if link.is_muted and ends in edges:
            tree.links.remove(link)
