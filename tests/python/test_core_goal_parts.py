"""How many parts a goal has, and which objects it asks a learner to work with."""

import unittest

from core.condition_needs import asks_for_own_transform, objects_worked_with
from core.goal_parts import is_question, parts_of


class PartsTest(unittest.TestCase):
    def test_lists_and_orders_are_counted_and_single_things_are_not(self) -> None:
        held = [{"holds": True}, {"holds": False}, {"holds": True}]
        steps = [{"first_true_seconds": 2.0}, {"first_true_seconds": None}] * 2
        for evidence, parts in (
            ({"predicate": "count", "children": held}, (2, 3)),
            ({"predicate": "all", "children": held}, (2, 3)),
            ({"predicate": "all", "children": held[:2]}, (0, 0)),
            ({"predicate": "any", "children": held}, (0, 0)),
            ({"predicate": "order", "steps": steps, "children": held}, (2, 4)),
            ({"predicate": "distance"}, (0, 0)),
        ):
            with self.subTest(evidence):
                self.assertEqual(parts_of(evidence), parts)


class QuestionTest(unittest.TestCase):
    def test_a_goal_that_asks_and_nothing_else_is_a_question_whatever_it_is_called(self) -> None:
        asked = {"question": "How many?", "kind": "number", "correct": 4}
        self.assertTrue(is_question({"answer": asked}))
        self.assertTrue(is_question({"id": "count", "answer": asked, "feedback": "Count anew."}))
        self.assertFalse(is_question({"all": [{"answer": asked}, {"visible": {"object": "Cup"}}]}))
        self.assertFalse(is_question({}))


class NeedsTest(unittest.TestCase):
    def test_conditions_on_an_object_itself_are_not_met_in_edit_mode(self) -> None:
        turned = {"turned": {"object": "Bolt", "min": 35}}
        for conditions, asks in (
            (turned, True),
            ({"order": {"steps": [{"id": "a", "when": {"not": turned}}]}}, True),
            ({"inside": {"object": "Bolt", "region": "Tray"}}, False),
            ({"all": [turned, {"mode": {"is": "EDIT_MESH"}}]}, False),
        ):
            with self.subTest(conditions):
                self.assertEqual(asks_for_own_transform(conditions), asks)

    def test_the_learner_works_with_objects_and_not_with_what_they_are_measured_by(self) -> None:
        inside = {"all": [{"inside": {"object": "Bolt", "region": "Tray"}}]}

        self.assertEqual(objects_worked_with(inside), {"Bolt"})


if __name__ == "__main__":
    unittest.main()
