"""What is followed of a demonstration: movements as one, operators beside what they did, Undo."""

import time
import unittest
from collections.abc import Sequence
from unittest import mock

from core.demonstration import Change, ShownState
from core.demonstration_changes import ChangeLog
from core.demonstration_order import Span, precedences
from demonstration_samples import about, state

START = state()
MOVE, TURN = "TRANSFORM_OT_translate", "TRANSFORM_OT_rotate"


class ChangeLogTest(unittest.TestCase):
    def setUp(self) -> None:
        self.log = ChangeLog()

    def see(
        self, key: int = 1, now: ShownState | None = None, operators: Sequence[str] = ()
    ) -> None:
        self.log.moment({key: (START, now)} if now else {}, operators)

    def said(self) -> list[tuple[str, str, str]]:
        return [(one.object_name, one.aspect.name, one.operator) for one in self.changes()]

    def changes(self) -> tuple[Change, ...]:
        return self.log.changes(str)

    def drag(self, key: int, *x: float, operator: str = MOVE) -> None:
        for place in x:
            self.see(key, state((place, 0, 0)))
        self.see(key, state((x[-1], 0, 0)), [operator])

    def test_a_drag_of_many_moves_is_one_change_by_its_operator(self) -> None:
        self.drag(1, 0.1, 0.2, 0.3)
        self.assertEqual(self.said(), [("1", "MOVED", MOVE)])
        (change,) = self.changes()
        self.assertEqual((change.began, change.ended), (1, 3))

    def test_a_step_after_another_is_later_however_quick_the_hand_and_slow_the_clock(self) -> None:
        still = mock.patch.multiple(time, monotonic=lambda: 1.0, perf_counter=lambda: 1.0)
        with still:
            self.drag(1, 0.1)
            self.drag(2, 0.1)
        first, second = self.changes()
        spans = {one.object_name: Span(one.began, one.ended) for one in (first, second)}
        self.assertEqual(precedences([spans]), {("1", "2")})

    def test_a_movement_that_goes_on_is_no_news_and_its_begin_end_and_undo_are(self) -> None:
        near, far = {1: (START, state((0.1, 0, 0)))}, {1: (START, state((0.2, 0, 0)))}
        self.assertEqual([self.log.moment(one) for one in (near, far)], [True, False])
        self.assertTrue(self.log.moment({}, [MOVE]), "it is known by what")
        self.assertFalse(self.log.moment({}))
        self.assertTrue(self.log.moment({1: (START, START)}))
        self.assertFalse(self.log.moment({1: (START, START)}))

    def test_two_drags_are_two_changes(self) -> None:
        self.drag(1, 0.1, 0.2)
        self.drag(1, 0.5)
        self.assertEqual(self.said(), [("1", "MOVED", MOVE)] * 2)

    def test_an_operator_that_is_seen_before_what_it_did_is_joined_to_it(self) -> None:
        self.drag(1, 0.1)
        self.see(2, state(hidden=True), ["OBJECT_OT_hide_view_set"])
        self.assertEqual(self.said()[1], ("2", "HIDDEN", "OBJECT_OT_hide_view_set"))

    def test_one_that_changed_nothing_is_joined_to_nothing(self) -> None:
        self.see(operators=["OBJECT_OT_select_all"])
        self.see()
        self.see(1, state((1, 0, 0)))
        self.assertEqual(self.said(), [("1", "MOVED", "")])

    def test_undo_takes_the_step_back(self) -> None:
        self.drag(1, 0.1, 0.2)
        self.drag(1, 0.5, 0.7)
        self.see(1, state((0.2, 0, 0)))
        self.assertEqual(self.said(), [("1", "MOVED", MOVE)])
        self.see(1, START)
        self.assertEqual(self.said(), [])
        self.assertEqual(self.log.keys, frozenset())

    def test_what_is_done_after_undo_is_later_than_what_was_kept(self) -> None:
        self.drag(1, 0.1)
        self.drag(2, 0.1)
        self.see(1, START)
        self.drag(1, 0.3)
        self.assertEqual([one.object_name for one in self.changes()], ["2", "1"])

    def test_undo_of_one_aspect_leaves_the_others(self) -> None:
        self.drag(1, 0.1)
        self.see(1, state((0.1, 0, 0), about("z", 30)))
        self.see(1, state((0.1, 0, 0), about("z", 30)), [TURN])
        self.assertEqual(self.said(), [("1", "MOVED", MOVE), ("1", "TURNED", TURN)])
        self.see(1, state((0.1, 0, 0)))
        self.assertEqual(self.said(), [("1", "MOVED", MOVE)])

    def test_objects_that_are_moved_together_are_a_change_each_at_the_same_time(self) -> None:
        both = {key: (START, state((0.1, 0, 0))) for key in (1, 2)}
        self.log.moment(both)
        self.log.moment(both, [MOVE])
        self.assertEqual(self.said(), [("1", "MOVED", MOVE), ("2", "MOVED", MOVE)])


if __name__ == "__main__":
    unittest.main()
