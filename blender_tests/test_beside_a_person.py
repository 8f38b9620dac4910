"""A client at work beside a person: what the person's window shows stays the person's.

scripts/blender 4.4 blender_tests/run.py test_beside_a_person.py
"""

import time
import unittest
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import (
    BlenderCase,
    addon,
    call_from_outside,
    pump_until,
    start_client,
    tool,
)

PROGRESS_SECONDS = 1.5
"""By then a client that waits has heard why, once."""


class BesideAPersonTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.own = bpy.data.scenes.new("My own")
        self.window = bpy.context.window_manager.windows[0]
        self.window.scene = self.own

    def sit_down(self) -> None:
        """Have somebody before the window, where a Blender in the background has nobody."""
        seated = mock.patch.object(addon("scene.window_scene"), "has_person", return_value=True)
        seated.start()
        self.addCleanup(seated.stop)

    def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        with self.serving():
            (answer,) = call_from_outside((tool, arguments))
        self.assertIn("result", answer, answer)
        result: dict[str, Any] = answer["result"]
        return result

    def author(self, unit_id: str) -> dict[str, Any]:
        unit = {"unit_id": unit_id, "learning_objectives": ["see it"]}
        return self.call("create_blender_knowledge_node", unit_data=unit)

    def test_authoring_by_a_client_leaves_the_window_alone(self) -> None:
        self.add_cube("Mine")
        made = self.author("theirs")
        self.call(
            "create_assessment_trigger",
            assessment_config={
                "assessment_type": "formative",
                "learning_objective": "see it",
                "unit_id": "theirs",
            },
        )

        self.assertEqual(self.window.scene, self.own)
        self.assertIn(made["scene_name"], bpy.data.scenes)

    def test_authoring_by_a_client_waits_until_the_unit_that_runs_has_ended(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        unit = {"unit_id": "theirs", "learning_objectives": ["see it"]}
        authoring = {"tool": "create_blender_knowledge_node", "arguments": {"unit_data": unit}}
        reading = {"tool": "get_lesson", "arguments": {}}

        with self.serving():
            author, reader = start_client([authoring]), start_client([reading] * 3)
            engine = addon("runtime").engine()
            pump_until(lambda: engine.status().waiting == 1 and reader.poll() is not None)
            self.assertEqual(len(reader.results()), 3)  # what only reads goes on
            self.assertNotIn("theirs", self.unit_ids())
            said = time.monotonic() + PROGRESS_SECONDS
            pump_until(lambda: time.monotonic() > said)
            bpy.ops.malloc_vr.session_end()
            pump_until(lambda: author.poll() is not None)

        (answer,) = author.results()
        self.assertEqual(answer["result"]["unit_id"], "theirs")
        self.assertIn('The learner is at work in "Move it"', answer["progress"][0])
        self.assertIn("theirs", self.unit_ids())

    def unit_ids(self) -> list[str]:
        return [unit.unit_id for unit in addon("runtime").call(tool("get_lesson")).units]

    def test_a_client_does_not_make_its_unit_out_of_the_empty_scene_in_the_window(self) -> None:
        self.sit_down()
        made = self.author("theirs")

        self.assertEqual((self.window.scene, self.own.name), (self.own, "My own"))
        self.assertNotEqual(made["scene_name"], "My own")

    def test_authoring_by_hand_shows_the_scene_that_was_made(self) -> None:
        self.add_cube("Mine")
        self.add_unit("by_hand", title="By hand")

        self.assertEqual(self.window.scene.name, "By hand")

    def test_a_unit_that_a_client_starts_waits_until_the_person_shows_it(self) -> None:
        self.sit_down()
        self.call("start_session", learner_id="grace", unit_id="move_it")

        self.assertEqual(self.window.scene, self.own)
        self.assertEqual(self.view().session.unit_id, "move_it")
        self.assertTrue(bpy.ops.malloc_vr.unit_show.poll())

        self.assertEqual(bpy.ops.malloc_vr.unit_show(unit_id="move_it"), {"FINISHED"})
        self.assertEqual(self.window.scene.name, "Move it")

    def test_a_unit_in_the_scene_that_its_author_looks_at_leaves_their_view_as_it_is(self) -> None:
        self.sit_down()
        scene = self.window.scene = bpy.data.scenes["Move it"]
        camera = bpy.data.objects.new("Eye", bpy.data.cameras.new("Eye"))
        scene.collection.objects.link(camera)
        scene.camera = camera
        space, _ = next(addon("scene.viewport").viewports(scene))
        space.region_3d.view_distance = 7.0

        self.call("start_session", learner_id="grace", unit_id="move_it")

        self.assertEqual(space.region_3d.view_distance, 7.0)

    def test_a_unit_that_the_person_starts_is_shown(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.assertEqual(self.window.scene.name, "Move it")

    def test_the_learner_at_the_window_is_led_on_to_the_next_unit(self) -> None:
        self.sit_down()
        self.add_unit("second", title="Second")
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.call("start_session", learner_id="ada", unit_id="second")

        self.assertEqual(self.window.scene.name, "Second")
        said = "A client started this unit for you. “Move it” was left."
        self.assertEqual(self.view().session.message, said)

    def test_a_learner_who_looks_at_another_scene_is_not_taken_away_from_it(self) -> None:
        self.sit_down()
        self.add_unit("second", title="Second")
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.window.scene = self.own

        self.call("start_session", learner_id="ada", unit_id="second")

        self.assertEqual(self.window.scene, self.own)

    def test_another_learners_unit_does_not_come_up_before_the_one_at_work(self) -> None:
        self.sit_down()
        self.add_unit("second", title="Second")
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")

        self.call("start_session", learner_id="grace", unit_id="second", restart=True)

        self.assertEqual(self.window.scene.name, "Move it")

    def test_a_server_that_nobody_sits_before_shows_the_unit(self) -> None:
        self.call("start_session", learner_id="grace", unit_id="move_it")

        self.assertEqual(self.window.scene.name, "Move it")

    def test_what_waits_is_done_at_once_when_the_person_allows_it(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        authoring = {
            "tool": "create_blender_knowledge_node",
            "arguments": {"unit_data": {"unit_id": "theirs", "learning_objectives": ["see it"]}},
        }
        with self.serving():
            author = start_client([authoring])
            engine = addon("runtime").engine()
            pump_until(lambda: engine.status().waiting == 1)
            addon("runtime").show_status(engine.status())
            self.assertEqual(self.view().waiting_changes, 1)

            bpy.ops.malloc_vr.client_allow()

            pump_until(lambda: author.poll() is not None)
            self.assertIn("theirs", self.unit_ids())
            self.assertIsNotNone(self.view().session)


if __name__ == "__main__":
    unittest.main()
