"""The native engine's status, read into values."""

import json
import unittest

from core.status import Notice, RecordState, RecordStatus, Status, parse_status


class StatusTest(unittest.TestCase):
    def test_reads_what_the_engine_says(self) -> None:
        text = json.dumps(
            {
                "server": {"running": True, "url": "http://127.0.0.1:1/mcp", "clients": 2},
                "record": {
                    "path": "/r",
                    "state": "memory",
                    "events": 5,
                    "pending": 2,
                    "memory_only": 7,
                    "problem": "disk full",
                    "remedy": "Free some space.",
                    "notices": [{"text": "Row 3 is damaged.", "remedy": None}],
                },
                "queue": {"waiting": 1},
                "log_file": "/l",
            }
        )

        status = parse_status(text)

        self.assertTrue(status.server.running)
        self.assertEqual(status.server.clients, 2)
        record = status.record
        self.assertEqual((record.problem, record.remedy), ("disk full", "Free some space."))
        self.assertEqual((record.events, record.pending, record.memory_only), (5, 2, 7))
        self.assertEqual(record.state, RecordState.MEMORY)
        self.assertEqual(record.notices, (Notice("Row 3 is damaged."),))
        self.assertEqual((status.waiting, status.log_file), (1, "/l"))

    def test_knows_when_the_record_is_settled(self) -> None:
        settled = {
            state.value: parse_status(json.dumps({"record": {"state": state.value}}))
            for state in RecordState
        }

        self.assertEqual(
            {name: status.record.is_settled for name, status in settled.items()},
            {
                "closed": False,
                "opening": False,
                "open": True,
                "spill": True,
                "read_only": True,
                "memory": True,
            },
        )

    def test_says_what_is_only_in_memory_how_much_and_what_to_do(self) -> None:
        lost = "What is still in memory when Blender ends is lost."
        full = RecordStatus(
            state=RecordState.MEMORY, problem="Full.", remedy="Free some space.", memory_only=3
        )

        self.assertEqual(full.trouble[0], "Full.")
        self.assertIn("3 events are not on a disk", full.trouble[1])
        self.assertEqual(full.trouble[2:], ("Free some space.", lost))
        one = RecordStatus(state=RecordState.MEMORY, memory_only=1)
        self.assertIn("1 event is not on a disk", one.trouble[0])
        none = RecordStatus(state=RecordState.MEMORY)
        self.assertEqual(none.trouble, ("You can go on, but work is only in memory now.", lost))

    def test_says_that_a_newer_record_keeps_nothing_of_what_is_done_now(self) -> None:
        newer = RecordStatus(state=RecordState.READ_ONLY, problem="It is newer.", remedy="Update.")

        self.assertEqual(
            newer.trouble,
            ("It is newer.", "You can look, but nothing that is done now is kept.", "Update."),
        )

    def test_says_that_work_beside_another_blender_is_kept_and_joined(self) -> None:
        spill = RecordStatus(state=RecordState.SPILL, problem="It is in use.", pending=2)

        self.assertEqual(spill.trouble[0], "It is in use.")
        self.assertIn("joined to the record when the other program ends", spill.trouble[1])

    def test_has_nothing_to_say_while_the_record_is_open(self) -> None:
        self.assertEqual(RecordStatus(state=RecordState.OPEN, events=3, pending=2).trouble, ())

    def test_passes_over_what_it_does_not_know_or_is_not_there(self) -> None:
        read = parse_status('{"server": {"mood": 1, "url": null}, "record": {"state": "closed"}}')

        self.assertEqual(read, Status())


if __name__ == "__main__":
    unittest.main()
