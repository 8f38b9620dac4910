"""When a hint comes by itself."""

import unittest
from dataclasses import replace

from core.adaptation import Adaptation
from core.hint_pace import HintPace
from core.view import CheckpointView, SessionView

STUCK = SessionView(
    "s1", "ada", "move_it", "Move it", hints=("a", "b"), checkpoints=(CheckpointView("c", "o"),)
)
GUIDED = Adaptation(guidance_level="high", pacing_adjustment="normal")


class HintPaceTest(unittest.TestCase):
    def setUp(self) -> None:
        self.pace = HintPace()
        self.pause = GUIDED.hint_pause_seconds

    def test_comes_after_the_pause_and_not_before(self) -> None:
        self.assertFalse(self.pace.is_due(STUCK, GUIDED, 100.0))
        self.assertFalse(self.pace.is_due(STUCK, GUIDED, 100.0 + self.pause - 0.1))
        self.assertTrue(self.pace.is_due(STUCK, GUIDED, 100.0 + self.pause))

    def test_waits_anew_after_each_progress(self) -> None:
        self.pace.is_due(STUCK, GUIDED, 0.0)
        hinted = replace(STUCK, hints_shown=1)

        self.assertFalse(self.pace.is_due(hinted, GUIDED, self.pause))
        self.assertTrue(self.pace.is_due(hinted, GUIDED, 2 * self.pause))

    def test_never_comes_without_high_guidance_or_a_hint_that_is_left(self) -> None:
        passed = replace(STUCK, checkpoints=(CheckpointView("c", "o", passed=True),))
        rows = (
            (STUCK, Adaptation()),
            (STUCK, replace(GUIDED, guidance_level="low")),
            (replace(STUCK, hints_shown=2), GUIDED),
            (replace(STUCK, hints=()), GUIDED),
            (passed, GUIDED),
            (replace(STUCK, is_paused=True), GUIDED),
            (None, GUIDED),
        )
        for session, adaptation in rows:
            with self.subTest(session=session, adaptation=adaptation):
                pace = HintPace()
                pace.is_due(session, adaptation, 0.0)
                self.assertFalse(pace.is_due(session, adaptation, 10 * self.pause))


if __name__ == "__main__":
    unittest.main()
