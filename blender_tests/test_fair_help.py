"""Looking is free, undoing is no slip, and a hint is for the goal that the learner is at.

scripts/blender 4.4 blender_tests/run.py test_fair_help.py
"""

import json
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon

MEND = "The part is off its seat: put it onto the seat."


def near(name: str, to: str) -> str:
    asked = {"object": name, "to": to, "max": 10, "unit": "mm"}
    return json.dumps({"distance": asked, "feedback": MEND})


class FairHelpTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit()
        for name, x in (("Part", 5), ("Seat", 0), ("Lid", 15), ("Rim", 10)):
            self.add_cube(name, (x, 0, 0))
        for name, to in (("Part", "Seat"), ("Lid", "Rim")):
            done = bpy.ops.malloc_vr.trigger_add(
                kind="JSON", objective=f"{name} on {to}", conditions=near(name, to)
            )
            self.assertEqual(done, {"FINISHED"})

    def start(self) -> None:
        started = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertEqual(started, {"FINISHED"})

    def put(self, name: str, x: float) -> None:
        bpy.data.objects[name].location.x = x
        bpy.context.view_layer.update()
        bpy.ops.ed.undo_push(message="Move")

    def check(self) -> Any:
        self.assertEqual(bpy.ops.malloc_vr.step_check(), {"FINISHED"})
        return self.view().session

    def goal(self, number: int) -> Any:
        return self.view().session.checkpoints[number]

    def test_a_first_look_costs_nothing_and_says_what_a_second_one_costs(self) -> None:
        self.start()
        self.put("Part", 1)

        looked = self.check()
        self.assertIn("counts as help", looked.message)
        self.assertEqual(looked.checkpoints[0].reasons[0], "The part is off its seat.")
        self.put("Part", 0)
        self.check()

        self.assertTrue(self.goal(0).passed)
        self.assertFalse(self.goal(0).course.was_helped)

    def test_a_second_look_says_how_and_that_this_was_help(self) -> None:
        self.start()
        self.put("Part", 1)
        self.check()

        again = self.check()
        self.assertEqual(again.checkpoints[0].reasons[0], MEND)
        self.assertIn("That was help", again.message)
        self.put("Part", 0)
        self.check()

        self.assertTrue(self.goal(0).course.was_helped)

    def test_undoing_a_right_step_takes_the_tick_away_and_calls_nothing_wrong(self) -> None:
        self.start()
        bpy.ops.ed.undo_push(message="Before")
        self.put("Part", 0)
        self.check()
        self.assertTrue(self.goal(0).passed)

        bpy.ops.ed.undo()

        self.assertIsNone(self.goal(0).passed)
        self.assertEqual(self.goal(0).reasons, ())
        self.put("Part", 2)
        self.assertEqual(self.goal(0).reasons[0], "The part is off its seat.")

    def make_hints(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.hints_make(), {"FINISHED"})

    def ask(self) -> Any:
        self.assertEqual(bpy.ops.malloc_vr.hint_show(), {"FINISHED"})
        return self.view().session

    def guidance(self) -> Any:
        view = self.view()
        return addon("core.guidance").guidance_of(view.session, view.lesson)

    def shapes(self) -> dict[str, list[bool]]:
        """Whether the hint objects of each goal are seen, from the first level on."""
        found: dict[str, list[bool]] = {}
        for obj in sorted(
            (one for one in bpy.context.scene.objects if "malloc_vr_hint_of_goal" in one),
            key=lambda one: int(one["malloc_vr_hint_level"]),
        ):
            seen = found.setdefault(obj["malloc_vr_hint_of_goal"], [])
            seen.append(not obj.hide_viewport)
        return found

    def test_one_press_makes_the_hints_of_every_goal_and_each_keeps_its_own(self) -> None:
        self.make_hints()

        said = {
            obj["learning_objective"]: json.loads(obj["malloc_vr_hints"])[0]
            for obj in bpy.context.scene.objects
            if obj.get("assessment_trigger") and "malloc_vr_hints" in obj
        }
        self.assertEqual(said, {"Part on Seat": "Look at Part.", "Lid on Rim": "Look at Lid."})

    def test_the_hint_is_one_for_the_goal_that_is_due(self) -> None:
        self.make_hints()
        self.start()
        self.ask()
        self.assertEqual(self.guidance().hint, "Look at Part.")
        part, lid = (one.checkpoint_id for one in self.view().session.checkpoints)
        self.assertEqual((self.shapes()[part][0], any(self.shapes()[lid])), (True, False))

        self.put("Part", 0)
        self.check()
        self.assertEqual(self.guidance().hint, "", "it was one for the goal before")
        addon("hint_offer").look()  # as the window's timer does
        self.assertFalse(any(self.shapes()[part]))
        self.ask()

        self.assertEqual(self.guidance().hint, "Look at Lid.")
        self.assertEqual((any(self.shapes()[part]), self.shapes()[lid][0]), (False, True))

    def test_the_last_hint_of_a_goal_is_help_for_that_goal_alone(self) -> None:
        self.make_hints()
        self.start()
        for _ in range(3):
            self.ask()
        self.assertFalse(bpy.ops.malloc_vr.hint_show.poll())
        for name, x in (("Part", 0), ("Lid", 10)):
            self.put(name, x)
            self.check()

        self.assertEqual([self.goal(n).course.was_helped for n in (0, 1)], [True, False])

    def test_goals_without_hints_of_their_own_have_those_of_the_unit(self) -> None:
        bpy.context.scene.malloc_vr.hint_1 = "Take your time."
        self.start()

        self.assertEqual(self.ask().hints_shown, 1)
        self.assertEqual(self.guidance().hint, "Take your time.")


class OnceMoreTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit(hints="Put the part onto the seat")
        self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")
        self.add_near_trigger()
        bpy.ops.malloc_vr.unit_capture_start()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

    def pass_it(self) -> None:
        bpy.data.objects["Part"].location.x = 0
        self.assertEqual(bpy.ops.malloc_vr.work_submit(), {"FINISHED"})

    def test_after_help_the_list_says_so_and_the_next_thing_is_to_do_it_again(self) -> None:
        bpy.ops.malloc_vr.hint_show()
        self.pass_it()
        self.assertTrue(self.view().session.passed)
        session_id = self.view().session.session_id

        self.assertEqual(bpy.ops.malloc_vr.unit_next(), {"FINISHED"})

        running = self.view().session
        self.assertNotEqual(running.session_id, session_id)
        self.assertEqual(running.unit_id, "move_it")
        self.assertEqual([one.passed for one in running.checkpoints], [None])
        bpy.ops.malloc_vr.session_end()
        unit = self.view().lesson.unit("move_it")
        self.assertTrue(unit.is_passed_with_help)
        self.assertEqual(unit.state.value, "ready")

    def test_passed_unaided_it_is_no_longer_called_passed_with_help(self) -> None:
        bpy.ops.malloc_vr.hint_show()
        self.pass_it()
        bpy.ops.malloc_vr.unit_next()
        self.pass_it()
        bpy.ops.malloc_vr.session_end()

        unit = self.view().lesson.unit("move_it")
        self.assertEqual((unit.is_passed_with_help, unit.state.value), (False, "passed"))

    def test_where_nothing_comes_next_that_is_said(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.unit_next(), {"FINISHED"})

        self.assertEqual(self.view().session.message, "Nothing comes next yet: one goal is left.")


if __name__ == "__main__":
    unittest.main()
