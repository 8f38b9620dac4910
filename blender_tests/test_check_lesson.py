"""Checking a lesson: what is found in a real file, and when it is said no more.

scripts/blender 4.4 blender_tests/run.py test_check_lesson.py
"""

import json
import unittest
from pathlib import Path

import bpy
from blender_tests_support import addon, call_from_outside
from check_support import CheckLessonCase


class FindingTest(CheckLessonCase):
    def test_finds_nothing_in_a_lesson_that_is_well_made(self) -> None:
        self.assertEqual(self.check(), [])
        self.assertEqual(self.view().checked.goals, 1)

    def test_finds_nothing_that_stops_a_learner_in_the_example_lesson(self) -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        self.assertEqual(bpy.ops.malloc_vr.lesson_add_example(), {"FINISHED"})
        self.check()
        found = self.view().checked.findings
        obstacles = [one.sentence for one in found if one.weight == "obstacle"]
        self.assertEqual(obstacles, [])

    def test_finds_a_goal_whose_object_was_deleted(self) -> None:
        bpy.data.objects.remove(bpy.data.objects["Seat"])
        self.assertEqual(self.check(), ["goal_object_gone"])

    def test_does_not_miss_an_object_that_was_renamed(self) -> None:
        bpy.data.objects["Seat"].name = "Another name"
        self.assertEqual(self.check(), [])

    def test_finds_a_goal_that_holds_as_the_objects_stand(self) -> None:
        bpy.data.objects["Part"].location = (0, 0, 0)
        self.assertEqual(self.check(), ["goal_true_at_start"])

    def test_judges_the_captured_start_and_leaves_the_objects_where_they_are(self) -> None:
        bpy.ops.malloc_vr.unit_capture_start()
        part = bpy.data.objects["Part"]
        part.location, part.scale, part.hide_viewport = (0, 0, 0.001), (1, 2, 3), True
        before = (tuple(part.location), tuple(part.scale), part.hide_viewport)

        self.assertEqual(self.check(), [], "a learner starts 5 m away")
        self.assertEqual((tuple(part.location), tuple(part.scale), part.hide_viewport), before)

    def test_finds_a_start_that_is_the_end(self) -> None:
        part = bpy.data.objects["Part"]
        part.location = (0, 0, 0)
        bpy.ops.malloc_vr.unit_capture_start()
        part.location = (5, 0, 0)
        self.assertEqual(self.check(), ["goal_true_at_start"])

    def test_a_margin_is_too_fine_from_far_away_and_not_from_near(self) -> None:
        camera = bpy.data.objects.new("Camera", bpy.data.cameras.new("Camera"))
        self.scene.collection.objects.link(camera)
        self.scene.camera = camera
        for height_m, expected in ((50.0, ["margin_too_fine"]), (5.0, [])):
            camera.location = (0, 0, height_m)  # 20 mm are 0.6 and 5.5 pixels of it
            self.assertEqual(self.check(), expected, f"{height_m} m")

    def test_a_goal_is_not_too_fine_as_it_was_made_from_wherever_it_is_seen(self) -> None:
        camera = bpy.data.objects.new("Camera", bpy.data.cameras.new("Camera"))
        self.scene.collection.objects.link(camera)
        self.scene.camera = camera
        # One pixel of 1000 is 4.6, 20.3 and 162 mm wide there: tan(11.45 degrees) * 2 m a metre.
        for height_m, gap_mm in ((11.3, 5.0), (50.0, 20.0), (400.0, 100.0)):
            camera.location = (0, 0, height_m)
            bpy.ops.malloc_vr.goal_remove()
            for name in ("Seat", "Part"):
                bpy.data.objects[name].select_set(True)
            bpy.context.view_layer.objects.active = bpy.data.objects["Seat"]
            bpy.ops.malloc_vr.trigger_add(kind="STANDS_ON")
            asked = json.loads(self.goal()["trigger_conditions"])["stands_on"]
            self.assertEqual(asked["gap"], gap_mm)
            self.assertNotIn("margin_too_fine", self.check(), f"{height_m} m")

    def test_finds_a_linked_file_that_is_missing(self) -> None:
        with self.linked_file() as path:
            path.unlink()
        self.assertIn("library_missing", self.check())

    def linked_file(self):  # type: ignore[no-untyped-def]
        """Save the lesson with a mesh linked from another file, and open it with that as it is then."""
        return _Linked(self)


class StaleTest(CheckLessonCase):
    def setUp(self) -> None:
        super().setUp()
        bpy.data.objects["Part"].location = (0, 0, 0)
        bpy.context.view_layer.update()
        self.assertEqual(self.check(), ["goal_true_at_start"])

    def test_what_was_found_is_said_no_more_once_the_object_stands_elsewhere(self) -> None:
        bpy.data.objects["Part"].location = (5, 0, 0)
        addon("runtime").mark_stale()
        self.assertIsNone(self.view().checked)

    def test_it_stays_while_its_author_only_looks_and_selects(self) -> None:
        bpy.data.objects["Seat"].select_set(True)
        bpy.context.view_layer.update()
        addon("runtime").mark_stale()
        self.assertEqual(self.shown(), ["goal_true_at_start"])

    def test_it_goes_when_a_hint_is_written_and_with_another_file(self) -> None:
        self.put("malloc_vr_hints", json.dumps(["Another."]))
        self.assertIsNone(self.view().checked)
        self.check()
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        self.assertIsNone(self.view().checked)

    def test_a_finding_that_is_gone_is_neither_mended_nor_gone_to(self) -> None:
        for operator in (bpy.ops.malloc_vr.finding_fix, bpy.ops.malloc_vr.finding_go_to):
            self.assertEqual(operator(index=7), {"CANCELLED"})

    def test_is_not_done_while_a_unit_runs(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada")
        self.assertFalse(bpy.ops.malloc_vr.lesson_check.poll())


class ClientTest(CheckLessonCase):
    def test_a_client_reads_the_same_findings_and_changes_nothing(self) -> None:
        self.put("malloc_vr_title", "")
        expected = self.check()
        with self.serving():
            (result,) = call_from_outside(("check_lesson", {}))
        reply = result["result"]
        self.assertEqual([one["kind"] for one in reply["findings"]], expected)
        self.assertEqual((reply["status"], reply["units"], reply["goals"]), ("checked", 1, 1))
        self.assertEqual(self.scene["malloc_vr_title"], "")

    def test_a_unit_that_is_not_there_is_rejected(self) -> None:
        with self.serving():
            (result,) = call_from_outside(("check_lesson", {"unit_id": "nowhere"}))
        self.assertIn("error", result)


class _Linked:
    """A lesson with a mesh of another file, opened again after the test did something to that."""

    def __init__(self, case: CheckLessonCase) -> None:
        self._library = case.folder / "cups.blend"
        self._lesson = case.folder / "lesson.blend"
        case.folder.mkdir(exist_ok=True)

    def __enter__(self) -> Path:
        bpy.data.libraries.write(str(self._library), {bpy.data.objects["Seat"].data})
        with bpy.data.libraries.load(str(self._library), link=True) as (source, target):
            target.meshes = source.meshes
        made = bpy.data.objects.new("Linked", target.meshes[0])
        bpy.context.scene.collection.objects.link(made)
        bpy.ops.wm.save_as_mainfile(filepath=str(self._lesson))
        return self._library

    def __exit__(self, *_: object) -> None:
        bpy.ops.wm.open_mainfile(filepath=str(self._lesson))


if __name__ == "__main__":
    unittest.main()
