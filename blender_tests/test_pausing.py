"""Pausing a unit with the operators, and what ends the pause.

scripts/blender 4.4 blender_tests/run.py test_pausing.py
"""

import bpy
from blender_tests_support import BlenderCase, addon, tool


class PauseTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.add_unit(hints="Look at the seat; Put the part onto the seat")
        self.part = self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")
        self.add_near_trigger()
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

    def put(self, place: tuple[float, float, float]) -> None:
        bpy.data.objects["Part"].location = place
        bpy.context.view_layer.update()

    def next_look_seconds(self) -> float | None:
        seconds: float | None = addon("live.scene_updates").next_look_seconds(
            addon("live.tracking").running()
        )
        return seconds

    def is_shown_paused(self) -> bool:
        return bool(self.view().session.is_paused)

    def test_the_clock_stands_still_and_the_buttons_say_why_they_wait(self) -> None:
        self.assertEqual(bpy.ops.malloc_vr.unit_pause(), {"FINISHED"})

        self.assertTrue(self.is_shown_paused())
        self.assertIsNone(self.next_look_seconds())
        for name in ("step_check", "work_submit", "hint_show", "unit_pause"):
            with self.subTest(name):
                self.assertFalse(getattr(bpy.ops.malloc_vr, name).poll())

    def test_continue_goes_on_where_the_learner_was(self) -> None:
        self.put((1, 0, 0))
        bpy.ops.malloc_vr.unit_pause()

        self.assertEqual(bpy.ops.malloc_vr.unit_resume(), {"FINISHED"})

        self.assertFalse(self.is_shown_paused())
        self.assertTrue(self.view().session.checkpoints[0].begun)
        self.put((0, 0, 0))
        bpy.ops.malloc_vr.step_check()
        self.assertTrue(self.view().session.checkpoints[0].passed)

    def test_a_client_neither_hands_in_nor_ends_the_pause(self) -> None:
        self.put((1, 0, 0))
        bpy.ops.malloc_vr.unit_pause()
        shapes, serving = addon("core.scene_shapes"), addon("core.serving")
        hand_in = shapes.ObserveUnit(session_id=self.view().session.session_id, submit=True)
        client = serving.WindowCall(caller="tutor", is_from_window=False)

        with self.assertRaisesRegex(addon("core.errors").Conflict, "has paused the unit"):
            addon("serving.commands").run(hand_in, client)

        self.assertTrue(self.is_shown_paused())
        self.assertIsNone(self.view().session.checkpoints[0].passed)

    def test_who_hands_in_ends_the_pause_first(self) -> None:
        self.put((1, 0, 0))
        bpy.ops.malloc_vr.unit_pause()
        session_id = self.view().session.session_id

        addon("runtime").call(tool("evaluate_unit", session_id=session_id, submit=True))

        self.assertFalse(self.is_shown_paused())
        self.assertIs(self.view().session.checkpoints[0].passed, False)

    def test_touching_the_work_ends_the_pause_and_counts(self) -> None:
        bpy.ops.malloc_vr.unit_pause()

        self.put((0, 0, 0))

        self.assertFalse(self.is_shown_paused())
        bpy.ops.malloc_vr.step_check()
        self.assertTrue(self.view().session.checkpoints[0].passed)

    def test_touching_something_else_does_not(self) -> None:
        other = self.add_cube("Other", (9, 9, 9))
        bpy.ops.malloc_vr.unit_pause()

        other.location = (8, 8, 8)
        bpy.context.view_layer.update()

        self.assertTrue(self.is_shown_paused())

    def test_leaving_or_beginning_again_ends_it(self) -> None:
        bpy.ops.malloc_vr.unit_pause()
        bpy.ops.malloc_vr.unit_restart()
        self.assertFalse(self.is_shown_paused())

        bpy.ops.malloc_vr.unit_pause()
        bpy.ops.malloc_vr.session_end()
        self.assertIsNone(self.view().session)
        self.assertFalse(bpy.ops.malloc_vr.unit_resume.poll())

    def test_undo_of_the_work_goes_on_too(self) -> None:
        bpy.ops.ed.undo_push(message="before")
        self.put((1, 0, 0))
        bpy.ops.ed.undo_push(message="moved")
        bpy.ops.malloc_vr.unit_pause()

        bpy.ops.ed.undo()

        self.assertFalse(self.is_shown_paused())
