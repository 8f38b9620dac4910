"""What an adaptation does and says; that it never loosens what an author allows."""

import random
import unittest
from dataclasses import replace
from typing import Any

from core.adaptation import Adaptation, adapted
from core.scene_shapes import AdaptationData

SEED = 20_261_124


def follow(before: Adaptation, **data: Any) -> Adaptation:
    return adapted(before, AdaptationData(**data))


class AdaptationTest(unittest.TestCase):
    def test_leaves_what_a_request_does_not_name(self) -> None:
        first = follow(Adaptation(), guidance_level="high", difficulty_adjustment=0.4)

        second = follow(first, support_level="low")

        self.assertEqual(second, replace(first, support_level="low"))
        self.assertEqual(follow(first), first)

    def test_tightens_tolerances_at_most_to_half_and_never_loosens_them(self) -> None:
        rows = ((0.2, 1.0), (0.999, 1.0), (1.0, 1.0), (1.25, 0.8), (2.0, 0.5))
        for difficulty, factor in rows:
            with self.subTest(difficulty):
                now = follow(Adaptation(), difficulty_adjustment=difficulty)
                self.assertAlmostEqual(now.tolerance_factor, factor)
        self.assertEqual(Adaptation(difficulty_adjustment=9.0).tolerance_factor, 0.5)

    def test_takes_every_output_of_a_decision(self) -> None:
        print(f"seed {SEED}")
        chance = random.Random(SEED)
        for _ in range(200):
            data = {
                "difficulty_adjustment": chance.uniform(0.2, 1.2),
                "support_level": chance.choice(("low", "moderate", "high")),
                "pacing_adjustment": chance.choice(("slower", "normal", "faster")),
                "target_difficulty": chance.uniform(-6, 6),
                "guidance_level": chance.choice(("high", "moderate", "low")),
            }
            with self.subTest(**data):
                now = follow(Adaptation(), **data)
                self.assertEqual({**now.to_json(), **data}, now.to_json())
                self.assertTrue(0.5 <= now.tolerance_factor <= 1)

    def test_tells_a_learner_of_each_value_that_differs_from_the_authors(self) -> None:
        self.assertEqual(Adaptation().sentences, ())
        for data in (
            {"guidance_level": "high"},
            {"guidance_level": "low"},
            {"support_level": "moderate"},
            {"support_level": "high"},
            {"difficulty_adjustment": 1.2},
            {"pacing_adjustment": "slower"},
            {"pacing_adjustment": "faster"},
            {"target_difficulty": 1.0},
            {"target_difficulty": -1.0},
        ):
            with self.subTest(data):
                self.assertEqual(len(follow(Adaptation(), **data).sentences), 1)

    def test_marks_where_to_work_only_where_hints_come_by_themselves(self) -> None:
        asked = follow(Adaptation(), support_level="moderate")
        offered = follow(asked, guidance_level="high")

        self.assertEqual((asked.shown_level, offered.shown_level), (0, 1))
        self.assertEqual(follow(asked, hint_level=2).shown_level, 2)
        self.assertIn("marked", " ".join(offered.sentences))
        self.assertNotIn("marked", " ".join(asked.sentences))

    def test_says_how_exact_the_work_must_be(self) -> None:
        (sentence,) = follow(Adaptation(), difficulty_adjustment=1.25).sentences
        self.assertIn("80 %", sentence)

    def test_has_hints_come_sooner_where_the_unit_is_to_be_easier_or_faster(self) -> None:
        normal = follow(Adaptation(), guidance_level="high")
        easier = follow(normal, difficulty_adjustment=0.5)
        faster = follow(normal, pacing_adjustment="faster")
        slower = follow(normal, pacing_adjustment="slower")

        self.assertEqual(easier.hint_pause_seconds, normal.hint_pause_seconds / 2)
        self.assertLess(faster.hint_pause_seconds, normal.hint_pause_seconds)
        self.assertGreater(slower.hint_pause_seconds, normal.hint_pause_seconds)


if __name__ == "__main__":
    unittest.main()
