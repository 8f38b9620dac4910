"""The native engine's status, read into values."""

import json
import unittest

from core.status import Status, parse_status


class StatusTest(unittest.TestCase):
    def test_reads_what_the_engine_says(self) -> None:
        text = json.dumps(
            {
                "server": {"running": True, "url": "http://127.0.0.1:1/mcp", "clients": 2},
                "record": {"path": "/r", "events": 5, "problem": "disk full"},
                "queue": {"waiting": 1, "in_flight": 3},
            }
        )

        status = parse_status(text)

        self.assertTrue(status.server.running)
        self.assertEqual(status.server.clients, 2)
        self.assertEqual(status.record.problem, "disk full")
        self.assertEqual((status.waiting, status.in_flight), (1, 3))

    def test_puts_a_recovery_into_a_sentence(self) -> None:
        recovered = {"damaged_at_sequence": 7, "what": "a torn row", "kept_as": "r.1", "events": 6}

        record = parse_status(json.dumps({"record": {"recovered": recovered}})).record

        self.assertIn("entry 7: a torn row.", record.recovered)
        self.assertIn("r.1", record.recovered)
        self.assertEqual(parse_status('{"record": {"recovered": null}}').record.recovered, "")

    def test_passes_over_what_it_does_not_know_or_is_not_there(self) -> None:
        self.assertEqual(parse_status('{"server": {"mood": 1, "url": null}}'), Status())


if __name__ == "__main__":
    unittest.main()
