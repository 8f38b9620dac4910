"""What a client changed beside a person, and for how long Undo of it is offered.

scripts/blender 4.4 blender_tests/run.py test_client_strip.py
"""

import time
import unittest
from typing import Any

import bpy
from blender_tests_support import BlenderCase, addon, call_from_outside, preferences, pump_until


class StripTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.window = bpy.context.window_manager.windows[0]

    def unit(self, unit_id: str) -> dict[str, Any]:
        return {"unit_id": unit_id, "title": "Other", "learning_objectives": ["see it"]}

    def goal(self, unit_id: str) -> dict[str, Any]:
        return {
            "assessment_type": "formative",
            "learning_objective": "see it",
            "unit_id": unit_id,
        }

    def test_a_clients_change_is_shown_with_its_place_and_undone(self) -> None:
        with self.serving():
            call_from_outside(
                ("create_blender_knowledge_node", {"unit_data": self.unit("other")}),
                ("create_assessment_trigger", {"assessment_config": self.goal("other")}),
            )
            change = self.view().client_change
            self.assertEqual(
                change.sentence, "A client added the goal “see it”, and one change before it."
            )
            bpy.ops.malloc_vr.client_show()
            self.assertEqual(self.window.scene["learning_unit_id"], "other")

            addon("serving.client_strip").stepped()  # Undo took something else back
            self.assertFalse(self.view().client_change.is_last)
            bpy.data.scenes.remove(bpy.data.scenes["Other"])
            addon("serving.client_strip").stepped()
            self.assertIsNone(self.view().client_change)

    def test_a_changed_goal_is_named_and_shown_and_a_removed_one_said_to_be_removed(self) -> None:
        goals, strip = addon("authoring.goals"), addon("serving.client_strip")
        scene = bpy.data.scenes["Move it"]
        add = {"kind": "EMPTY", "objective": "it is tidy"}
        self.assertEqual(bpy.ops.malloc_vr.trigger_add(**add), {"FINISHED"})
        first, second = goals.goals_of(scene)
        goals.select(scene, first)
        with self.serving():
            ids = goals.id_of(first), goals.id_of(second)
            changed = {"checkpoint_id": ids[1], "learning_objective": "it is clean"}
            call_from_outside(("update_goal", changed))
            change = self.view().client_change
            self.assertEqual(change.sentence, "A client changed the goal “it is clean”.")
            bpy.ops.malloc_vr.client_show()
            self.assertEqual(goals.id_of(goals.selected(scene)), ids[1])

            addon("scene.undo_steps").end_burst()
            call_from_outside(
                ("remove_goal", {"checkpoint_id": ids[1]}), ("remove_unit", {"unit_id": "move_it"})
            )
            self.assertEqual(
                self.view().client_change.sentence,
                "A client removed the unit “Move it”, and made one change before it.",
            )
            strip.stepped()
            self.assertIsNotNone(self.view().client_change, "the unit is gone still")
            scene["learning_unit_id"] = "move_it"
            strip.stepped()
            self.assertIsNone(self.view().client_change, "Undo brought it back")

    def test_a_removed_goal_is_named_by_what_it_showed(self) -> None:
        scene = bpy.data.scenes["Move it"]
        (goal,) = addon("authoring.goals").goals_of(scene)
        with self.serving():
            call_from_outside(("remove_goal", {"checkpoint_id": goal.name}))
            self.assertEqual(
                self.view().client_change.sentence,
                "A client removed the goal “the part sits on its seat”.",
            )

    def test_what_is_no_change_of_the_lesson_is_said_beside_the_last_change(self) -> None:
        lessons = self.folder / "lessons"
        preferences().lessons_folder = str(lessons)
        self.addCleanup(setattr, preferences(), "lessons_folder", "")
        bpy.ops.wm.save_as_mainfile(filepath=str(self.folder / "own.blend"))
        with self.serving():
            for name, arguments, said in (
                ("update_unit", {"unit_id": "move_it", "title": "Move"}, ""),
                ("pack_lesson", {"file_name": "cups", "even_so": True},
                 "A client packed the lesson into cups.blend."),
                ("save_lesson", {}, "A client saved the lesson as own.blend."),
                ("list_lessons", {}, "A client saved the lesson as own.blend."),
            ):  # fmt: skip
                (answer,) = call_from_outside((name, arguments))
                self.assertIn("result", answer, answer)
                self.assertEqual(self.view().client_deed, said)
                self.assertIn("changed the unit “Move”", self.view().client_change.sentence)
            call_from_outside(("open_lesson", {"file_name": "cups"}))
            self.assertEqual(self.view().client_deed, "A client opened the lesson cups.blend.")
            self.assertIsNone(self.view().client_change, "it was of another file")
            bpy.ops.malloc_vr.client_dismiss()
            self.assertEqual(self.view().client_deed, "")

    def test_a_learner_reads_what_a_client_did_to_the_unit_and_nobody_after_them(self) -> None:
        bpy.context.window.scene["malloc_vr_hints"] = '["Look at the seat"]'
        with self.serving():
            bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
            session = {"session_id": self.view().session.session_id}
            for name, said in (
                ("show_hint", "A client showed a hint in the unit “Move it”."),
                ("pause_session", "A client paused the unit “Move it”."),
            ):
                (answer,) = call_from_outside((name, session))
                self.assertEqual(self.view().client_deed, said, answer)
            bpy.ops.malloc_vr.session_end()
            self.assertEqual(self.view().client_deed, "")

    def test_an_edit_of_the_person_makes_undo_another_step(self) -> None:
        with self.serving():
            call_from_outside(("create_blender_knowledge_node", {"unit_data": self.unit("other")}))
            self.assertTrue(self.view().client_change.is_last)
            settled = addon("serving.client_strip").SETTLED_SECONDS + 0.1
            said = time.monotonic() + settled
            pump_until(lambda: time.monotonic() > said)

            self.add_cube("Mine")

            self.assertFalse(self.view().client_change.is_last)
        self.assertIsNone(self.view().client_change)  # its connection is over

    def test_what_the_person_authors_makes_undo_another_step_though_blender_tells_nobody(
        self,
    ) -> None:
        strip = addon("serving.client_strip")

        def wait() -> None:
            said = time.monotonic() + strip.SETTLED_SECONDS + 0.1
            pump_until(lambda: time.monotonic() > said)

        def edit_title() -> None:
            self.window.scene.malloc_vr.title = "Mine"

        def add_goal() -> None:
            bpy.ops.malloc_vr.trigger_add(kind="EMPTY")

        def move_goal() -> None:
            bpy.ops.malloc_vr.goal_move(places=-1)

        with self.serving():
            self.window.scene = bpy.data.scenes["Move it"]
            for number, edit in enumerate((edit_title, add_goal, move_goal)):
                with self.subTest(edit.__name__):
                    call_from_outside(
                        ("create_blender_knowledge_node", {"unit_data": self.unit(f"u{number}")})
                    )
                    strip.look()
                    wait()
                    strip.look()
                    self.assertTrue(self.view().client_change.is_last)
                    bpy.ops.malloc_vr.client_show()
                    bpy.context.view_layer.update()
                    wait()
                    strip.look()
                    self.assertTrue(self.view().client_change.is_last, "it was only shown")
                    self.window.scene = bpy.data.scenes["Move it"]
                    edit()
                    strip.look()
                    self.assertFalse(self.view().client_change.is_last)


if __name__ == "__main__":
    unittest.main()
