"""What the tests of the curriculum share: units, their tree, and what it shows."""

import json
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon


class CurriculumCase(BlenderCase):
    """Each test has an empty file and can give it units, each with a scene of its own."""

    def setUp(self) -> None:
        super().setUp()
        addon("curriculum.following").forget()

    def leave(self) -> None:
        super().leave()
        addon("curriculum.following").forget()

    def unit(self, unit_id: str, *needed: str, module: str = "") -> Any:
        """Make a unit by hand, as a script would, in a scene of its own."""
        scene = bpy.data.scenes.new(f"Scene {unit_id}")
        scene["learning_unit_id"] = unit_id
        scene["prerequisites"] = json.dumps(needed)
        scene["malloc_vr_uuid"] = f"uuid-{unit_id}"
        scene["malloc_vr_title"] = unit_id.title()
        if module:
            scene["malloc_vr_module"] = module
        return scene

    def chain(self, *unit_ids: str) -> None:
        """Make units that each need the one before."""
        for before, unit_id in zip(("", *unit_ids), unit_ids, strict=False):
            self.unit(unit_id, *filter(None, [before]))

    def show(self) -> Any:
        """The tree, as the button of the panel makes it."""
        self.assertEqual(bpy.ops.malloc_vr.curriculum_show(), {"FINISHED"})
        return self.tree()

    def tree(self) -> Any:
        """The tree of this file, as Blender has it now."""
        return addon("scene.curriculum_tree").trees()[0]

    def turn(self) -> None:
        """What Blender's timer does a few times a second."""
        addon("runtime").mark_edited()
        addon("upkeep")._known.edits_read_seconds = 0.0
        addon("curriculum.following").follow()
        addon("runtime").refresh_if_stale()

    def node(self, unit_id: str) -> Any:
        """The node of a unit."""
        return addon("scene.curriculum_tree").unit_nodes(self.tree())[f"uuid-{unit_id}"]

    def link(self, before: str, after: str) -> None:
        """Draw a link as a script does; Blender reports it as it reports a person's."""
        self.tree().links.new(self.node(before).outputs[0], self.node(after).inputs[0])

    def unlink(self, before: str, after: str) -> None:
        """Remove the links between two units."""
        tree = self.tree()
        for link in list(tree.links):
            if (link.from_node, link.to_node) == (self.node(before), self.node(after)):
                tree.links.remove(link)

    def edges(self) -> set[tuple[str, str]]:
        """The links that are drawn, by unit ids."""
        found = addon("scene.curriculum_tree").drawn(self.tree()).edges
        return {(a.removeprefix("uuid-"), b.removeprefix("uuid-")) for a, b in found}

    def needed(self, unit_id: str) -> list[str]:
        """What a unit's scene says that it needs."""
        scene = next(one for one in bpy.data.scenes if one.get("learning_unit_id") == unit_id)
        return list(json.loads(scene["prerequisites"]))

    def problem(self) -> str:
        """What the person reads about the last change."""
        return str(addon("runtime").view().problem)
