"""Enabling, disabling, loading, undoing: the add-on comes and goes without a trace.

scripts/blender 4.4 blender_tests/run.py test_lifecycle.py
"""

import sys
import unittest

import addon_utils
import bpy
from blender_tests_support import (
    PACKAGE,
    BlenderCase,
    addon,
    call_from_outside,
    own_threads,
    preferences,
    pump_until,
    start_client,
)
from process_threads import threads

ROUNDS = 100


class EnableTest(BlenderCase):
    def enable(self) -> None:
        addon_utils.enable(PACKAGE, default_set=True)

    def disable(self) -> None:
        addon_utils.disable(PACKAGE, default_set=True)
        self.addCleanup(lambda: addon_utils.check(PACKAGE)[1] or self.enable())

    def test_leaves_no_class_handler_or_timer_behind_when_it_is_disabled(self) -> None:
        self.assertTrue(hasattr(bpy.types, "MALLOC_VR_PT_author"))

        self.disable()

        left = [name for name in dir(bpy.types) if name.startswith("MALLOC_VR_")]
        self.assertEqual(left, [])
        self.assertEqual(self.own_handlers(), [])
        self.enable()
        self.assertTrue(hasattr(bpy.types, "MALLOC_VR_PT_author"))

    def test_touches_no_disk_and_starts_no_thread_before_the_first_need(self) -> None:
        self.disable()

        self.enable()
        addon("runtime").set_learner("ada")  # as the preferences do when they name one
        addon("runtime").refresh_if_stale()

        self.assertIsNone(addon("runtime").opened())
        self.assertEqual(own_threads(), [])
        self.assertFalse((self.folder / "vault").exists())

    def test_shows_the_reason_in_the_preferences_when_the_native_module_does_not_load(self) -> None:
        self.disable()
        native_module = addon("lifetime.native_module")
        loaded = sys.modules["malloc_vr_native"]
        sys.modules["malloc_vr_native"] = None  # Python's way to say: cannot be imported
        native_module.problem.cache_clear()
        try:
            self.enable()

            self.assertTrue(addon_utils.check(PACKAGE)[1])
            registered = [name for name in dir(bpy.types) if name.startswith("MALLOC_VR_")]
            self.assertEqual(registered, [])
            self.assertEqual(preferences().port, 0)
            self.assertIn("None in sys.modules", native_module.problem())
            self.disable()
        finally:
            sys.modules["malloc_vr_native"] = loaded
            native_module.problem.cache_clear()
        self.enable()
        self.assertTrue(hasattr(bpy.types, "MALLOC_VR_PT_author"))

    def test_survives_a_hundred_rounds_under_calls_without_leaking_a_thread(self) -> None:
        addon("runtime").close()
        before = len(threads())
        for number in range(ROUNDS):
            # Disabled at another moment of the conversation each time, a request under way or not.
            self.one_round(requests=number % 4)
        self.enable()

        self.assertEqual(own_threads(), [])
        self.assertLess(len(threads()) - before, ROUNDS // 10, threads())  # nor nameless ones

    def one_round(self, requests: int) -> None:
        self.enable()
        preferences().folder = str(self.folder / "vault")
        bpy.ops.malloc_vr.server_start(port=0)
        child = start_client([{"tool": "get_lesson", "arguments": {}}] * 3)
        engine = addon("runtime").engine()
        pump_until(lambda: engine.status().server.requests >= requests)
        if requests:  # both have begun: the two threads are there, by their names
            self.assertEqual(own_threads(), ["malloc_vr disk", "malloc_vr net", "malloc_vr state"])
        self.disable()
        child.kill()
        child.wait()

    @staticmethod
    def own_handlers() -> list[str]:
        return [
            f"{name}: {handler.__name__}"
            for name in dir(bpy.app.handlers)
            if isinstance(getattr(bpy.app.handlers, name), list)
            for handler in getattr(bpy.app.handlers, name)
            if getattr(handler, "__module__", "").startswith(PACKAGE)
        ]


class FileTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.path = str(self.folder / "lesson.blend")
        bpy.ops.wm.save_as_mainfile(filepath=self.path)

    def start(self) -> None:
        done = bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertEqual(done, {"FINISHED"})

    def test_loading_another_file_ends_the_running_unit_and_keeps_the_server(self) -> None:
        with self.serving() as server:
            self.start()

            bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)

            self.assertIsNone(self.view().session)
            self.assertEqual(self.view().lesson.units, ())
            self.assertEqual(self.view().server.url, server.url)
            self.assertEqual(call_from_outside(("get_lesson", {}))[0]["result"]["units"], [])

    def test_a_unit_can_be_started_again_after_its_file_was_loaded_anew(self) -> None:
        self.start()

        bpy.ops.wm.open_mainfile(filepath=self.path)
        self.start()

        self.assertEqual(self.view().session.unit_id, "move_it")

    def test_undo_takes_back_what_was_authored_and_redo_brings_it_again(self) -> None:
        bpy.ops.ed.undo_push(message="before")
        self.add_unit("second_unit")
        bpy.ops.ed.undo_push(message="second unit")
        self.assertEqual(len(self.view().lesson.units), 2)

        bpy.ops.ed.undo()
        self.assertEqual([unit.unit_id for unit in self.view().lesson.units], ["move_it"])

        bpy.ops.ed.redo()
        self.assertEqual(len(self.view().lesson.units), 2)

    def test_undo_in_a_running_unit_takes_back_the_work_and_not_the_session(self) -> None:
        self.start()
        bpy.ops.ed.undo_push(message="started")
        bpy.data.objects["Part"].location = (0, 0, 0)
        bpy.ops.ed.undo_push(message="moved")
        bpy.ops.malloc_vr.step_check()
        self.assertTrue(self.view().session.passed)

        bpy.ops.ed.undo()
        bpy.ops.malloc_vr.step_check()

        self.assertFalse(self.view().session.passed)
        self.assertEqual(self.view().session.unit_id, "move_it")

    def test_undo_takes_back_what_a_client_authored(self) -> None:
        bpy.ops.ed.undo_push(message="before")
        unit_data = {"unit_id": "from_outside", "learning_objectives": ["see it"]}
        with self.serving():
            call_from_outside(("create_blender_knowledge_node", {"unit_data": unit_data}))
        self.assertIsNotNone(self.view().lesson.unit("from_outside"))

        bpy.ops.ed.undo()

        self.assertIsNone(self.view().lesson.unit("from_outside"))

    def test_answers_a_client_that_calls_while_files_are_loaded(self) -> None:
        reading = {"tool": "get_lesson", "arguments": {}}
        authoring = {
            "tool": "create_blender_knowledge_node",
            "arguments": {
                "unit_data": {
                    "unit_id": "of_the_client",
                    "learning_objectives": ["Hear of it"],
                    "prerequisite_units": [],
                    "estimated_duration": "5_minutes",
                    "learning_event": "practice",
                },
                "scene_configuration": {},
            },
        }
        with self.serving():
            child = start_client([reading, authoring] * 30)
            engine = addon("runtime").engine()
            loads = 0
            while child.poll() is None:
                request = engine.take(0.05)
                if request is None:
                    continue
                engine.serve(request)
                bpy.ops.wm.open_mainfile(filepath=self.path)  # what was authored is gone with it
                addon("runtime").hand_in()
                loads += 1
            results = child.results()

        self.assertEqual(loads, 30)
        self.assertEqual([len(item["result"]["units"]) for item in results[::2]], [1] * 30)
        made = [item["result"]["unit_id"] for item in results[1::2]]
        self.assertEqual(made, ["of_the_client"] * 30)


if __name__ == "__main__":
    unittest.main()
