"""What is followed of a demonstration: movements as one, operators beside what they did, Undo."""

import unittest
from collections.abc import Sequence

from core.demonstration import Change, ShownState
from core.demonstration_changes import ChangeLog
from demonstration_samples import about, state

START = state()
MOVE, TURN = "TRANSFORM_OT_translate", "TRANSFORM_OT_rotate"


class ChangeLogTest(unittest.TestCase):
    def setUp(self) -> None:
        self.log = ChangeLog()
        self.seconds = 0.0

    def see(
        self, key: int = 1, now: ShownState | None = None, operators: Sequence[str] = ()
    ) -> None:
        self.seconds += 1
        self.log.moment({key: (START, now)} if now else {}, self.seconds, operators)

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
        self.assertEqual((change.began_seconds, change.ended_seconds), (1.0, 3.0))

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
        self.log.moment(both, 1.0)
        self.log.moment(both, 2.0, [MOVE])
        self.assertEqual(self.said(), [("1", "MOVED", MOVE), ("2", "MOVED", MOVE)])


if __name__ == "__main__":
    unittest.main()
