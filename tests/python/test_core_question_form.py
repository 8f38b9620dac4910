"""A question as its author writes it, edit by edit, held against what the engine takes.

scripts/test python
"""

import json
import random
import unittest
from typing import Any

from core import question_form as form
from core.errors import MallocVrError
from core.scene_types import Condition


def is_taken(asked: form.Asked) -> bool:
    """Whether the engine can judge it."""
    try:
        Condition(json.dumps({"answer": asked}))
    except MallocVrError:
        return False
    return True


def written(kind: str, *texts: str) -> dict[str, Any]:
    """A question with these options, typed one after another."""
    asked = {**form.fresh_question(kind), "question": "Which?"}
    for place, text in enumerate(texts):
        if place >= len(form.options_of(asked)):
            asked = form.with_new_option(asked)
        asked = form.with_option(asked, place, text)
    return asked


class ChoiceTest(unittest.TestCase):
    def test_is_whole_once_one_option_is_marked(self) -> None:
        asked = written(form.CHOICE, "left", "right")
        self.assertFalse(is_taken(asked))
        self.assertEqual(form.lack_of(asked), "Mark the right option of “Which?”.")

        asked = form.with_right(asked, 1)

        self.assertEqual(form.lack_of(asked), "")
        self.assertEqual((asked["correct"], form.right_place(asked)), ("right", 1))
        self.assertTrue(is_taken(asked))

    def test_the_right_option_stays_right_in_other_words_and_in_another_place(self) -> None:
        asked = form.with_right(written(form.CHOICE, "a", "b", "c"), 2)
        asked = form.with_moved_option(form.with_option(asked, 2, "d"), 2, -2)

        self.assertEqual(form.options_of(asked), ["d", "a", "b"])
        self.assertEqual(form.right_place(asked), 0)

    def test_another_option_that_reads_as_the_right_one_takes_no_mark_along(self) -> None:
        asked = form.with_right(written(form.CHOICE, "Red", "Red"), 0)
        asked = form.with_option(asked, 1, "Blue")

        self.assertEqual(form.options_of(asked), ["Red", "Blue"])
        self.assertEqual((asked["correct"], form.right_place(asked)), ("Red", 0))

    def test_without_the_right_option_none_is_marked(self) -> None:
        asked = form.without_option(form.with_right(written(form.CHOICE, "a", "b", "c"), 0), 0)

        self.assertEqual(form.right_place(asked), -1)
        self.assertIn("Mark", form.lack_of(asked))

    def test_says_what_lacks_in_the_order_in_which_it_is_written(self) -> None:
        lacks = [
            (form.fresh_question(), "Write the question."),
            (written(form.CHOICE, "a"), "Write at least two options of “Which?”."),
            (written(form.CHOICE, "a", "b", ""), "Write option 3 of “Which?”, or take it out."),
            (
                written(form.CHOICE, "a", "b", "a"),
                "Two options of “Which?” read “a”. Change one of them.",
            ),
        ]
        for asked, said in lacks:
            self.assertEqual(form.lack_of(asked), said)
            self.assertFalse(is_taken(asked))


class OrderTest(unittest.TestCase):
    def test_is_never_shown_as_it_is_right(self) -> None:
        asked = written(form.ORDER, "1", "2", "3", "4", "5")
        self.assertEqual(asked["correct"], ["1", "2", "3", "4", "5"])
        self.assertTrue(is_taken(asked))
        edits = [
            form.with_moved_option(asked, 0, 4),
            form.without_option(asked, 2),
            form.with_option(asked, 1, "two"),
            form.without_option(form.without_option(form.without_option(asked, 0), 0), 0),
            *(form.shuffled(asked, random.Random(seed)) for seed in range(20)),
        ]
        for edited in edits:
            self.assertNotEqual(edited["options"], edited["correct"])
            self.assertTrue(is_taken(edited), edited)

    def test_moved_into_the_order_that_is_shown_it_is_shown_otherwise(self) -> None:
        asked = {**written(form.ORDER, "a", "b"), "options": ["b", "a"]}
        asked = form.with_moved_option(asked, 0, 1)

        self.assertEqual((asked["correct"], asked["options"]), (["b", "a"], ["a", "b"]))

    def test_options_go_along_from_a_choice_and_back(self) -> None:
        choice = form.with_right(written(form.CHOICE, "a", "b", "c"), 1)
        order = form.with_kind(choice, form.ORDER)
        self.assertTrue(is_taken(order))

        again = form.with_kind(order, form.CHOICE)

        self.assertEqual(form.options_of(again), ["a", "b", "c"])
        self.assertEqual(form.right_place(again), -1, "nobody marked one of an order")


class NumberTest(unittest.TestCase):
    def test_a_number_that_was_meant_as_a_choice_finds_its_options_again(self) -> None:
        choice = form.with_right(written(form.CHOICE, "a", "b", "c"), 1)
        number = form.with_kind(choice, form.NUMBER)
        self.assertNotIn("options", number)

        self.assertEqual(form.with_kind_again(number, form.CHOICE, choice), choice)
        order = form.with_kind_again(number, form.ORDER, choice)
        self.assertEqual(form.options_of(order), ["a", "b", "c"])
        other = form.with_kind_again({**number, "question": "Where?"}, form.CHOICE, choice)
        self.assertEqual(form.options_of(other), ["", ""])

    def test_is_whole_with_its_number_be_it_nought(self) -> None:
        asked = {**form.fresh_question(form.NUMBER), "question": "How many?"}
        self.assertEqual(form.lack_of(asked), "Give the right number of “How many?”.")
        self.assertFalse(is_taken(asked))

        self.assertEqual(form.lack_of({**asked, "correct": 0}), "")
        self.assertTrue(is_taken({**asked, "correct": 0, "tolerance": 0.5}))


if __name__ == "__main__":
    unittest.main()
