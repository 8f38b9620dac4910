"""English sentences of the engine are found again as what they were made of.

python3.11 -m unittest tests/python/test_core_recognised.py
"""

import unittest

from addon_package import addon_module
from core.recognised import recognised
from core.said import Said, in_language

GERMAN = addon_module("translations").LANGUAGES["de_DE"]


def german(text: str) -> str:
    said = recognised(text)
    assert said == text, said  # nothing of it was lost
    return in_language(said, lambda template: GERMAN.get(template, template))


class RecognisedTest(unittest.TestCase):
    def test_a_measure_with_its_limit(self) -> None:
        self.assertEqual(
            german("Part is 500 mm from Seat; at most 10 mm is allowed."),
            "Part ist 500 mm von Seat entfernt; höchstens 10 mm sind erlaubt.",
        )

    def test_a_decision_with_its_reasons(self) -> None:
        self.assertEqual(
            german(
                "Ready to go on from practice to application: 5 of 6 tries passed unaided; chance "
                'that "grip" is known at least 0.91, moving on needs 0.90; progress index 0.85, at '
                "least 0.80."
            ),
            "Bereit für den Schritt von Übung zu Anwendung: 5 von 6 Versuchen ohne Hilfe bestanden; "
            "„grip“ sitzt mit einer Wahrscheinlichkeit von mindestens 0.91, für den nächsten Schritt "
            "sind 0.90 nötig; Fortschrittsindex 0.85, mindestens 0.80.",
        )

    def test_an_advice_in_an_advice(self) -> None:
        self.assertEqual(
            german("Go on: 3 parts of this unit are left. A hint can help."),
            "Mach weiter: 3 Teile dieser Einheit sind noch offen. Ein Hinweis kann helfen.",
        )

    def test_a_rejection_with_a_name_in_it(self) -> None:
        self.assertEqual(german("there is no learner 'Ada; B.'"), "'Ada; B.' lernt hier nicht")

    def test_a_name_that_holds_what_parts_a_sentence(self) -> None:
        self.assertEqual(
            german("Pin; long is 5 mm from Seat: left."),
            "Pin; long ist 5 mm von Seat: left entfernt.",
        )

    def test_what_an_author_wrote_stays_as_it_is(self) -> None:
        for text in ("Put the cup where it belongs.", "", "Well: done; really."):
            with self.subTest(text=text):
                self.assertNotIsInstance(recognised(text), Said)
                self.assertEqual(recognised(text), text)


if __name__ == "__main__":
    unittest.main()
