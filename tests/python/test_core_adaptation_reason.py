"""Why a unit was adapted, in words that claim no more than what happened."""

import unittest
from typing import Any

from core.adaptation_reason import reason_for
from core.course import Course
from core.view import CheckpointView, SessionView


def reason(*failed: int, passed: bool | None = None, **options: Any) -> str:
    goals = tuple(
        CheckpointView(str(n), "a", passed=passed, course=Course(failed=count))
        for n, count in enumerate(failed)
    )
    return reason_for(SessionView("s", "ada", "u", "U", checkpoints=goals, **options))


class ReasonTest(unittest.TestCase):
    def test_it_says_what_had_happened(self) -> None:
        for said, given in (
            ("after one try that did not hold.", reason(0, 1)),
            ("after 3 tries that did not hold.", reason(1, 2)),
            ("after you had seen every hint.", reason(0, hints=("a",), hints_shown=1)),
            ("after all had gone well so far.", reason(0, passed=True)),
            ("asked for this.", reason(0, passed=True, hints=("a", "b"), hints_shown=1)),
            ("asked for this.", reason(0)),
        ):
            with self.subTest(said):
                self.assertTrue(given.endswith(said), given)


if __name__ == "__main__":
    unittest.main()
