"""Links of the curriculum are prerequisites of the scenes, whoever changes which of them.

scripts/blender 4.4 blender_tests/run.py test_curriculum_links.py
"""

import unittest

import bpy
from blender_tests_support import addon
from curriculum_support import CurriculumCase


class LinksTest(CurriculumCase):
    def test_a_file_with_units_gets_a_tree_that_shows_them(self) -> None:
        self.chain("guard", "gasket", "bolts")
        tree = self.show()
        self.assertEqual(self.edges(), {("guard", "gasket"), ("gasket", "bolts")})
        self.assertEqual(
            [node.draw_label() for node in tree.nodes], ["1. Guard", "2. Gasket", "3. Bolts"]
        )
        places = [self.node(name).location.x for name in ("guard", "gasket", "bolts")]
        self.assertEqual(places, sorted(set(places)), "each stands right of what it needs")

    def test_a_link_that_is_drawn_is_a_prerequisite_of_the_scene(self) -> None:
        self.chain("guard")
        self.chain("gasket")
        self.show()
        self.link("guard", "gasket")
        self.assertEqual(self.needed("gasket"), ["guard"])
        self.assertEqual(self.problem(), "")
        self.turn()
        units = addon("runtime").view().lesson.units
        self.assertEqual([one.unit_id for one in units], ["guard", "gasket"])
        self.assertEqual(self.edges(), {("guard", "gasket")})

    def test_a_link_that_is_removed_is_none_any_more(self) -> None:
        self.chain("guard", "gasket")
        self.show()
        self.unlink("guard", "gasket")
        self.assertEqual(self.needed("gasket"), [])
        self.turn()
        self.assertEqual(self.edges(), set())

    def test_a_link_that_would_close_a_cycle_vanishes_and_the_path_is_said(self) -> None:
        self.chain("guard", "gasket", "bolts")
        self.show()
        before = self.edges()
        self.link("bolts", "guard")
        self.assertEqual(self.edges(), before)
        self.assertEqual(self.needed("guard"), [])
        self.assertEqual(
            self.problem(), "“Guard” comes before “Bolts” already: Guard → Gasket → Bolts."
        )

    def test_a_link_to_the_unit_itself_vanishes(self) -> None:
        self.chain("guard")
        self.show()
        self.link("guard", "guard")
        self.assertEqual((self.edges(), len(self.tree().links)), (set(), 0))
        self.assertEqual(self.needed("guard"), [])

    def test_a_second_link_between_two_units_says_nothing_new(self) -> None:
        self.chain("guard", "gasket")
        self.show()
        self.link("guard", "gasket")
        self.assertEqual(self.needed("gasket"), ["guard"])

    def test_what_the_list_or_a_client_changes_shows_in_the_tree(self) -> None:
        self.chain("guard", "gasket")
        self.show()
        bpy.data.scenes["Scene gasket"]["prerequisites"] = "[]"
        bpy.data.scenes["Scene guard"]["prerequisites"] = '["gasket"]'
        self.turn()
        self.assertEqual(self.edges(), {("gasket", "guard")})
        self.assertEqual(self.problem(), "")

    def test_a_prerequisite_that_a_client_has_just_added_stays_when_a_link_is_drawn(self) -> None:
        self.chain("guard", "gasket")
        self.unit("bolts")
        self.show()
        bpy.data.scenes["Scene bolts"]["prerequisites"] = '["guard"]'
        self.link("gasket", "bolts")
        self.assertEqual(self.needed("bolts"), ["guard", "gasket"])
        self.turn()
        self.assertEqual(
            self.edges(), {("guard", "gasket"), ("guard", "bolts"), ("gasket", "bolts")}
        )

    def test_a_prerequisite_that_is_not_in_the_file_stays_in_the_scene(self) -> None:
        self.unit("guard")
        self.unit("gasket", "elsewhere")
        self.show()
        self.link("guard", "gasket")
        self.assertEqual(self.needed("gasket"), ["elsewhere", "guard"])

    def test_a_link_over_reroutes_counts_as_one(self) -> None:
        self.chain("guard")
        self.chain("gasket")
        tree = self.show()
        one, two = tree.nodes.new("NodeReroute"), tree.nodes.new("NodeReroute")
        tree.links.new(self.node("guard").outputs[0], one.inputs[0])
        tree.links.new(one.outputs[0], two.inputs[0])
        self.assertEqual(self.needed("gasket"), [])
        tree.links.new(two.outputs[0], self.node("gasket").inputs[0])
        self.assertEqual(self.needed("gasket"), ["guard"])
        bpy.data.scenes["Scene gasket"]["prerequisites"] = "[]"
        self.turn()
        self.assertEqual(self.edges(), set())
        self.assertEqual(len(tree.links), 2, "what leads into the reroutes stays")

    def test_a_cycle_over_a_reroute_is_rejected_too(self) -> None:
        self.chain("guard", "gasket")
        tree = self.show()
        reroute = tree.nodes.new("NodeReroute")
        tree.links.new(self.node("gasket").outputs[0], reroute.inputs[0])
        tree.links.new(reroute.outputs[0], self.node("guard").inputs[0])
        self.assertEqual(self.needed("guard"), [])
        self.assertIn("Guard → Gasket", self.problem())

    def test_a_muted_link_is_no_prerequisite_until_it_counts_again(self) -> None:
        self.chain("guard", "gasket")
        tree = self.show()
        tree.links[0].is_muted = True
        self.turn()
        self.assertEqual(self.needed("gasket"), [])
        self.assertEqual(len(tree.links), 1)
        bpy.data.scenes["Scene gasket"]["prerequisites"] = '["guard"]'
        self.turn()
        self.assertEqual(self.edges(), {("guard", "gasket")})
        self.assertEqual(len(tree.links), 1, "it took the place of the muted one")

    def test_nothing_is_changed_while_a_unit_runs(self) -> None:
        self.make_lesson()
        self.unit("gasket")
        self.show()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        nodes = list(self.tree().nodes)
        moved = next(n for n in nodes if n.unit_key != "uuid-gasket")
        self.tree().links.new(moved.outputs[0], self.node("gasket").inputs[0])
        self.assertEqual(self.needed("gasket"), [])
        self.assertEqual(len(self.tree().links), 0)
        self.assertEqual(self.problem(), "The curriculum cannot be changed while a unit runs.")


if __name__ == "__main__":
    unittest.main()
