"""Show Me: the teacher does the task once, and the lesson that comes of it can be done at once.

scripts/blender 4.4 blender_tests/run.py test_demonstration.py
"""

import json
import math
import time
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import addon
from demonstration_support import CUP_START, WELL_M, DemonstrationCase


class ShownOnceTest(DemonstrationCase):
    def test_what_was_done_is_listed_while_it_is_done(self) -> None:
        self.press("demonstration_start")
        self.assertTrue(self.following().is_recording)
        self.assertEqual(self.following().changes, ())
        self.serve()
        self.assertEqual(self.following().changes, ("Cup moved", "Cup turned"))

    def test_standing_on_the_saucer_and_where_the_handle_points_are_offered_ticked(self) -> None:
        self.show()
        ticked = [item.sentence for item in self.shown.offers if item.ticked]
        self.assertEqual(ticked, ["Cup stands on Saucer.", "Cup's X axis points along +X."])
        stands, points = self.offered("stands on"), self.offered("X axis")
        self.assertEqual((round(stands.tolerance, 3), stands.unit), (5.0, "mm"))
        self.assertEqual((round(points.tolerance, 3), points.unit), (3.0, "deg"))

    def test_the_order_of_one_demonstration_is_offered_unticked(self) -> None:
        self.show()
        self.assertFalse(self.offered("In this order").ticked)

    def test_afterwards_everything_is_where_it_was(self) -> None:
        self.show()
        cup = bpy.data.objects["Cup"]
        self.assertAlmostEqual((cup.location - type(cup.location)(CUP_START)).length, 0, 6)
        self.assertAlmostEqual(math.degrees(cup.rotation_euler.z), 70, 4)
        self.assertFalse(self.following().is_recording)

    def test_the_goals_made_of_it_can_be_done_at_once(self) -> None:
        self.show()
        self.press("demonstration_apply")
        unit = self.view().lesson.unit("serve")
        self.assertEqual(unit.checkpoints, 2)
        self.assertFalse(self.shown.offers)
        self.start_as_learner()
        self.assertFalse(self.passed())
        self.serve()
        self.press("work_submit")
        self.assertTrue(self.passed(), self.view().session)

    def test_another_place_or_another_direction_does_not_pass(self) -> None:
        self.show()
        self.press("demonstration_apply")
        rows: tuple[tuple[tuple[float, float, float], float, str], ...] = (
            ((0.3, 0, WELL_M), -69, "must stand on it"),
            ((0, 0, WELL_M + 0.03), -69, "30 mm"),
            ((0, 0, WELL_M), -40, "from the direction"),
        )
        for place, degrees, said in rows:
            with self.subTest(said):
                self.start_as_learner(restart=True)
                self.move("Cup", place)
                self.turn("Cup", degrees)
                self.press("work_submit")
                self.assertFalse(self.passed())
                reasons = " ".join(
                    reason for item in self.view().session.checkpoints for reason in item.reasons
                )
                self.assertIn(said, reasons)

    def test_a_goal_has_the_tolerance_and_the_sentence_that_the_author_left(self) -> None:
        self.show()
        stands = self.offered("stands on")
        stands.tolerance, stands.sentence = 12.5, "Put the cup down."
        self.offered("X axis").optional = True
        self.press("demonstration_apply")
        (trigger,) = self.triggers()
        self.assertEqual(trigger["learning_objective"], "Put the cup down.")
        self.assertEqual(
            json.loads(trigger["trigger_conditions"]),
            {
                "stands_on": {
                    "object": "Cup",
                    "on": "Saucer",
                    "off_centre": 16.0,
                    "gap": 12.5,
                    "unit": "mm",
                }
            },
        )

    def test_a_ticked_order_becomes_a_goal_of_its_own(self) -> None:
        self.show()
        self.offered("In this order").ticked = True
        self.press("demonstration_apply")
        orders = [
            json.loads(one["trigger_conditions"])
            for one in self.triggers()
            if "order" in one["trigger_conditions"]
        ]
        (order,) = orders
        self.assertEqual(
            [next(iter(step["when"])) for step in order["order"]["steps"]], ["stands_on", "angle"]
        )

    def test_an_order_can_be_made_any_order_and_then_both_ways_round_pass(self) -> None:
        self.show()
        for item in self.shown.offers:
            item.ticked = False
        order = self.offered("In this order")
        order.ticked = order.any_order = True
        self.assertTrue(order.sentence.startswith("In any order: "), order.sentence)
        order.any_order = False
        self.assertTrue(order.sentence.startswith("In this order: "), order.sentence)
        order.any_order = True
        self.press("demonstration_apply")

        (goal,) = self.triggers()
        (predicate,) = json.loads(goal["trigger_conditions"])
        self.assertEqual(predicate, "all")
        self.start_as_learner()
        self.turn("Cup", -69)  # the other way round
        self.move("Cup", (0.004, -0.003, WELL_M))
        bpy.ops.malloc_vr.work_submit()
        shown = next(one for one in self.view().session.checkpoints if one.passed is not None)
        self.assertTrue(shown.passed, shown.reasons)

    def test_an_order_does_not_ask_for_a_step_that_the_author_made_optional(self) -> None:
        self.show()
        for item in self.shown.offers:
            item.ticked = False
        order = self.offered("In this order")
        order.ticked = True
        self.assertTrue(bpy.ops.malloc_vr.demonstration_apply.poll())

        steps = json.loads(order.ordered)
        left_out, kept = (self.shown.offers[place] for place in steps)
        self.assertIn(left_out.sentence.removesuffix("."), order.sentence)
        left_out.optional = True

        self.assertEqual(order.sentence, f"In this order: {kept.sentence}")
        self.assertFalse(bpy.ops.malloc_vr.demonstration_apply.poll(), "one step is no order")

    def start_as_learner(self, **options: Any) -> None:
        done = bpy.ops.malloc_vr.unit_start(unit_id="serve", learner="ada", **options)
        self.assertEqual(done, {"FINISHED"}, self.view().problem)

    def passed(self) -> bool:
        return bool(self.view().session.passed)

    def triggers(self) -> list[Any]:
        """Without the one that the unit brought along, which asks for nothing yet."""
        objects = bpy.context.scene.objects
        return [obj for obj in objects if obj.get("trigger_conditions", "{}") != "{}"]


class ShownAgainTest(DemonstrationCase):
    def put(self, x_m: float, degrees: float) -> None:
        self.press("demonstration_start")
        self.move("Cup", (x_m, 0.4, 0))
        self.turn("Cup", degrees)
        self.press("demonstration_stop")

    def test_the_tolerance_is_125_percent_of_the_largest_deviation_from_the_mean(self) -> None:
        for x_m in (0.500, 0.506, 0.503):
            self.put(x_m, -25)
        place = self.offered("where it was put")
        # The mean is 0.503 m, the largest deviation 3 mm: 3.75 mm is under the floor of 5 mm.
        self.assertAlmostEqual(place.tolerance, 5.0, 3)
        self.assertFalse(bpy.ops.malloc_vr.demonstration_start.poll(), "three are enough")

    def test_a_wider_hand_gives_a_wider_tolerance(self) -> None:
        self.put(0.500, -25)
        self.put(0.510, -35)
        # 5 mm from the mean; 5 degrees from the mean of 40 degrees.
        self.assertAlmostEqual(self.offered("where it was put").tolerance, 6.25, 2)
        self.assertAlmostEqual(self.offered("points as it was shown").tolerance, 6.25, 2)

    def test_an_order_on_which_both_agree_is_ticked(self) -> None:
        self.put(0.500, -25)
        self.put(0.502, -25)
        self.assertTrue(self.offered("In this order").ticked)

    def test_no_clock_tells_which_step_came_first(self) -> None:
        still = {"monotonic": lambda: 1.0, "perf_counter": lambda: 1.0}
        with mock.patch.multiple(time, **still):  # as Windows' does for 15.6 ms
            self.put(0.500, -25)
            self.put(0.502, -25)
        self.assertTrue(self.offered("In this order").ticked)

    def test_undo_of_a_kept_demonstration_takes_it_out(self) -> None:
        self.put(0.500, -25)
        self.put(0.510, -25)
        self.assertEqual(len(self.shown.demonstrations), 2)
        bpy.ops.ed.undo()
        self.assertEqual(len(self.shown.demonstrations), 1)
        self.assertAlmostEqual(self.offered("where it was put").tolerance, 5.0, 3)

    def test_discard_forgets_them_all(self) -> None:
        self.put(0.500, -25)
        self.press("demonstration_discard")
        self.assertFalse(self.shown.offers)
        self.assertFalse(bpy.ops.malloc_vr.demonstration_discard.poll())

    def test_authored_goals_stay_as_they_are(self) -> None:
        self.put(0.500, -25)
        self.press("demonstration_apply")
        self.put(0.500, -25)
        self.press("demonstration_apply")
        self.assertEqual(self.view().lesson.unit("serve").checkpoints, 4)
        self.assertEqual(addon("runtime").view().lesson.problems, ())
