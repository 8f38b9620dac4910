"""
python3.11 -m unittest tests/python/test_core_class_report.py
"""

import csv
import io
import json
import unittest
from html.parser import HTMLParser

from addon_package import addon_module
from core import report_csv, report_html, report_json
from core.class_report import ClassReport, class_figures, people_of
from core.replies import OverviewLearner
from core.said import in_language
from review_samples import SEEN, entry, learner, overview, stuck, tried, unit, work

VOID = {"meta", "br"}
MAY_STAY_OPEN = {"li"}


class Page(HTMLParser):
    """What a page says, and whether its elements close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.said: list[str] = []
        self.style = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        if tag == "li" and self.open[-1] == "li":
            self.open.pop()
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in MAY_STAY_OPEN:
            self.open.pop()
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(self.said)


def report(name: str = "ada") -> ClassReport:
    ada = learner(name, unit("cup"), stuck=(stuck("cup"),))
    steps = work(
        entry("started"),
        entry("step", tries=(tried("failed", unmet=("12.5 mm away; at most 10 mm.",)),)),
        learner_id=name,
    )
    return ClassReport("Tea", SEEN, overview(ada), {(name, "cup"): steps})


def class_of(done: int, working: int) -> list[OverviewLearner]:
    finished = [learner(f"d{i}", unit("cup", state="done"), known=0.95) for i in range(done)]
    return finished + [learner(f"w{i}", unit("cup", tries=5)) for i in range(working)]


class HtmlTest(unittest.TestCase):
    def test_the_page_is_well_formed_and_needs_nothing_beside_it(self) -> None:
        text = report_html.learners_html(report())
        page = Page(text)
        self.assertEqual((page.faults, page.open), ([], []))
        self.assertIn("@media print", page.style)
        for link in ("src=", "href=", "url(", "<script"):
            self.assertNotIn(link, text)

    def test_it_says_who_is_stuck_what_was_measured_and_why_it_was_decided(self) -> None:
        said = Page(report_html.learners_html(report())).text
        for text in (
            "failed 3 times in a row",
            "12.5 mm",
            "at most 10 mm",
            "mastery of “Cup & saucer” at least 82 %, needs 90 %",
        ):
            self.assertIn(text, said)
        self.assertIn("Cup & saucer", said)

    def test_a_name_is_never_markup(self) -> None:
        name = "<script>alert('x')</script>"
        text = report_html.learners_html(report(name))
        self.assertNotIn("<script", text)
        self.assertIn(name, Page(text).text)

    def test_it_is_written_in_the_language_of_whoever_asks(self) -> None:
        german = addon_module("translations").LANGUAGES["de_DE"]
        text = in_language(report_html.learners_html(report()), lambda one: german.get(one, one))
        page = Page(text)
        self.assertEqual((page.faults, page.open), ([], []))
        self.assertIn('<html lang="de">', text)
        for said in ("Dasselbe Ziel misslang", "Anforderung", "12.5 mm", "Cup & saucer"):
            self.assertIn(said, page.text)
        for left in ("Last seen", "goals", "Requirement", "Learner", " tries"):
            self.assertNotIn(left, page.text)

    def test_a_class_without_anybody_says_so(self) -> None:
        page = Page(report_html.learners_html(ClassReport("Tea", SEEN, overview(), {})))
        self.assertIn("Nobody has worked in this lesson yet.", page.text)
        figures = Page(report_html.figures_html(class_figures("Tea", SEEN, overview())))
        self.assertEqual((figures.faults, figures.open), ([], []))


class CsvTest(unittest.TestCase):
    def test_a_line_for_each_learner_and_unit(self) -> None:
        rows = list(csv.DictReader(io.StringIO(report_csv.learners_csv(report()))))
        self.assertEqual(len(rows), 1)
        self.assertEqual(rows[0]["learner"], "ada")
        self.assertEqual(rows[0]["unit"], "Cup & saucer")
        self.assertEqual(rows[0]["worked_seconds"], "65")
        self.assertEqual(rows[0]["stuck_since"], SEEN)

    def test_a_name_that_a_spreadsheet_would_run_is_text(self) -> None:
        rows = list(csv.DictReader(io.StringIO(report_csv.learners_csv(report("=1+1,\n2")))))
        self.assertEqual(rows[0]["learner"], "'=1+1,\n2")


class FiguresTest(unittest.TestCase):
    def test_nobody_is_named_and_small_cells_are_hidden_in_every_format(self) -> None:
        figures = class_figures("Tea", SEEN, overview(*class_of(12, 9)))
        texts = (
            report_html.figures_html(figures),
            report_csv.figures_csv(figures),
            report_json.figures_json(figures),
        )
        for text in texts:
            self.assertNotIn("w0", text)
            self.assertNotIn("d0", text)
        people = json.loads(texts[2])["units"][0]["people"]
        self.assertEqual(people["total"], 21)
        self.assertIsNone(people["cells"]["working"])
        self.assertIn("unit,Cup & saucer,working,<10", texts[1])

    def test_a_large_class_is_shown_with_its_means(self) -> None:
        figures = class_figures("Tea", SEEN, overview(*class_of(40, 20)))
        self.assertEqual(figures.units[0].tries, round((40 * 3 + 20 * 5) / 60, 1))
        self.assertIsNone(figures.units[1].tries)  # nobody began it

    def test_of_nine_learners_nothing_is_published(self) -> None:
        figures = class_figures("Tea", SEEN, overview(*class_of(9, 0)))
        self.assertIsNone(figures.units[0].people.total)
        self.assertIsNone(figures.units[0].tries)
        self.assertEqual(set(figures.skills[0].people.cells.values()), {None})

    def test_the_class_is_who_worked_in_it(self) -> None:
        people = people_of(overview(learner("ada", unit("cup")), learner("bob")))
        self.assertEqual([one.learner_id for one in people.learners], ["ada"])

    def test_a_report_is_about_those_alone_whom_it_may_be_about(self) -> None:
        both = overview(learner("ada", unit("cup")), learner("bob", unit("cup")))
        people = people_of(both, frozenset(("bob", "nobody")))
        self.assertEqual([one.learner_id for one in people.learners], ["bob"])


class JsonTest(unittest.TestCase):
    def test_everything_is_there_to_be_read_again(self) -> None:
        read = json.loads(report_json.learners_json(report()))
        self.assertEqual(read["format"], "malloc-vr-class-1")
        self.assertEqual(read["learners"][0]["units"][0]["tries"], 3)
        self.assertEqual(read["works"][0]["entries"][1]["tries"][0]["evidence"]["measured"], 12.5)


if __name__ == "__main__":
    unittest.main()
