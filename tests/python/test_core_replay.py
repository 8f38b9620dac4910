"""Going through a raw trace: each moment as it was, whatever was said only once."""

import unittest

from core.replay import Replay
from core.status_shapes import ReplayPart, ReplaySample, ReplayView, SessionTrace

STILL = (1.0, 0.0, 0.0, 0.0)


def view(x: float) -> ReplayView:
    return ReplayView(
        place_m=(x, 0.0, 0.0), rotation=STILL, vertical_fov_rad=0.7, parallel_height_m=0.0
    )


def part(name: str, x: float) -> ReplayPart:
    return ReplayPart(name=name, is_there=True, place_m=(x, 0.0, 0.0), rotation=STILL)


def gone(name: str) -> ReplayPart:
    return ReplayPart(name=name, is_there=False, place_m=(), rotation=())


class ReplayTest(unittest.TestCase):
    def setUp(self) -> None:
        self.replay = Replay(
            SessionTrace(
                session_id="s",
                unreadable_chunks=0,
                samples=(
                    ReplaySample(seconds=1.0, view=view(0), moved=(part("Cup", 0), part("Lid", 5))),
                    ReplaySample(seconds=2.0, view=None, moved=(part("Cup", 1),)),
                    ReplaySample(seconds=4.0, view=view(3), moved=(gone("Lid"),)),
                    ReplaySample(seconds=6.0, view=None, moved=(part("Lid", 7),)),
                ),
            )
        )

    def places(self, seconds: float) -> dict[str, float]:
        return {name: pose[0][0] for name, pose in self.replay.at(seconds).parts.items()}

    def test_what_did_not_move_stays_where_it_was(self) -> None:
        self.assertEqual(self.places(1.0), {"Cup": 0, "Lid": 5})
        self.assertEqual(self.places(3.9), {"Cup": 1, "Lid": 5})

    def test_a_part_that_was_deleted_is_gone_until_it_comes_back(self) -> None:
        self.assertEqual(self.places(4.0), {"Cup": 1})
        self.assertEqual(self.places(99.0), {"Cup": 1, "Lid": 7})

    def test_the_view_stays_until_it_is_led_elsewhere(self) -> None:
        seen = [self.replay.at(seconds).view for seconds in (1.0, 3.9, 4.0)]
        self.assertEqual([one.place_m[0] for one in seen if one], [0, 0, 3])

    def test_before_the_first_sample_nothing_is_known(self) -> None:
        self.assertEqual((self.replay.at(0.5).view, self.places(0.5)), (None, {}))
        self.assertEqual((self.replay.from_seconds, self.replay.to_seconds), (1.0, 6.0))

    def test_a_session_without_a_trace_has_nothing_to_go_through(self) -> None:
        empty = Replay(SessionTrace(session_id="s", unreadable_chunks=0, samples=()))
        self.assertTrue(empty.is_empty)
        self.assertEqual(empty.at(1.0).parts, {})


if __name__ == "__main__":
    unittest.main()
