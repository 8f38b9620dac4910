"""The lines over the viewport, laid out: what is too long takes lines that are free, and no more.

scripts/blender 4.4 blender_tests/run.py test_overlay_layout.py
"""

import unittest
from typing import Any

from blender_tests_support import BlenderCase, addon

TASK = (
    "Lift the guard from the joint with both handles and set it down on its tray, as it lay. " * 2
)
MOST_LINES = 4


class WrapTest(BlenderCase):
    def rows(self, *lines: tuple[Any, ...]) -> list[list[Any]]:
        """The texts of each row, from above."""
        place = addon("panels.overlay_place").Place(left=0, right=700, top=700, scale=1.0)
        layout = addon("panels.overlay_layout").lay_out(lines, (), place)
        by_height: dict[int, list[Any]] = {}
        for text in layout.texts:
            by_height.setdefault(text.y, []).append(text)
            self.assertLessEqual(text.x, layout.box[2])
        return [by_height[y] for y in sorted(by_height, reverse=True)]

    def span(self, text: str) -> Any:
        return addon("core.overlay_lines").Span(text)

    def test_a_long_task_takes_the_lines_that_are_free(self) -> None:
        rows = self.rows((self.span("Title"),), (self.span(TASK.strip()),))

        self.assertEqual(" ".join(row[0].text for row in rows[1:]), TASK.strip())
        self.assertGreater(len(rows), 2)

    def test_no_more_than_four_lines_are_drawn_and_what_is_cut_says_so(self) -> None:
        goal = (self.span("Goal"),)
        rows = self.rows((self.span("Title"),), (self.span(TASK * 3),), goal)

        self.assertEqual(len(rows), MOST_LINES)
        self.assertTrue(rows[2][0].text.endswith("…"), rows[2])
        self.assertEqual(rows[3][0].text, "Goal")

    def test_a_hint_goes_on_below_its_own_first_word(self) -> None:
        rows = self.rows((self.span("Title"),), (self.span("Hint 1/3"), self.span(TASK.strip())))

        self.assertEqual(rows[1][0].text, "Hint 1/3")
        self.assertEqual({rows[1][1].x}, {row[0].x for row in rows[2:]})

    def test_a_hint_takes_a_free_line_before_its_task_does(self) -> None:
        hint = (self.span("Hint 1/3"), self.span(TASK.strip()))
        rows = self.rows((self.span("Title"),), (self.span(TASK * 3),), hint)

        self.assertEqual([len(row) for row in rows], [1, 1, 2, 1])
        self.assertTrue(rows[1][0].text.endswith("…"), rows[1])
        self.assertEqual(f"{rows[2][1].text} {rows[3][0].text}", TASK.strip())

    def test_where_no_line_is_free_each_keeps_to_its_own(self) -> None:
        rows = self.rows(*[(self.span(TASK),)] * MOST_LINES)

        self.assertEqual(len(rows), MOST_LINES)
        self.assertTrue(all(row[0].text.endswith("…") for row in rows), rows)


if __name__ == "__main__":
    unittest.main()
