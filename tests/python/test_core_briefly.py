"""What a learner reads first of an author's feedback: what is wrong, and not yet how to mend it.

python3.11 -m unittest tests/python/test_core_briefly.py
"""

import unittest

from core import standing


class BriefTest(unittest.TestCase):
    def test_what_is_wrong_is_told_from_how_to_mend_it(self) -> None:
        for said, short in (
            ("The tab is not up: turn it until it is.", "The tab is not up."),
            (
                "It is not readable from here. Orbit to the far side.",
                "It is not readable from here.",
            ),
            ("Is it up yet? Turn it.", "Is it up yet?"),
            ("It is not up. Turn it.", "It is not up."),
            ("It is off by 3 mm. Turn it.", "It is off by 3 mm."),
            ("Das ist z. B. Quatsch. Dreh es.", "Das ist z. B. Quatsch."),
        ):
            with self.subTest(said):
                self.assertEqual(standing.briefly(said), short)

    def test_a_measure_and_a_single_sentence_stay_whole(self) -> None:
        for said in (
            "Cup is 4.5 mm from Saucer; at most 3 mm is allowed.",
            "Not all of the eight bolts are in the tray yet.",
            "Bolt: turn it.",
            "It is off by approx. 3 mm.",
            "Das ist z. B. zu hoch.",
            "Das ist um ca. 5 mm zu hoch.",
            "Es fehlt im Loch Nr. 3 noch.",
            "Es fehlt in der 3. Bohrung.",
            "Es fehlt der Deckel bzw. Ring.",
            "Put it there, e.g. this one.",
        ):
            with self.subTest(said):
                self.assertEqual(standing.briefly(said), said)


if __name__ == "__main__":
    unittest.main()
