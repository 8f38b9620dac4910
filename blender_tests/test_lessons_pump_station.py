"""The pump station, done to the end by three different hands.

scripts/blender 4.4 blender_tests/run.py test_lessons_pump_station.py
"""

import unittest

from lesson_work import LessonWorkCase
from ways import PUMP_STATION


class PumpStationTest(LessonWorkCase):
    def test_careful_hands_pass_each_unit_at_once(self) -> None:
        hands = self.work("careful", "pump_station", PUMP_STATION)
        self.assertNotIn("hint_show", hands.actions)

    def test_hasty_hands_take_their_slips_back_and_pass(self) -> None:
        hands = self.work("hasty", "pump_station", PUMP_STATION)
        self.assertIn("undo", hands.actions)

    def test_lost_hands_ask_leave_come_back_and_pass(self) -> None:
        ways = PUMP_STATION
        hands = self.work("lost", "pump_station", ways)
        self.assertEqual(hands.actions.count("hint_show"), 3 * len(ways))

    def test_a_slip_alone_passes_no_unit(self) -> None:
        self.slip_only("pump_station", PUMP_STATION)


if __name__ == "__main__":
    unittest.main()
