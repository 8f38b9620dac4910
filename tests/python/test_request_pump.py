"""The pump: a budget, a linger, and nothing lost. No Blender here: inbox and clock are arguments."""

import unittest
from collections import deque
from typing import Any

from addon_package import addon_module
from core.status import ServerStatus, Status

request_pump = addon_module("serving.request_pump")


class Clock:
    """Seconds that pass only when somebody works or waits."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Inbox:
    """Requests that arrive at given times; a take may wait for one."""

    def __init__(self, clock: Clock, arrivals: list[float]) -> None:
        self.clock = clock
        self.arrivals = deque(clock.now + after for after in arrivals)
        self.patience: list[float] = []

    def take(self, patience_seconds: float) -> float | None:
        self.patience.append(patience_seconds)
        if self.arrivals and self.arrivals[0] <= self.clock.now + patience_seconds:
            self.clock.now = max(self.clock.now, self.arrivals[0])
            return self.arrivals.popleft()
        self.clock.now += patience_seconds
        return None


class PumpTest(unittest.TestCase):
    def setUp(self) -> None:
        self.clock = Clock()
        self.served: list[float] = []
        self.handed_in: list[int] = []  # how many were served by then

    def serve_taking(self, seconds: float):
        def serve(item: float) -> None:
            self.served.append(item)
            self.clock.now += seconds

        return serve

    def pump(self, inbox: Inbox, seconds: float) -> int:
        return request_pump.pump(
            inbox.take,
            self.serve_taking(seconds),
            lambda: self.handed_in.append(len(self.served)),
            self.clock,
        )

    def test_does_not_wait_when_nothing_is_there(self) -> None:
        inbox = Inbox(self.clock, [])
        began = self.clock.now

        self.assertEqual(self.pump(inbox, 0.0), 0)

        self.assertEqual(self.clock.now, began)

    def test_serves_all_that_waits_in_their_order(self) -> None:
        inbox = Inbox(self.clock, [0.0, 0.0, 0.0])
        waiting = list(inbox.arrivals)

        self.assertEqual(self.pump(inbox, 0.0001), 3)

        self.assertEqual(self.served, waiting)

    def test_answers_what_waited_together_at_once_and_before_it_waits_for_more(self) -> None:
        inbox = Inbox(self.clock, [0.0, 0.0, 0.0008])

        self.pump(inbox, 0.0001)

        self.assertEqual(self.handed_in, [2, 3])

    def test_answers_what_was_served_when_its_budget_is_spent(self) -> None:
        inbox = Inbox(self.clock, [0.0] * 3)

        self.pump(inbox, request_pump.BUDGET_SECONDS * 0.6)

        self.assertEqual(self.handed_in, [2])

    def test_lingers_for_the_next_request_after_it_served_one(self) -> None:
        inbox = Inbox(self.clock, [0.0, 0.0008])

        self.assertEqual(self.pump(inbox, 0.0), 2)

    def test_lingers_no_longer_than_it_says(self) -> None:
        inbox = Inbox(self.clock, [0.0, request_pump.LINGER_SECONDS * 2])

        self.assertEqual(self.pump(inbox, 0.0), 1)

        self.assertLessEqual(max(inbox.patience), request_pump.LINGER_SECONDS)

    def test_leaves_the_rest_for_the_next_visit_when_its_budget_is_spent(self) -> None:
        inbox = Inbox(self.clock, [0.0] * 10)

        first = self.pump(inbox, request_pump.BUDGET_SECONDS * 0.6)
        while inbox.arrivals:
            self.pump(inbox, request_pump.BUDGET_SECONDS * 0.6)

        self.assertEqual(first, 2)
        self.assertEqual(len(self.served), 10)

    def test_never_waits_beyond_its_budget(self) -> None:
        inbox = Inbox(self.clock, [0.0] + [0.0009 * n for n in range(1, 20)])
        began = self.clock.now

        self.pump(inbox, 0.0)

        self.assertLessEqual(self.clock.now - began, request_pump.BUDGET_SECONDS + 1e-9)

    def test_serves_one_slow_request_though_it_takes_longer_than_the_budget(self) -> None:
        inbox = Inbox(self.clock, [0.0, 0.0])

        self.assertEqual(self.pump(inbox, request_pump.BUDGET_SECONDS * 100), 1)

        self.assertEqual(len(inbox.arrivals), 1)


class ServeForeverTest(unittest.TestCase):
    def test_serves_until_it_should_stop(self) -> None:
        clock = Clock()
        inbox = Inbox(clock, [0.01, 0.4, 1.2])
        served: list[float] = []
        end = clock.now + 2.0

        between: list[int] = []
        handed_in: list[int] = []
        request_pump.serve_forever(
            inbox.take,
            served.append,
            lambda: handed_in.append(len(served)),
            lambda: clock.now >= end,
            lambda: between.append(len(served)),
        )

        self.assertEqual(len(served), 3)
        self.assertEqual(handed_in, [1, 2, 3])
        self.assertLessEqual({1, 2, 3}, set(between))  # after each request
        self.assertLess(clock.now, end + 2 * request_pump.HEADLESS_SLICE_SECONDS)

    def test_goes_on_with_the_others_when_one_raises(self) -> None:
        clock = Clock()
        inbox = Inbox(clock, [0.1, 0.2, 0.3])
        served: list[float] = []

        def hand_in() -> None:
            if len(served) == 2:
                raise RuntimeError("the second one")

        def between() -> None:
            if len(served) == 1:
                raise RuntimeError("after the first one")

        with self.assertLogs(request_pump.__name__, "ERROR") as logged:
            request_pump.serve_forever(
                inbox.take, served.append, hand_in, lambda: len(served) == 3, between
            )

        self.assertEqual(len(served), 3)
        self.assertIn("the second one", "".join(logged.output))
        self.assertIn("after the first one", "".join(logged.output))


class PaceTest(unittest.TestCase):
    def setUp(self) -> None:
        self.pace = request_pump.Pace()

    def interval(self, now: float, **server: Any) -> float:
        return self.pace.interval_seconds(Status(server=ServerStatus(**server)), now)

    def test_is_idle_while_nobody_talks(self) -> None:
        self.assertEqual(self.interval(10.0, running=True), request_pump.IDLE_INTERVAL_SECONDS)

    def test_is_active_while_a_client_talks(self) -> None:
        self.assertEqual(self.interval(10.0, running=True, requests=3, idle_seconds=1.0), 0.0)

    def test_is_idle_again_when_the_client_has_been_silent_for_long(self) -> None:
        silent = request_pump.CLIENT_REST_SECONDS + 1

        interval = self.interval(10.0, running=True, requests=3, idle_seconds=silent)

        self.assertEqual(interval, request_pump.IDLE_INTERVAL_SECONDS)

    def test_keeps_the_loop_awake_for_a_tenth_of_a_second_after_a_request(self) -> None:
        self.assertFalse(self.pace.is_burst(10.0))

        self.pace.note(1, 10.0)
        self.pace.note(0, 10.05)

        self.assertTrue(self.pace.is_burst(10.09))
        self.assertFalse(self.pace.is_burst(10.11))


if __name__ == "__main__":
    unittest.main()
