"""What a person changed in a curriculum's tree goes into the scenes that carry the units.

Only the difference to what was agreed last counts. So a prerequisite that a client has added
meanwhile stays, though the tree did not show it yet.

Thread: main.
"""

from collections.abc import Callable
from dataclasses import dataclass

import bpy

from ..core.curriculum import Edge
from ..core.said import say
from . import curriculum_tree
from .curriculum_units import CurriculumUnits, Rejected

AT_WORK = Rejected(
    say("The curriculum cannot be changed while a unit runs."), say("Leave the unit first.")
)
IN_THE_FILE = Rejected(
    say("A unit stays in the curriculum as long as its scene is in the file."),
    say("Delete the scene to remove the unit."),
)


@dataclass(frozen=True)
class Outcome:
    """What came of the changes that were found.

    Attributes:
        is_written: Whether a scene was changed.
        must_sync: Whether the tree is to be drawn anew from the scenes.
        rejected: Why the last change was taken back that had to be.
    """

    is_written: bool = False
    must_sync: bool = False
    rejected: Rejected | None = None


def are_there(tree: bpy.types.NodeTree) -> bool:
    """Whether a tree differs from what was agreed; cheap, for it is asked often."""
    nodes = curriculum_tree.unit_nodes(tree)
    seen = curriculum_tree.drawn(tree)
    if seen.senseless or seen.edges != curriculum_tree.agreed_edges(nodes):
        return True
    return any(
        node.label or node.agreed_module != curriculum_tree.module_of(node)
        for node in nodes.values()
    )


def take(tree: bpy.types.NodeTree, is_at_work: bool) -> Outcome:
    """Write what was changed in a tree into the scenes, or take it back with the reason.

    Args:
        is_at_work: Whether somebody works in a unit: then nothing is authored.
    """
    taking = _Taking(tree, is_at_work)
    if taking.lost_a_node():
        return Outcome(must_sync=True, rejected=IN_THE_FILE)
    taking.links()
    for key in sorted(taking.here):
        taking.module(key)
        taking.title(key)
    return Outcome(taking.is_written, taking.must_sync, taking.rejected)


class _Taking:
    """The changes of one tree, one after another: what one of them adds the next must respect."""

    def __init__(self, tree: bpy.types.NodeTree, is_at_work: bool) -> None:
        self.tree = tree
        self.nodes = curriculum_tree.unit_nodes(tree)
        self.drawn = curriculum_tree.drawn(tree)
        self.agreed = set(curriculum_tree.agreed_edges(self.nodes))
        self.units = CurriculumUnits()
        self.here = self.nodes.keys() & self.units.by_key.keys()
        self.is_written = self.must_sync = False
        self.rejected: Rejected | None = None
        self._is_at_work = is_at_work

    def lost_a_node(self) -> bool:
        """Whether a node is gone whose unit is there. Its links went with it: no one unlinked them."""
        ends = {end for edge in self.agreed for end in edge}
        return any(end in self.units.by_key and end not in self.nodes for end in ends)

    def links(self) -> None:
        """Take links that were added or removed."""
        seen = self.drawn
        for link in seen.senseless:
            self.tree.links.remove(link)
        added = [edge for edge in sorted(seen.edges - self.agreed) if self.here.issuperset(edge)]
        removed = [edge for edge in sorted(self.agreed - seen.edges) if self.here.issuperset(edge)]
        for edge in removed:
            self._remove(edge)
        for edge in added:
            self._add(edge)
        for target in {edge[1] for edge in (*added, *removed)}:
            needed = [source for source, key in self.agreed if key == target]
            curriculum_tree.agree_on(self.nodes[target], needed)

    def module(self, key: str) -> None:
        """Take the frame that a unit was put into."""
        node = self.nodes[key]
        module = curriculum_tree.module_of(node)
        if module == node.agreed_module:
            return
        if self._may(self.units.why_not_change(key), lambda: self.units.set_module(key, module)):
            node.agreed_module = module
        else:
            self.must_sync = True  # later: Blender may be about to go on with the new frame

    def title(self, key: str) -> None:
        """Take the label that a node was given: it is the unit's title."""
        node = self.nodes[key]
        title = node.label.strip()
        if node.label:
            node.label = ""
        if title:
            self._may(self.units.why_not_change(key), lambda: self.units.set_title(key, title))

    def _add(self, edge: Edge) -> None:
        source, target = edge
        why_not = self.units.why_not_need(edge)
        if self._may(why_not, lambda: self.units.change_needed(target, {source}, ())):
            self.units.edges.add(edge)
            self.agreed.add(edge)
        else:
            for link in self.drawn.last_links[edge]:
                self.tree.links.remove(link)

    def _remove(self, edge: Edge) -> None:
        source, target = edge
        why_not = self.units.why_not_change(target)
        if self._may(why_not, lambda: self.units.change_needed(target, (), {source})):
            self.units.edges.discard(edge)
            self.agreed.discard(edge)
        else:
            curriculum_tree.link(self.tree, self.nodes[source], self.nodes[target])

    def _may(self, why_not: Rejected | None, change: Callable[[], None]) -> bool:
        """Make a change, unless something speaks against it."""
        self.rejected = (AT_WORK if self._is_at_work else why_not) or self.rejected
        if self._is_at_work or why_not is not None:
            return False
        change()
        self.is_written = True
        return True
