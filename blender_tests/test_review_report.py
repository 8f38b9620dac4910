"""A report of the class as a file.

scripts/blender 4.4 blender_tests/run.py test_review_report.py
"""

import csv
import json
import unittest

import bpy
from review_support import ReviewCase


class ReportTest(ReviewCase):
    def setUp(self) -> None:
        super().setUp()
        self.work("ada", 1.0, 0.0)
        self.look()

    def export(self, name: str, **options: str) -> str:
        path = self.folder / name
        done = bpy.ops.malloc_vr.report_export(filepath=str(path), **options)
        self.assertEqual(done, {"FINISHED"})
        return path.read_text("utf-8")

    def test_a_page_shows_each_step_with_its_measure(self) -> None:
        page = self.export("report.html")
        for text in ("ada", "Move it", "1000 mm", "at most 10 mm", "Mastery", "@media print"):
            self.assertIn(text, page)

    def test_a_table_has_a_line_for_each_learner_and_unit(self) -> None:
        (row,) = csv.DictReader(self.export("report.csv", file_format="CSV").splitlines())
        self.assertEqual((row["learner"], row["tries"], row["state"]), ("ada", "2", "done"))

    def test_data_are_the_tools_replies(self) -> None:
        data = json.loads(self.export("report.json", file_format="JSON"))
        kinds = [entry["kind"] for entry in data["works"][0]["entries"]]
        self.assertEqual(kinds, ["started", "step", "step", "ended"])

    def test_without_names_a_class_of_one_shows_nothing(self) -> None:
        for name, file_format in (("a.html", "HTML"), ("a.csv", "CSV"), ("a.json", "JSON")):
            text = self.export(name, file_format=file_format, contents="CLASS")
            self.assertNotIn("ada", text)
            self.assertNotIn("1000", text)
        self.assertIsNone(json.loads(text)["units"][0]["people"]["total"])

    def test_an_ending_is_added_where_there_is_none(self) -> None:
        path = self.folder / "report"
        bpy.ops.malloc_vr.report_export(filepath=str(path), file_format="CSV")
        self.assertTrue(path.with_suffix(".csv").is_file())

    def test_a_folder_that_is_not_there_is_said_with_what_to_do(self) -> None:
        path = self.folder / "nowhere" / "report.html"
        self.assertEqual(bpy.ops.malloc_vr.report_export(filepath=str(path)), {"CANCELLED"})
        self.assertIn("Nothing was written", self.view().problem)
        self.assertTrue(self.view().remedy)

    def test_a_report_of_nobody_says_so(self) -> None:
        self.use_record(self.folder / "other")
        self.assertIn("Nobody has worked in this lesson yet.", self.export("none.html"))


if __name__ == "__main__":
    unittest.main()
