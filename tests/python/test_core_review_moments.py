"""A step and a moment of the replay are one place in the work, whichever is gone to."""

import random
import unittest

from core.replay import Replay
from core.replies import ReplaySample, SessionTrace
from core.review_moments import moment_of, moments, step_at
from core.review_steps import StepKind, StepView

END = float("inf")


def step(seconds: float, session_id: str = "s") -> StepView:
    return StepView(StepKind.PASSED, "10:00:00", "Passed.", session_id=session_id, seconds=seconds)


def replay(*seconds: float) -> Replay:
    samples = tuple(
        ReplaySample(seconds=at, sight="no_view", view=None, moved=()) for at in seconds
    )
    return Replay(
        SessionTrace(session_id="s", samples=samples, unreadable_chunks=0, next_seconds=None)
    )


class MomentsTest(unittest.TestCase):
    def test_steps_behind_the_last_sample_are_reached_too(self) -> None:
        steps = (step(0.0), step(5.2), step(END))  # the part lay still for the dwell
        self.assertEqual(moments(steps, replay(0.1, 4.5)), (0.0, 5.2))
        self.assertEqual(moment_of(steps[1], steps, replay(0.1, 4.5)), 5.2)
        self.assertEqual(moment_of(steps[2], steps, replay(0.1, 4.5)), 5.2)

    def test_a_moment_is_in_the_last_step_that_was_reached(self) -> None:
        steps = (step(7.0, "before"), step(0.0), step(4.0), step(9.0))
        found = [step_at(at, steps, replay(0.1, 12.0), 0) for at in (0.0, 3.9, 4.0, 8.0, 12.0)]
        self.assertEqual(found, [1, 1, 2, 2, 3])

    def test_of_steps_at_one_moment_the_one_that_is_shown_stays(self) -> None:
        steps = (step(0.0), step(4.0), step(4.0), step(END))
        one = replay(0.1, 4.0)
        self.assertEqual([step_at(4.0, steps, one, now) for now in (0, 1, 2, 3)], [3, 1, 2, 3])

    def test_whichever_step_is_gone_to_its_moment_is_in_it(self) -> None:
        numbers = random.Random(7)
        for _ in range(300):
            times = sorted(numbers.choice((0.0, 1.0, 2.5, 9.0)) for _ in range(6))
            steps = tuple(map(step, (*times, END)))
            one = replay(*sorted(numbers.uniform(0, 9) for _ in range(3)))
            for index, each in enumerate(steps):
                moment = moment_of(each, steps, one)
                self.assertEqual(step_at(moment, steps, one, index), index)


if __name__ == "__main__":
    unittest.main()
