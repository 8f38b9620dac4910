"""Texts of the program stay English until somebody reads them.

python3.11 -m unittest tests/python/test_core_said.py
"""

import copy
import json
import unittest
from collections.abc import Mapping

from core.errors import rejection, sentence, to_sentence
from core.said import framed, in_language, joined, say, say_count, shaped

GERMAN: Mapping[str, str] = {
    "{count} goals of “{title}” are left": "Von „{title}“ sind noch {count} Ziele offen",
    "1 goal is left": "1 Ziel ist noch offen",
    "it is gone": "es ist weg",
    "Look again.": "Sieh wieder nach.",
}


def german(value: object) -> str:
    return in_language(value, lambda template: GERMAN.get(template, template))


class SaidTest(unittest.TestCase):
    def test_is_its_english_text_to_all_but_a_translator(self) -> None:
        said = say("{count} goals of “{title}” are left", count=3, title="Rig")

        self.assertEqual(said, "3 goals of “Rig” are left")
        self.assertEqual(json.loads(json.dumps(said)), "3 goals of “Rig” are left")
        self.assertEqual(german(said), "Von „Rig“ sind noch 3 Ziele offen")

    def test_is_still_translated_after_it_was_copied(self) -> None:
        self.assertEqual(german(copy.deepcopy(say("it is gone"))), "es ist weg")

    def test_a_count_chooses_the_template(self) -> None:
        said = [
            say_count(n, "1 goal is left", "{count} goals of “{title}” are left", title="Rig")
            for n in (1, 2)
        ]
        self.assertEqual(said, ["1 goal is left", "2 goals of “Rig” are left"])
        self.assertEqual(german(said[0]), "1 Ziel ist noch offen")

    def test_what_a_person_wrote_is_never_translated(self) -> None:
        self.assertEqual(german("it is gone"), "it is gone")
        self.assertEqual(german(say("“{title}”", title="it is gone")), "“it is gone”")

    def test_an_argument_is_translated_and_not_read_as_a_template(self) -> None:
        self.assertEqual(german(say("Sorry, {why}", why=say("it is gone"))), "Sorry, es ist weg")
        self.assertEqual(say("{a} {b}", a="{b}", b="x"), "{b} x")

    def test_a_placeholder_without_an_argument_shows_the_mistake(self) -> None:
        self.assertEqual(say("Lost {what}", title="Rig"), "Lost {what}")

    def test_what_is_put_together_of_texts_is_translated_part_by_part(self) -> None:
        both = joined((say("1 goal is left"), "", "Rig"), ", ")
        self.assertEqual(
            (both, german(both)), ("1 goal is left, Rig", "1 Ziel ist noch offen, Rig")
        )
        self.assertEqual(
            german(framed("<b>{text}</b>", text=say("it is gone"))), "<b>es ist weg</b>"
        )
        self.assertEqual(german(shaped(str.upper, say("it is gone"))), "ES IST WEG")

    def test_a_sentence_gets_its_capital_and_stop_in_every_language(self) -> None:
        self.assertEqual(to_sentence(say("it is gone")), "It is gone.")
        self.assertEqual(german(to_sentence(say("it is gone"))), "Es ist weg.")

    def test_a_rejection_is_said_in_the_language_of_who_reads_it(self) -> None:
        error = rejection("CONFLICT", "it is gone", remedy="Look again.")

        self.assertEqual(sentence(error), "It is gone. Look again.")
        self.assertEqual(german(sentence(error)), "Es ist weg. Sieh wieder nach.")


if __name__ == "__main__":
    unittest.main()
