"""Objects are called as people call them: a copy's number is not said."""

import unittest

from core.called_names import as_called, called_names
from core.goal_hints import hints_for


class CalledNamesTest(unittest.TestCase):
    def test_a_copys_number_is_not_said(self) -> None:
        names = called_names(["Cup.001", "Saucer.001", "Camera"])
        self.assertEqual(as_called("Cup.001 stands on Saucer.001.", names), "Cup stands on Saucer.")

    def test_where_two_would_be_called_the_same_it_is_said(self) -> None:
        names = called_names(["Bolt", "Bolt.001", "Nut.002"])
        self.assertEqual(as_called("Bolt.001 is in Nut.002.", names), "Bolt.001 is in Nut.")

    def test_a_name_that_is_only_a_number_stays(self) -> None:
        self.assertEqual(called_names([".001"]), {})


class HintsOfADirectionTest(unittest.TestCase):
    def test_a_direction_has_hints_as_an_object_has(self) -> None:
        lying = {
            "angle": {"object": "Cup.001", "axis": "x", "to": [1, 0, 0], "max": 3, "unit": "deg"}
        }
        where, what, how = hints_for(lying)
        self.assertEqual((where, what), ("Look at Cup.", "Turn Cup until it points the right way."))
        self.assertIn("press R", how)


if __name__ == "__main__":
    unittest.main()
