"""A learner's way through a unit with the operators alone.

scripts/blender 4.4 blender_tests/run.py test_operators_learn.py
"""

import unittest
from unittest import mock

import bpy
from blender_tests_support import BlenderCase, addon, tool


class LearnTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit(hints="Look at the seat; Put the part onto the seat")
        self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")
        self.add_near_trigger()
        self.add_unit("second", title="Second", prerequisites="move_it", objectives="see it")

    def start(self, unit_id: str = "move_it", **options: object) -> set[str]:
        return bpy.ops.malloc_vr.unit_start(unit_id=unit_id, learner="ada", **options)

    def check(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.step_check(), {"FINISHED"})

    def submit(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.work_submit(), {"FINISHED"})

    def test_starting_shows_the_task_and_its_scene(self) -> None:
        self.assertEqual(self.start(), {"FINISHED"})

        running = self.view().session
        self.assertEqual((running.learner, running.unit_id), ("ada", "move_it"))
        self.assertEqual([item.passed for item in running.checkpoints], [None])
        self.assertEqual(bpy.context.scene["learning_unit_id"], "move_it")
        self.assertEqual(self.view().lesson.unit("move_it").state.value, "started")

    def test_what_is_kept_is_never_called_not_recorded(self) -> None:
        self.start()
        bpy.data.objects["Part"].location = (1, 0, 0)
        arguments = {"session_id": self.view().session.session_id, "submit": True}

        result = addon("runtime").call(tool("evaluate_unit", **arguments))

        self.assertIsNone(result.record_problem)
        with mock.patch.object(addon("operators.calling"), "to_sentence") as to_sentence:
            self.submit()
        to_sentence.assert_called_once_with("")

    def test_what_was_not_begun_is_neither_ticked_nor_crossed_out(self) -> None:
        self.start()

        self.check()

        (checkpoint,) = self.view().session.checkpoints
        self.assertFalse(checkpoint.begun)
        self.assertIsNone(checkpoint.passed)
        self.assertEqual(checkpoint.reasons, ())

    def test_a_placement_under_way_is_told_with_its_measure_and_not_crossed_out(self) -> None:
        self.start()
        bpy.data.objects["Part"].location = (1, 0, 0)

        self.check()

        (checkpoint,) = self.view().session.checkpoints
        self.assertTrue(checkpoint.begun)
        self.assertIsNone(checkpoint.passed)
        self.assertIn("mm", checkpoint.reasons[0])

    def test_done_crosses_out_what_does_not_hold_and_says_what_to_do(self) -> None:
        self.start()
        bpy.data.objects["Part"].location = (1, 0, 0)

        self.submit()

        running = self.view().session
        self.assertIs(running.checkpoints[0].passed, False)
        self.assertIn("mm", running.checkpoints[0].reasons[0])
        self.assertTrue(running.decision.text)
        self.assertNotRegex(running.decision.text, r"\d[.,]\d|probab|chance")

    def test_done_with_nothing_begun_says_so_and_judges_nothing(self) -> None:
        self.start()

        self.submit()

        running = self.view().session
        self.assertIsNone(running.checkpoints[0].passed)
        self.assertEqual(running.message, "Nothing is done yet, so nothing was handed in.")

    def test_a_start_while_somebody_else_is_at_work_names_them_and_the_way_out(self) -> None:
        self.start()
        done = bpy.ops.malloc_vr.unit_start(unit_id="second", learner="grace")

        self.assertEqual(done, {"CANCELLED"})
        self.assertEqual(self.view().problem, "The unit “Move it” is still running, for ada.")
        self.assertEqual(self.view().session.learner, "ada")

    def test_a_right_placement_passes_the_unit_and_opens_the_next(self) -> None:
        self.start()
        self.assertEqual(self.view().lesson.unit("second").state.value, "locked")
        bpy.data.objects["Part"].location = (0, 0, 0.004)

        self.submit()

        running = self.view().session
        self.assertTrue(running.passed)
        self.assertEqual((running.decision.unit_id, running.decision.title), ("second", "Second"))
        bpy.ops.malloc_vr.session_end()
        self.assertEqual(self.view().lesson.unit("move_it").state.value, "passed")
        self.assertEqual(self.view().lesson.unit("second").state.value, "ready")

    def test_a_look_passes_what_holds(self) -> None:
        self.start()
        bpy.data.objects["Part"].location = (0, 0, 0.004)

        self.check()

        self.assertTrue(self.view().session.passed)

    def test_a_locked_unit_is_rejected_with_what_is_missing(self) -> None:
        self.assertEqual(self.start("second"), {"CANCELLED"})

        self.assertIn("move_it", self.view().problem)
        self.assertIsNone(self.view().session)

    def test_hints_come_one_by_one_and_then_the_button_is_grey(self) -> None:
        self.start()
        shown = []
        for _ in range(2):
            self.assertEqual(bpy.ops.malloc_vr.hint_show(), {"FINISHED"})
            shown.append(self.view().session.hints_shown)

        self.assertEqual(shown, [1, 2])
        self.assertFalse(bpy.ops.malloc_vr.hint_show.poll())

    def test_who_passed_with_help_reads_what_finishes_the_unit(self) -> None:
        self.start()
        for _ in range(2):
            bpy.ops.malloc_vr.hint_show()
        bpy.data.objects["Part"].location = (0, 0, 0.004)
        self.submit()

        running = self.view().session
        self.assertTrue(running.passed)
        self.assertIn("Passed with help. Choose Begin Again", running.decision.text)
        self.assertEqual(running.decision.unit_id, "")

        bpy.data.objects["Part"].location = (5, 0, 0)  # this unit has no start to go back to
        bpy.ops.malloc_vr.unit_restart()
        bpy.data.objects["Part"].location = (0, 0, 0.004)
        self.submit()
        self.assertEqual(self.view().session.decision.unit_id, "second")

    def test_a_checkpoint_that_is_added_to_a_done_unit_is_still_to_be_done(self) -> None:
        self.start()
        bpy.data.objects["Part"].location = (0, 0, 0.004)
        self.submit()
        bpy.ops.malloc_vr.session_end()
        self.assertEqual(self.view().lesson.unit("second").state.value, "ready")

        bpy.context.window_manager.windows[0].scene = bpy.data.scenes["Move it"]
        bpy.ops.malloc_vr.trigger_add(
            kind="JSON", objective="turned", conditions='{"visible": {"object": "Part"}}'
        )

        self.assertEqual(self.view().lesson.unit("move_it").state.value, "ready")
        self.assertEqual(self.view().lesson.unit("second").state.value, "locked")
        self.assertEqual(self.start("second"), {"CANCELLED"})

    def test_a_hint_makes_no_undo_step(self) -> None:
        self.start()
        bpy.ops.ed.undo_push(message="started")
        bpy.data.objects["Part"].location = (1, 0, 0)
        bpy.ops.ed.undo_push(message="moved")
        bpy.ops.malloc_vr.hint_show()

        bpy.ops.ed.undo()

        self.assertEqual(tuple(bpy.data.objects["Part"].location), (5, 0, 0))
        self.assertEqual(self.view().session.hints_shown, 1)

    def test_beginning_again_takes_old_ticks_away(self) -> None:
        bpy.context.window.scene = bpy.data.scenes[self.view().lesson.unit("move_it").scene_name]
        bpy.ops.malloc_vr.unit_capture_start()
        self.start()
        bpy.data.objects["Part"].location = (0, 0, 0)
        self.check()
        self.assertTrue(self.view().session.passed)

        bpy.ops.malloc_vr.unit_restart()

        self.assertEqual([item.passed for item in self.view().session.checkpoints], [None])
        self.check()
        self.assertEqual([item.passed for item in self.view().session.checkpoints], [None])

    def test_beginning_again_puts_the_objects_back(self) -> None:
        bpy.context.window.scene = bpy.data.scenes[self.view().lesson.unit("move_it").scene_name]
        bpy.ops.malloc_vr.unit_capture_start()
        self.start()
        bpy.data.objects["Part"].location = (0, 0, 0)

        self.assertEqual(bpy.ops.malloc_vr.unit_restart(), {"FINISHED"})

        self.assertEqual(tuple(bpy.data.objects["Part"].location), (5, 0, 0))
        self.assertEqual([item.passed for item in self.view().session.checkpoints], [None])

    def test_without_a_learner_the_person_is_asked_for_one(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.unit_start(unit_id="move_it"), {"CANCELLED"})

        bpy.ops.malloc_vr.learner_set(learner="grace")
        bpy.ops.malloc_vr.unit_start(unit_id="move_it")

        self.assertEqual(self.view().session.learner, "grace")

    def test_checks_and_hints_are_grey_while_no_unit_runs(self) -> None:
        for name in ("step_check", "work_submit", "hint_show", "unit_restart", "session_end"):
            with self.subTest(name):
                self.assertFalse(getattr(bpy.ops.malloc_vr, name).poll())

    def test_what_was_passed_is_known_after_blender_starts_again(self) -> None:
        self.start()
        bpy.data.objects["Part"].location = (0, 0, 0)
        self.check()
        addon("runtime").close()
        addon("live.tracking").forget()

        self.start("second")

        self.assertEqual(self.view().session.unit_id, "second")
        self.assertEqual(self.view().lesson.unit("move_it").state.value, "passed")

    def test_saying_who_learns_is_enough_to_see_what_was_passed(self) -> None:
        self.start()
        bpy.data.objects["Part"].location = (0, 0, 0)
        self.check()
        addon("runtime").close()
        addon("live.tracking").forget()

        bpy.ops.malloc_vr.learner_set(learner="ada")

        self.assertEqual(self.view().lesson.unit("move_it").state.value, "passed")
        self.assertEqual(self.view().lesson.unit("second").state.value, "ready")


if __name__ == "__main__":
    unittest.main()
