"""Slips and tries in an ordered procedure, with Blender's own undo and redo.

scripts/blender 4.4 blender_tests/run.py test_scene_order_tries.py
"""

import math
from typing import Any

import bpy
from try_support import TryCase, is_own


def turned(name: str) -> dict[str, Any]:
    return {"turned": {"object": name, "axis": "z", "min": 35, "unit": "deg"}}


STAR = {
    "order": {
        "steps": [
            {"id": "bolt1", "when": {**turned("Bolt 1"), "feedback": "Begin with bolt 1."}},
            {"id": "bolt5", "when": {**turned("Bolt 5"), "feedback": "Cross to bolt 5."}},
            {
                "id": "bolt2",
                "feedback": "Bolt 2 is not due yet.",
                "when": {**turned("Bolt 2"), "feedback": "Go on with bolt 2."},
            },
        ]
    },
    "feedback": "The first pass is not complete.",
}


class Star(TryCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        for number in (1, 2, 5):
            self.add_box(f"Bolt {number}", (number, 0, 0))
        self.checkpoint = self.add_trigger(STAR)["checkpoint_id"]
        self.start()
        self.push()

    def turn(self, number: int) -> None:
        for obj in bpy.context.view_layer.objects:
            obj.select_set(obj.name == f"Bolt {number}")
        bpy.context.view_layer.objects.active = bpy.data.objects[f"Bolt {number}"]
        # With the constraint every Blender turns the same way; without it some negate the value.
        bpy.ops.transform.rotate(
            value=math.radians(36),
            orient_axis="Z",
            orient_type="GLOBAL",
            constraint_axis=(False, False, True),
        )
        self.push()

    def order(self) -> dict[str, Any]:
        return dict(self.judge(self.checkpoint, session_id="s1")["evaluation"])

    def test_a_wrong_bolt_that_is_undone_is_forgiven_and_the_rest_passes(self) -> None:
        self.turn(1)
        self.turn(2)
        bpy.ops.ed.undo()
        for number in (5, 2):
            self.turn(number)

        (one,) = self.unit()["ended"]

        self.assertEqual(one["outcome"], "passed", one)
        self.assertEqual(one["self_corrected"], 1)
        self.assertEqual(one["evaluation"]["evidence"]["self_corrected"], 1)
        self.assertTrue(is_own(one))

    def test_while_the_slip_stands_the_authors_words_for_it_are_said(self) -> None:
        self.turn(1)
        self.turn(2)

        self.assertEqual(self.order()["unmet"], ["Bolt 2 is not due yet.", "Cross to bolt 5."])
        bpy.ops.ed.undo()
        said = self.order()["unmet"]
        self.assertEqual(said[0], "The first pass is not complete.")
        self.assertIn("Cross to bolt 5.", said)

    def test_a_slip_in_the_very_first_turn_is_forgiven_too(self) -> None:
        self.turn(5)
        bpy.ops.ed.undo()
        for number in (1, 5, 2):
            self.turn(number)

        (one,) = self.unit(submit=True)["ended"]
        self.assertEqual((one["outcome"], one["self_corrected"]), ("passed", 1))

    def test_a_slip_that_is_not_undone_fails_the_try_at_the_next_bolt(self) -> None:
        for number in (1, 2, 5):
            self.turn(number)

        (one,) = self.unit()["ended"]

        self.assertEqual(one["outcome"], "failed")
        self.assertIn("Bolt 2 is not due yet.", one["evaluation"]["unmet"])
        self.assertEqual(self.unit(submit=True)["ended"], [])

    def test_redo_of_the_slip_is_the_slip_again(self) -> None:
        self.turn(1)
        self.turn(2)
        bpy.ops.ed.undo()
        bpy.ops.ed.redo()

        self.assertIn("violation", self.order()["evidence"])
        self.assertEqual(self.unit(submit=True)["ended"][0]["outcome"], "failed")

    def test_undo_of_everything_leaves_nothing_to_submit(self) -> None:
        self.turn(1)
        bpy.ops.ed.undo()

        reply = self.unit(submit=True)

        self.assertEqual(reply["ended"], [])
        self.assertEqual(reply["not_begun"], [self.checkpoint])
