"""The nodes of the curriculum: which units they stand for, their frames, titles and places.

scripts/blender 4.4 blender_tests/run.py test_curriculum_nodes.py
"""

import sys
import unittest
from collections.abc import Callable
from typing import Any

import bpy
from blender_tests_support import addon
from curriculum_support import CurriculumCase


class NodesTest(CurriculumCase):
    def test_a_node_stays_with_its_unit_when_scene_and_id_are_renamed(self) -> None:
        self.chain("guard", "gasket")
        self.show()
        self.node("guard").location = (-500, 40)
        scene = bpy.data.scenes["Scene guard"]
        scene.name, scene["learning_unit_id"] = "Elsewhere", "shield"
        bpy.data.scenes["Scene gasket"]["prerequisites"] = '["shield"]'
        self.turn()
        self.assertEqual(tuple(self.node("guard").location), (-500, 40))
        self.assertEqual(self.edges(), {("guard", "gasket")})

    def test_a_unit_that_is_deleted_takes_its_node_along_and_a_new_one_brings_its_own(self) -> None:
        self.chain("guard", "gasket")
        self.show()
        bpy.data.scenes.remove(bpy.data.scenes["Scene gasket"])
        self.unit("bolts", "guard")
        self.turn()
        self.assertEqual(self.edges(), {("guard", "bolts")})
        self.assertEqual(len(self.tree().nodes), 2)
        self.assertGreater(self.node("bolts").location.x, self.node("guard").location.x)

    def test_a_node_that_is_deleted_comes_back_with_its_links(self) -> None:
        self.chain("guard", "gasket", "bolts")
        tree = self.show()
        tree.nodes.remove(self.node("gasket"))
        self.turn()
        self.assertEqual(self.edges(), {("guard", "gasket"), ("gasket", "bolts")})
        self.assertEqual(self.needed("bolts"), ["gasket"])
        self.assertIn("as long as its scene is in the file", self.problem())

    def test_a_copy_of_a_node_is_no_second_unit(self) -> None:
        self.chain("guard")
        tree = self.show()
        copy = tree.nodes.new("MALLOC_VR_ND_unit")
        copy.unit_key = "uuid-guard"
        self.turn()
        self.assertEqual(len(tree.nodes), 1)

    def test_the_frame_of_a_node_is_its_module(self) -> None:
        self.chain("guard", "gasket")
        tree = self.show()
        frame = tree.nodes.new("NodeFrame")
        frame.label = "Safety"
        self.node("guard").parent = frame
        self.turn()
        self.assertEqual(bpy.data.scenes["Scene guard"]["malloc_vr_module"], "Safety")
        frame.label = "Before You Begin"
        self.turn()
        self.assertEqual(bpy.data.scenes["Scene guard"]["malloc_vr_module"], "Before You Begin")
        self.node("guard").parent = None
        self.turn()
        self.assertNotIn("malloc_vr_module", bpy.data.scenes["Scene guard"])

    def test_a_module_that_is_written_into_a_scene_is_a_frame(self) -> None:
        self.chain("guard", "gasket")
        self.show()
        place = addon("scene.curriculum_tree").absolute
        before = place(self.node("gasket"))
        scene = bpy.data.scenes["Scene gasket"]
        scene["malloc_vr_module"] = "Sealing " + "x" * 80
        self.turn()
        label = self.node("gasket").parent.label
        self.assertTrue(label.startswith("Sealing xxx"), label)
        self.assertEqual(place(self.node("gasket")), before)
        del scene["malloc_vr_module"]
        self.turn()
        self.assertEqual({node.bl_idname for node in self.tree().nodes}, {"MALLOC_VR_ND_unit"})

    def test_a_frame_that_is_made_while_a_unit_runs_is_taken_back(self) -> None:
        self.make_lesson()
        self.unit("gasket")
        tree = self.show()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        frame = tree.nodes.new("NodeFrame")
        frame.label = "Sealing"
        self.node("gasket").parent = frame
        self.turn()
        self.assertIsNone(self.node("gasket").parent)
        self.assertNotIn("malloc_vr_module", bpy.data.scenes["Scene gasket"])
        self.assertEqual(self.problem(), "The curriculum cannot be changed while a unit runs.")

    def test_a_tidy_curriculum_has_each_module_in_its_own_band(self) -> None:
        self.chain("guard", "gasket", "bolts")
        bpy.data.scenes["Scene gasket"]["malloc_vr_module"] = "Sealing"
        tree = self.show()
        layout = addon("core.curriculum_layout")
        for number, name in enumerate(("bolts", "gasket", "guard")):
            self.node(name).location = (number * 10, number * 10)
        sync, units = addon("scene.curriculum_sync"), addon("scene.curriculum_units")
        for _ in range(2):  # the second time nothing moves
            sync.tidy(tree, units.CurriculumUnits().by_key)
            place = addon("scene.curriculum_tree").absolute
            self.assertEqual(
                [place(self.node(n))[0] for n in ("guard", "gasket", "bolts")],
                [0.0, layout.LAYER_STEP, 2 * layout.LAYER_STEP],
            )
            ys = [place(self.node(n))[1] for n in ("guard", "gasket", "bolts")]
            self.assertEqual(ys[0], ys[2])
            self.assertGreater(abs(ys[0] - ys[1]), layout.NODE_HEIGHT + layout.BAND_GAP / 2)

    def test_a_label_that_is_given_to_a_node_is_the_title_of_its_unit(self) -> None:
        self.chain("guard")
        self.show()
        self.node("guard").label = "Open the guard"
        self.turn()
        self.assertEqual(bpy.data.scenes["Scene guard"]["malloc_vr_title"], "Open the guard")
        self.assertEqual(self.node("guard").draw_label(), "1. Open the guard")

    def test_a_file_says_nothing_of_its_learners(self) -> None:
        self.make_lesson()
        self.show()
        self.turn()
        before = [self.described(node) for node in self.tree().nodes]
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.turn()
        self.assertEqual(addon("runtime").view().lesson.units[0].state.value, "started")
        self.assertEqual([self.described(node) for node in self.tree().nodes], before)

    def described(self, node: Any) -> list[Any]:
        """All that the file keeps of a node."""
        kept = [p.identifier for p in node.bl_rna.properties if p.type != "COLLECTION"]
        values = {name: getattr(node, name) for name in kept if name != "rna_type"}
        return [(k, tuple(v) if hasattr(v, "__len__") else v) for k, v in values.items()]


class ManyUnitsTest(CurriculumCase):
    """Counts what is called, which is the same on each computer, instead of taking the time."""

    def test_what_is_called_for_many_units_grows_as_their_number_does(self) -> None:
        self.add(0, 100)
        few = self.counted()
        self.add(100, 200)
        many = self.counted()
        print(f"    calls with 100 units {few}, with 200 {many}")
        for name, calls in many.items():
            with self.subTest(name):
                self.assertLess(calls, 2.3 * few[name])  # 2 is linear; twice squared is 4

    def test_where_nothing_changed_nothing_is_made_anew_and_one_change_is_one_link(self) -> None:
        self.add(0, 40)
        tree = self.show()
        links = {link.as_pointer() for link in tree.links}
        nodes = {node.as_pointer() for node in tree.nodes}
        sync = addon("scene.curriculum_sync").sync
        sync(tree, self.read())
        self.assertEqual({link.as_pointer() for link in tree.links}, links)
        bpy.data.scenes["Scene u30"]["prerequisites"] = '["u29"]'
        sync(tree, self.read())
        self.assertEqual(len(links - {link.as_pointer() for link in tree.links}), 1)
        self.assertEqual({node.as_pointer() for node in tree.nodes}, nodes)

    def add(self, first: int, end: int) -> None:
        for number in range(first, end):
            needed = [f"u{at}" for at in (number - 1, number - 7) if at >= 0]
            self.unit(f"u{number}", *needed, module=f"Module {number // 20}")

    def counted(self) -> dict[str, int]:
        """How many calls it takes to compare all units, to draw one change, to look for one."""
        tree = self.show()
        sync = addon("scene.curriculum_sync").sync
        same, last = (
            self.read(),
            max(
                int(scene.name[7:]) for scene in bpy.data.scenes if scene.name.startswith("Scene u")
            ),
        )
        bpy.data.scenes[f"Scene u{last}"]["prerequisites"] = f'["u{last - 1}"]'
        other = self.read()
        return {
            "comparing": self.calls(lambda: sync(tree, same)),
            "one change": self.calls(lambda: sync(tree, other)),
            "looking": self.calls(lambda: addon("scene.curriculum_edits").are_there(tree)),
        }

    def read(self) -> Any:
        lesson = addon("scene.unit_reading").read_lesson()
        return addon("core.curriculum").keyed(lesson.units)

    def calls(self, work: Callable[[], object]) -> int:
        """How many functions are called for something, Blender's own among them."""
        counts = {"call": 0, "c_call": 0}

        def count(_frame: object, event: str, _argument: object) -> None:
            counts[event] = counts.get(event, 0) + 1

        sys.setprofile(count)
        try:
            work()
        finally:
            sys.setprofile(None)
        return counts["call"] + counts["c_call"]


if __name__ == "__main__":
    unittest.main()
