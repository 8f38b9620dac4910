"""Going through a raw trace: each moment as it was, whatever was said only once."""

import unittest
from typing import Any

from core.replay import GAPS, Replay, Sight
from core.replies import ReplayPart, ReplaySample, ReplayView, SessionTrace

STILL = (1.0, 0.0, 0.0, 0.0)


def view(x: float) -> ReplayView:
    return ReplayView(
        place_m=(x, 0.0, 0.0), rotation=STILL, vertical_fov_rad=0.7, parallel_height_m=0.0
    )


def part(name: str, x: float) -> ReplayPart:
    return ReplayPart(
        name=name, uuid=f"uuid-{name}", is_there=True, place_m=(x, 0.0, 0.0), rotation=STILL
    )


def gone(name: str) -> ReplayPart:
    return ReplayPart(name=name, uuid="", is_there=False, place_m=(), rotation=())


def seen(seconds: float, led_to: ReplayView | None, *moved: ReplayPart) -> ReplaySample:
    return ReplaySample(
        seconds=seconds, sight="view" if led_to else "as_before", view=led_to, moved=moved
    )


def blind(seconds: float, sight: Any, *moved: ReplayPart) -> ReplaySample:
    return ReplaySample(seconds=seconds, sight=sight, view=None, moved=moved)


class ReplayTest(unittest.TestCase):
    def setUp(self) -> None:
        self.replay = Replay(
            SessionTrace(
                session_id="s",
                unreadable_chunks=0,
                next_seconds=None,
                samples=(
                    seen(1.0, view(0), part("Cup", 0), part("Lid", 5)),
                    seen(2.0, None, part("Cup", 1)),
                    seen(4.0, view(3), gone("Lid")),
                    seen(6.0, None, part("Lid", 7)),
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

    def test_a_closed_viewport_is_a_gap_and_not_the_last_view(self) -> None:
        replay = Replay(
            SessionTrace(
                session_id="s",
                unreadable_chunks=0,
                next_seconds=None,
                samples=(
                    seen(1.0, view(0), part("Cup", 0)),
                    blind(2.0, "no_view"),
                    blind(3.0, "as_before", part("Cup", 1)),
                    seen(4.0, view(0)),
                    blind(5.0, "not_watched"),
                    seen(8.0, view(2), part("Cup", 5)),
                ),
            )
        )
        found = [replay.at(seconds) for seconds in (1.5, 3.5, 4.5, 6.0, 8.0)]
        self.assertEqual(
            [frame.sight for frame in found],
            [Sight.VIEW, Sight.NO_VIEW, Sight.VIEW, Sight.NOT_WATCHED, Sight.VIEW],
        )
        self.assertEqual([frame.view is None for frame in found], [False, True, False, True, False])
        self.assertEqual([len(frame.parts) for frame in found], [1, 1, 1, 0, 1])
        self.assertEqual(
            [frame.sight in GAPS for frame in found], [False, True, False, True, False]
        )

    def test_the_begin_is_as_the_first_look_a_moment_later_showed_it(self) -> None:
        self.assertEqual(self.places(0.9), {"Cup": 0, "Lid": 5})

    def test_a_part_is_known_by_the_lessons_own_id(self) -> None:
        self.assertEqual(self.replay.part_uuids, {"Cup": "uuid-Cup", "Lid": "uuid-Lid"})

    def test_before_the_first_sample_nothing_is_known(self) -> None:
        self.assertEqual((self.replay.at(0.5).view, self.places(0.5)), (None, {}))
        self.assertIs(self.replay.at(0.5).sight, Sight.BEFORE)
        self.assertEqual((self.replay.from_seconds, self.replay.to_seconds), (1.0, 6.0))

    def test_a_session_without_a_trace_has_nothing_to_go_through(self) -> None:
        empty = Replay(
            SessionTrace(session_id="s", unreadable_chunks=0, next_seconds=None, samples=())
        )
        self.assertTrue(empty.is_empty)
        self.assertEqual(empty.at(1.0).parts, {})


if __name__ == "__main__":
    unittest.main()
