"""The curriculum through Undo, saving, other files, libraries, and the add-on's being switched off.

scripts/blender 4.4 blender_tests/run.py test_curriculum_lasts.py
"""

import unittest
from pathlib import Path
from typing import Any

import addon_utils
import bpy
from blender_tests_support import PACKAGE, addon
from curriculum_support import CurriculumCase

CHAIN = {("guard", "gasket")}


class UndoTest(CurriculumCase):
    def setUp(self) -> None:
        super().setUp()
        self.chain("guard", "gasket")
        self.unit("bolts")
        bpy.ops.ed.undo_push(message="Units")
        self.show()
        bpy.ops.ed.undo_push(message="Show")

    def test_a_link_and_its_prerequisite_are_one_step_back_and_forth(self) -> None:
        self.link("gasket", "bolts")
        bpy.ops.ed.undo_push(message="Link")
        bpy.ops.ed.undo()
        self.turn()
        self.assertEqual((self.edges(), self.needed("bolts")), (CHAIN, []))
        bpy.ops.ed.redo()
        self.turn()
        self.assertEqual(self.edges(), {*CHAIN, ("gasket", "bolts")})
        self.assertEqual(self.needed("bolts"), ["gasket"])

    def test_a_clients_change_that_is_undone_is_gone_from_the_tree_too(self) -> None:
        bpy.data.scenes["Scene bolts"]["prerequisites"] = '["guard"]'
        bpy.ops.ed.undo_push(message="Author")
        self.turn()
        self.assertEqual(self.edges(), {*CHAIN, ("guard", "bolts")})
        bpy.ops.ed.undo()
        self.turn()
        self.assertEqual((self.edges(), self.needed("bolts")), (CHAIN, []))
        bpy.ops.ed.redo()
        self.turn()
        self.assertEqual(self.edges(), {*CHAIN, ("guard", "bolts")})

    def test_a_frame_that_is_undone_takes_the_module_back(self) -> None:
        frame = self.tree().nodes.new("NodeFrame")
        frame.label = "Safety"
        self.node("guard").parent = frame
        bpy.ops.ed.undo_push(message="Join")  # Blender's step, before it is known to be a module
        self.turn()
        self.assertEqual(bpy.data.scenes["Scene guard"]["malloc_vr_module"], "Safety")
        bpy.ops.ed.undo()
        self.turn()
        self.turn()
        self.assertNotIn("malloc_vr_module", bpy.data.scenes["Scene guard"])
        self.assertIsNone(self.node("guard").parent)
        bpy.ops.ed.undo()
        self.turn()
        self.assertNotIn("malloc_vr_module", bpy.data.scenes["Scene guard"])
        bpy.ops.ed.redo()
        bpy.ops.ed.redo()
        self.turn()
        self.assertEqual(bpy.data.scenes["Scene guard"]["malloc_vr_module"], "Safety")
        self.assertEqual(self.node("guard").parent.label, "Safety")

    def test_the_tree_that_the_button_made_is_undone_with_it(self) -> None:
        bpy.ops.ed.undo()
        self.turn()
        self.assertEqual(addon("scene.curriculum_tree").trees(), [])


class FilesTest(CurriculumCase):
    def saved(self, name: str = "lesson.blend") -> Path:
        """Save a lesson of two units with its tree; returns its file."""
        self.chain("guard", "gasket")
        self.show()
        self.node("guard").location = (-500, 40)
        path = self.folder / name
        bpy.ops.wm.save_as_mainfile(filepath=str(path))
        return path

    def open_empty(self) -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)

    def load(self, path: Path, link: bool, **names: list[str]) -> Any:
        with bpy.data.libraries.load(str(path), link=link) as (_, wanted):
            for kind, some in names.items():
                setattr(wanted, kind, some)
        return wanted

    def test_a_saved_tree_is_the_same_when_it_is_opened(self) -> None:
        path = self.saved()
        self.open_empty()
        bpy.ops.wm.open_mainfile(filepath=str(path))
        self.turn()
        self.assertEqual(self.edges(), CHAIN)
        self.assertEqual(tuple(self.node("guard").location), (-500, 40))
        self.link("gasket", "guard")
        self.assertIn("Guard → Gasket", self.problem())

    def test_what_a_script_changed_in_a_closed_file_leads_over_the_tree(self) -> None:
        path = self.saved()
        bpy.data.scenes["Scene gasket"]["prerequisites"] = "[]"
        bpy.ops.wm.save_as_mainfile(filepath=str(path))
        bpy.ops.wm.open_mainfile(filepath=str(path))
        self.turn()
        self.assertEqual((self.edges(), self.needed("gasket")), (set(), []))

    def test_a_linked_scene_is_shown_and_its_prerequisites_are_left_alone(self) -> None:
        path = self.saved()
        self.open_empty()
        self.unit("bolts")
        self.load(path, link=True, scenes=["Scene guard", "Scene gasket"])
        self.show()
        self.turn()
        self.assertEqual(self.edges(), CHAIN)
        self.link("bolts", "guard")
        self.assertEqual((self.edges(), self.needed("guard")), (CHAIN, []))
        self.assertEqual(self.problem(), "“Guard” is linked from lesson.blend.")
        self.assertEqual(addon("runtime").view().remedy, "Change it in that file.")
        self.unlink("guard", "gasket")
        self.assertEqual((self.edges(), self.needed("gasket")), (CHAIN, ["guard"]))
        self.link("gasket", "bolts")
        self.assertEqual(self.needed("bolts"), ["gasket"], "what needs it is of this file")
        frame = self.tree().nodes.new("NodeFrame")
        frame.label = "Sealing"
        self.node("guard").parent = frame
        self.turn()
        self.assertIsNone(self.node("guard").parent)
        self.assertEqual(self.problem(), "“Guard” is linked from lesson.blend.")

    def test_a_linked_tree_is_shown_as_it_is(self) -> None:
        path = self.saved()
        self.open_empty()
        self.load(path, link=True, node_groups=["Curriculum"], scenes=["Scene guard"])
        self.turn()
        tree = self.tree()
        before = len(tree.nodes), len(tree.links)
        self.assertEqual(before, (2, 1))
        self.assertEqual(self.node("guard").draw_label(), "1. Guard")
        self.assertEqual(self.node("gasket").draw_label(), "Unit", "it is not in this file")
        self.unit("bolts")
        self.turn()
        self.assertEqual((len(tree.nodes), len(tree.links)), before)

    def test_a_tree_that_overrides_a_linked_one_is_left_as_it_is(self) -> None:
        path = self.saved()
        self.open_empty()
        loaded = self.load(path, link=True, node_groups=["Curriculum"])
        override = loaded.node_groups[0].override_create(remap_local_usages=False)
        self.unit("bolts")
        self.turn()
        self.assertEqual(len(override.nodes), 2)
        self.show()
        own = [tree for tree in addon("scene.curriculum_tree").trees() if tree != override]
        self.assertEqual([len(tree.nodes) for tree in own if tree.library is None], [1])

    def test_what_is_appended_joins_the_lesson_and_both_trees_follow(self) -> None:
        path = self.saved()
        self.open_empty()
        self.unit("bolts", "gasket")
        self.show()
        self.load(
            path, link=False, node_groups=["Curriculum"], scenes=["Scene guard", "Scene gasket"]
        )
        self.turn()
        trees = addon("scene.curriculum_tree").trees()
        self.assertEqual(len(trees), 2)
        for tree in trees:
            drawn = addon("scene.curriculum_tree").drawn(tree).edges
            self.assertEqual(drawn, {("uuid-guard", "uuid-gasket"), ("uuid-gasket", "uuid-bolts")})
        first = addon("scene.curriculum_tree").unit_nodes(trees[0])
        link = next(one for one in trees[0].links if one.to_node == first["uuid-bolts"])
        trees[0].links.remove(link)
        self.turn()
        self.assertEqual(
            addon("scene.curriculum_tree").drawn(trees[1]).edges, {("uuid-guard", "uuid-gasket")}
        )


class SwitchedOffTest(CurriculumCase):
    def test_a_tree_comes_back_whole_with_the_add_on(self) -> None:
        self.chain("guard", "gasket")
        tree = self.show()
        self.node("guard").location = (-500, 40)
        addon_utils.disable(PACKAGE)
        try:
            tree = bpy.data.node_groups["Curriculum"]
            self.assertEqual(tree.bl_idname, "NodeTreeUndefined")
            self.assertEqual(len(tree.links), 1)
        finally:
            addon_utils.enable(PACKAGE)
        self.turn()
        self.assertEqual(self.edges(), CHAIN)
        self.assertEqual(tuple(self.node("guard").location), (-500, 40))
        self.unlink("guard", "gasket")
        self.assertEqual(self.needed("gasket"), [])

    def test_a_file_that_was_opened_without_the_add_on_has_its_tree_with_it(self) -> None:
        self.chain("guard", "gasket")
        self.show()
        self.node("guard").location = (-500, 40)
        path = self.folder / "lesson.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(path))
        addon_utils.disable(PACKAGE)
        try:
            bpy.ops.wm.open_mainfile(filepath=str(path))
            bpy.ops.wm.save_mainfile()
            bpy.ops.wm.open_mainfile(filepath=str(path))
        finally:
            addon_utils.enable(PACKAGE)
        self.turn()
        self.assertEqual(self.edges(), CHAIN)
        self.assertEqual(tuple(self.node("guard").location), (-500, 40))


if __name__ == "__main__":
    unittest.main()
