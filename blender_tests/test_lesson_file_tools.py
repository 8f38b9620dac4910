"""Lessons as files, reports and replays by tools: in the places that a person named, and no other.

scripts/blender 4.4 blender_tests/run.py test_lesson_file_tools.py
"""

import json
import sys
import unittest
from typing import Any
from unittest import mock

import bpy
from blender_tests_support import BlenderCase, addon, call_from_outside, preferences, tool
from review_support import ReviewCase
from watching_support import WatchingCase


class FilesTest(BlenderCase):
    def setUp(self) -> None:
        super().setUp()
        self.make_lesson()
        self.lessons = self.folder / "lessons"
        preferences().lessons_folder = str(self.lessons)
        self.addCleanup(setattr, preferences(), "lessons_folder", "")
        addon("runtime").mark_stale()

    def call(self, name: str, **arguments: Any) -> Any:
        return addon("runtime").call(tool(name, **arguments))

    def rejected(self, code: str, field: str, name: str, **arguments: Any) -> None:
        with self.assertRaises(addon("core.errors").MallocVrError) as caught:
            self.call(name, **arguments)
        self.assertEqual((caught.exception.code, caught.exception.field), (code, field))

    def test_a_lesson_is_packed_listed_and_opened_by_its_plain_name(self) -> None:
        packed = self.call("pack_lesson", file_name="cups", even_so=True)
        self.assertEqual(packed.path, str(self.lessons / "cups.blend"))
        self.assertEqual(packed.size_bytes, (self.lessons / "cups.blend").stat().st_size)
        listed = self.call("list_lessons")
        self.assertEqual([one.file_name for one in listed.files], ["cups"])
        self.assertEqual(
            {one.lesson for one in listed.examples},
            {"first_steps", "bolted_flange", "pump_station"},
        )
        self.rejected("CONFLICT", "", "open_lesson", file_name="cups")  # what is open has changes
        bpy.ops.wm.save_as_mainfile(filepath=str(self.folder / "own.blend"))
        opened = self.call("open_lesson", file_name="cups")
        self.assertEqual(list(opened.unit_ids), ["move_it"])
        self.assertEqual(bpy.data.filepath, str(self.lessons / "cups.blend"))
        self.assertEqual([one.is_open for one in self.call("list_lessons").files], [True])

    def test_nothing_that_was_authored_is_dropped_for_another_lesson(self) -> None:
        self.call("pack_lesson", file_name="cups", even_so=True)
        own = str(self.folder / "own.blend")
        unit, goals = bpy.context.scene.malloc_vr, addon("authoring.goals")

        def edit_title() -> None:
            unit.title = "Mine"

        def edit_lesson() -> None:
            bpy.context.scene.malloc_vr_lesson_author = "Ada"

        def edit_goal() -> None:
            goals.goals_of(bpy.context.scene)[0].malloc_vr.difficulty = 3

        def make_hints() -> None:
            bpy.ops.malloc_vr.hints_make()

        def capture() -> None:
            bpy.ops.malloc_vr.unit_capture_start()

        def move_goal() -> None:
            bpy.ops.malloc_vr.goal_move(places=-1)

        for edit in (edit_title, edit_lesson, edit_goal, make_hints, capture, move_goal):
            with self.subTest(edit.__name__):
                bpy.ops.wm.save_as_mainfile(filepath=own)
                self.assertFalse(addon("scene.lesson_files").has_changes())
                edit()
                self.rejected("CONFLICT", "", "open_lesson", file_name="cups")
                self.assertEqual(bpy.data.filepath, own)
        bpy.ops.wm.save_as_mainfile(filepath=own)
        bpy.context.view_layer.update()
        self.call("open_lesson", file_name="cups")
        self.assertFalse(addon("scene.lesson_files").has_changes())

    def listed(self) -> list[str]:
        return [one.file_name for one in self.call("list_lessons").files]

    def test_only_what_can_be_opened_by_its_name_is_listed(self) -> None:
        self.lessons.mkdir()
        (self.lessons / "folder.blend").mkdir()
        for stem in (
            "good",
            "Größe 1",
            "a..b",
            "x" * 100,
            "x" * 101,
            "twice.blend",
            " blank",
            *([] if sys.platform == "win32" else ["con"]),  # there it names no file
        ):
            (self.lessons / f"{stem}.blend").write_bytes(b"")
        self.assertEqual(self.listed(), ["good", "Größe 1", "x" * 100])
        bpy.ops.wm.save_as_mainfile(filepath=str(self.folder / "own.blend"))
        self.rejected("CONFLICT", "file_name", "open_lesson", file_name="x" * 100)  # no Blender's
        self.rejected("VALIDATION_ERROR", "file_name", "open_lesson", file_name="x" * 101)

    def test_a_client_that_asks_again_does_not_have_the_disk_read_again(self) -> None:
        library = addon("lesson_library")
        self.lessons.mkdir()
        self.assertEqual(self.listed(), [])
        (self.lessons / "by_hand.blend").write_bytes(b"")
        self.assertEqual(self.listed(), [], "it was just looked at")
        bpy.ops.malloc_vr.lessons_look()
        self.assertEqual(self.listed(), ["by_hand"], "somebody had it looked at")
        self.call("pack_lesson", file_name="cups", even_so=True)
        self.assertEqual(self.listed(), ["by_hand", "cups"], "it was written by us")
        (self.lessons / "late.blend").write_bytes(b"")
        with mock.patch.object(library, "KEPT_SECONDS", 0.0):
            self.assertIn("late", self.listed(), "the look was long ago")

    def test_no_file_is_replaced_and_no_other_folder_is_reached(self) -> None:
        self.call("pack_lesson", file_name="cups", even_so=True)
        before = (self.lessons / "cups.blend").read_bytes()
        self.rejected("CONFLICT", "file_name", "pack_lesson", file_name="cups", even_so=True)
        self.assertEqual((self.lessons / "cups.blend").read_bytes(), before)
        for name in ("../cups", "a/b", "/etc/cups"):
            self.rejected("VALIDATION_ERROR", "file_name", "pack_lesson", file_name=name)
            self.rejected("VALIDATION_ERROR", "file_name", "open_lesson", file_name=name)
        self.rejected("RESOURCE_NOT_FOUND", "file_name", "open_lesson", file_name="none")

    def test_a_lesson_that_would_stop_a_learner_is_packed_only_if_that_is_wanted(self) -> None:
        bpy.data.objects.remove(bpy.data.objects["Seat"])
        addon("runtime").mark_stale()
        self.rejected("CONFLICT", "", "pack_lesson", file_name="cups")
        self.assertFalse(self.lessons.exists())

    def test_without_window_and_folder_nothing_is_written_where_nobody_said(self) -> None:
        preferences().lessons_folder = ""
        self.rejected("CONFLICT", "file_name", "pack_lesson", file_name="cups", even_so=True)
        self.assertEqual(self.call("list_lessons").folder, "")


class ReportsTest(ReviewCase):
    def setUp(self) -> None:
        super().setUp()
        self.work("ada", 1.0, 0.0)

    def test_a_client_gets_the_text_that_the_button_writes(self) -> None:
        path = self.folder / "report.csv"
        bpy.ops.malloc_vr.report_export(filepath=str(path), file_format="CSV")
        with self.serving():
            ask = {"format": "csv"}
            by_name, figures = call_from_outside(
                ("export_learners_report", ask), ("export_class_report", {"format": "json"})
            )
        self.assertEqual(by_name["result"]["text"], path.read_bytes().decode())
        self.assertIn("ada", by_name["result"]["text"])
        self.assertNotIn("ada", figures["result"]["text"])
        self.assertIsNone(json.loads(figures["result"]["text"])["units"][0]["people"]["total"])

    def test_a_client_holds_up_nobody_who_works_in_a_unit(self) -> None:
        bpy.ops.malloc_vr.unit_start(unit_id="move_it", learner="ada", restart=True)
        ask = ("export_class_report", {"format": "json"})
        with self.serving():
            (answer,) = call_from_outside(ask)
            self.assertEqual(answer["error"]["error"]["code"], "CONFLICT")
            bpy.ops.malloc_vr.session_end()
            (answer,) = call_from_outside(ask)
            self.assertIn("text", answer["result"])


class SessionsTest(WatchingCase):
    def call(self, name: str, **arguments: Any) -> Any:
        return addon("runtime").call(tool(name, **arguments))

    def test_a_session_is_paused_and_goes_on_only_from_the_window(self) -> None:
        self.assertTrue(self.call("pause_session", session_id=self.session_id).paused)
        self.assertTrue(self.view().session.is_paused)
        bpy.ops.malloc_vr.unit_resume()
        self.assertTrue(self.call("pause_session", session_id=self.session_id).paused)
        go_on = {"session_id": self.session_id, "paused": False}
        with self.serving():
            (denied,) = call_from_outside(("pause_session", go_on))
        self.assertEqual(denied["error"]["error"]["code"], "ACCESS_DENIED")
        self.assertTrue(self.view().session.is_paused)
        now = self.call("pause_session", session_id=self.session_id, paused=False)
        self.assertFalse(now.paused)
        self.assertFalse(self.view().session.is_paused)

    def test_a_client_pauses_the_recording_and_only_the_learner_goes_on_with_it(self) -> None:
        bpy.ops.malloc_vr.consent_give()
        recording = addon("core.consent").Recording
        self.deliver_until(lambda: self.view().recording is recording.ON)
        with self.serving():
            paused, denied = call_from_outside(
                ("pause_recording", {}), ("pause_recording", {"paused": False})
            )
        self.assertEqual(paused["result"]["recording"], "paused")
        self.assertEqual(denied["error"]["error"]["code"], "ACCESS_DENIED")
        self.assertIs(self.view().recording, recording.PAUSED)
        self.assertEqual(self.call("pause_recording", paused=False).recording, "on")

    def test_without_consent_there_is_no_recording_to_pause_and_nothing_to_replay(self) -> None:
        self.pan()
        self.deliver()
        with self.assertRaises(addon("core.errors").Conflict):
            self.call("pause_recording")
        self.assertEqual(len(self.trace().samples), 0)


if __name__ == "__main__":
    unittest.main()
