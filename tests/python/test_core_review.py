"""
python3.11 -m unittest tests/python/test_core_review.py
"""

import unittest

from core import review, review_rows
from core.evidence import evidence_rows
from core.review import StepKind
from review_samples import entry, learner, overview, stuck, tried, unit, work


class RowsTest(unittest.TestCase):
    def test_a_line_says_of_each_unit_how_it_stands_in_the_order_of_the_lesson(self) -> None:
        ada = learner("ada", unit("cup", state="done"), unit("spoon"), stuck=(stuck("spoon"),))
        rows = review_rows.rows_of(overview(learner("Bob", unit("spoon")), ada))
        self.assertEqual([row.learner_id for row in rows], ["ada", "Bob"])
        self.assertEqual(rows[0].cells, ("done", "stuck"))
        self.assertEqual(rows[1].cells, ("none", "started"))
        self.assertEqual([row.is_stuck for row in rows], [True, False])

    def test_who_did_nothing_in_these_units_is_left_out(self) -> None:
        self.assertEqual(review_rows.rows_of(overview(learner("ada"))), ())

    def test_who_is_stuck_for_longest_comes_first(self) -> None:
        late = learner("ada", unit("cup"), stuck=(stuck("cup", "2026-11-30T11:00:00Z"),))
        early = learner("bob", unit("cup"), stuck=(stuck("cup", "2026-11-29T11:00:00Z"),))
        found = [who.learner_id for who, _ in review.everybody_stuck(overview(late, early))]
        self.assertEqual(found, ["bob", "ada"])


class StepsTest(unittest.TestCase):
    def test_each_try_hint_begin_and_end_is_a_step_in_a_sentence(self) -> None:
        steps = review.steps_of(
            work(
                entry("started"),
                entry("step", tries=(tried("failed", unmet=("12.5 mm away.",)),)),
                entry("hint", hint_level=2, hint_offered=True, hint_objective="the cup stands"),
                entry("step", submitted=True, tries=(tried("passed", self_corrections=1),)),
                entry("step", tries=(tried("passed", own=False), tried("abandoned"))),
                entry("ended", reason="stopped"),
            )
        )
        self.assertEqual(
            [step.kind for step in steps],
            [
                StepKind.STARTED, StepKind.FAILED, StepKind.HINT, StepKind.PASSED,
                StepKind.HELPED, StepKind.LEFT, StepKind.ENDED,
            ],
        )  # fmt: skip
        self.assertEqual(steps[1].text, "Not met: The cup stands on the saucer.")
        self.assertEqual(steps[1].worked, "42 s")
        self.assertIn("12.5 mm away.", steps[1].notes)
        self.assertEqual(steps[1].rows[0].measured, "12.5 mm")
        self.assertEqual(steps[1].rows[0].needed, "at most 10 mm")
        self.assertFalse(steps[1].rows[0].holds)
        self.assertEqual(steps[2].text, "Hint 2 was offered: The cup stands.")
        self.assertIn("A slip was taken back at once.", steps[3].notes)
        self.assertIn("Handed in with Done.", steps[3].notes)

    def test_a_hint_comes_when_it_came_and_not_after_what_followed(self) -> None:
        def at(seconds: int) -> str:
            return f"2026-11-30T10:{seconds // 60:02}:{seconds % 60:02}Z"

        tries = (tried("failed", ended_seconds=70.0),)
        steps = review.steps_of(
            work(
                entry("started", time=at(0)),
                entry("hint", time=at(59), hint_level=1),
                entry("hint", time=at(90), hint_level=2),  # twenty seconds were a pause
                entry("step", time=at(100), tries=tries),
            )
        )

        self.assertEqual([step.seconds for step in steps], [0.0, 59.0, 70.0, 70.0])

    def test_whoever_passed_all_of_it_finished_the_unit_however_the_next_one_began(self) -> None:
        passes = [entry("step", tries=(tried("passed", checkpoint_id=one),)) for one in ("a", "b")]
        ended = entry("ended", reason="interrupted")
        texts = [review.steps_of(work(*before, ended))[-1].text for before in (passes[:1], passes)]
        self.assertEqual(
            texts,
            [
                "Was interrupted: Blender ended, Undo went back behind its start, or another unit was begun.",
                "Finished the unit.",
            ],
        )

    def test_tries_that_ended_together_stand_in_the_order_in_which_they_ended(self) -> None:
        late, early = tried("passed", ended_seconds=9.0), tried("failed", ended_seconds=3.0)
        steps = review.steps_of(work(entry("step", tries=(late, early))))
        self.assertEqual([step.kind for step in steps], [StepKind.FAILED, StepKind.PASSED])

    def test_a_box_is_eight_corners_of_its_object(self) -> None:
        step = review.steps_of(work(entry("step", tries=(tried("passed"),))))[0]
        self.assertEqual(step.boxes[0][0], "Cup")
        self.assertEqual(len(step.boxes[0][1]), 8)
        self.assertEqual(step.boxes[0][1][1], (3.0, 4.0, 5.0))

    def test_what_an_answer_had_to_be_stands_beside_what_it_was(self) -> None:
        limit = {"tolerance": 0.3}
        given = {"predicate": "answer", "holds": False, "measured": 5.0, "correct": 6.0}
        (number,) = evidence_rows({**given, "limit": limit})
        (order,) = evidence_rows({**given, "measured": ["b", "a"], "correct": ["a", "b"]})

        self.assertEqual((number.measured, number.needed), ("5", "6, tolerance 0.3"))
        self.assertEqual((order.measured, order.needed), ("b, a", "a, b"))

    def test_a_try_of_an_older_release_has_neither_evidence_nor_place(self) -> None:
        step = review.steps_of(
            work(entry("step", tries=(tried("passed", evidence={}, boxes=()),)))
        )[0]
        self.assertEqual((step.rows, step.boxes), ((), ()))

    def test_durations_are_said_in_their_two_largest_units(self) -> None:
        said = [review.duration_text(seconds) for seconds in (0.4, 59.6, 61, 3725)]
        self.assertEqual(said, ["0 s", "1 min 0 s", "1 min 1 s", "1 h 2 min"])


if __name__ == "__main__":
    unittest.main()
