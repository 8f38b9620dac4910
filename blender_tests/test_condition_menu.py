"""The menu beside a part of a condition: what it offers is what can be done.

scripts/blender 4.4 blender_tests/run.py test_condition_menu.py
"""

import unittest
from types import SimpleNamespace
from unittest import mock

import bpy
from blender_tests_support import BlenderCase, addon


class MenuTest(BlenderCase):
    def offered(self, predicate: str) -> list[str]:
        """The names of the changes that the menu draws for a node."""
        row = SimpleNamespace(predicate=predicate, asked="", path="[]")
        menu = SimpleNamespace(layout=mock.MagicMock())
        drawn: list[SimpleNamespace] = []

        def button(name: str, **_: object) -> SimpleNamespace:
            drawn.append(SimpleNamespace(name=name))
            return drawn[-1]

        menu.layout.operator.side_effect = button
        kind = addon("panels.condition").MALLOC_VR_MT_condition
        kind.draw(menu, SimpleNamespace(malloc_vr_row=row))
        return [one.change for one in drawn if one.name == "malloc_vr.condition_change"]

    def test_offers_each_change_that_there_is(self) -> None:
        there_are = bpy.ops.malloc_vr.condition_change.get_rna_type().properties["change"]
        names = list(there_are.enum_items.keys())
        self.assertIn("ORDER", names)
        self.assertEqual(self.offered("all"), names)

    def test_takes_nothing_out_of_what_holds_nothing(self) -> None:
        self.assertNotIn("UNWRAP", self.offered("stands_on"))


if __name__ == "__main__":
    unittest.main()
