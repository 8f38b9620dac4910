"""Following the order and the amount of what is moved in a running unit.

scripts/blender 4.4 blender_tests/run.py test_scene_order.py
"""

import math
from typing import Any

import bpy
from scene_support import SceneCase


def moved(name: str) -> dict[str, Any]:
    return {"moved": {"object": name, "min": 100, "unit": "mm"}}


FIRST_A_THEN_B = {
    "order": {"steps": [{"id": "a", "when": moved("A")}, {"id": "b", "when": moved("B")}]}
}


class Order(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        for name in ("A", "B", "Bystander"):
            self.add_box(name)

    def passed(self, checkpoint: str) -> bool:
        return bool(self.judge(checkpoint, session_id="s1")["evaluation"]["passed"])

    def test_of_two_moves_right_after_each_other_is_kept(self) -> None:
        checkpoint = self.add_trigger(FIRST_A_THEN_B)["checkpoint_id"]
        for order, is_right in ((("A", "B"), True), (("B", "A"), False)):
            for name in ("A", "B"):
                bpy.data.objects[name].location = (0, 0, 0)
            self.start(restart=True)
            for name in order:
                self.translate(name, (1, 0, 0))
            with self.subTest(order):
                self.assertEqual(self.passed(checkpoint), is_right)

    def test_a_step_that_came_too_early_and_was_undone_is_forgiven(self) -> None:
        checkpoint = self.add_trigger(FIRST_A_THEN_B)["checkpoint_id"]
        self.start()
        bpy.ops.ed.undo_push(message="before")
        self.translate("B", (1, 0, 0))
        bpy.ops.ed.undo_push(message="B moved")
        self.assertFalse(self.passed(checkpoint))
        bpy.ops.ed.undo()
        for name in ("A", "B"):
            self.translate(name, (1, 0, 0))
            bpy.ops.ed.undo_push(message=name)
        self.assertTrue(self.passed(checkpoint))

    def test_turns_of_one_object_add_up_beyond_a_full_one(self) -> None:
        turned = {"turned": {"object": "A", "axis": "z", "min": 400, "tolerance": 1, "unit": "deg"}}
        checkpoint = self.add_trigger(turned)["checkpoint_id"]
        self.start()
        self.translate("A", (0, 0, 0))
        for _ in range(4):
            bpy.ops.transform.rotate(value=math.radians(-100), orient_axis="Z")
        judged = self.judge(checkpoint, session_id="s1")["evaluation"]
        self.assertAlmostEqual(abs(judged["evidence"]["measured"]), 400, places=2)

    def test_a_turn_that_is_typed_or_cleared_is_read_from_the_channel(self) -> None:
        turned = {"turned": {"object": "A", "axis": "z", "min": 270, "tolerance": 1, "unit": "deg"}}
        checkpoint = self.add_trigger(turned)["checkpoint_id"]
        self.start()
        part = bpy.data.objects["A"]
        for typed_deg in (270, 0, 540, -90):
            with self.subTest(typed_deg=typed_deg):
                part.rotation_euler.z = math.radians(typed_deg)
                judged = self.judge(checkpoint, session_id="s1")["evaluation"]
                self.assertAlmostEqual(judged["evidence"]["measured"], typed_deg, places=2)

    def test_a_move_undone_by_hand_before_the_check_was_seen(self) -> None:
        checkpoint = self.add_trigger(FIRST_A_THEN_B)["checkpoint_id"]
        self.start()
        self.translate("B", (1, 0, 0))
        self.translate("B", (-1, 0, 0))
        activity = self.judge(checkpoint, session_id="s1")["activity"]
        self.assertAlmostEqual(activity["path_length_m"], 2.0, places=5)

    def test_what_no_condition_names_is_no_activity(self) -> None:
        checkpoint = self.add_trigger(FIRST_A_THEN_B)["checkpoint_id"]
        self.start()
        for _ in range(5):
            self.translate("Bystander", (1, 0, 0))
        activity = self.judge(checkpoint, session_id="s1")["activity"]
        self.assertEqual(activity["moves_by_object"], {})
        self.assertEqual(activity["path_length_m"], 0.0)

    def test_a_script_that_bypasses_the_dependency_graph_is_seen_at_the_check(self) -> None:
        checkpoint = self.add_trigger(moved("A"))["checkpoint_id"]
        self.start()
        bpy.data.objects["A"].location = (1, 0, 0)
        self.assertTrue(self.passed(checkpoint))
