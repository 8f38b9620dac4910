"""What the record does for longer than it is waited for."""

import tempfile
import unittest
from pathlib import Path

from core.engine import Engine
from core.errors import Busy
from core.scene_shapes import LessonSaved


class LateTest(unittest.TestCase):
    def test_an_export_that_takes_long_is_said_to_go_on_and_its_end_is_noted(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            times = iter((0.0, 1000.0))
            engine = Engine(
                Path(name) / "vault",
                "4.4.0",
                lambda _command, _call: LessonSaved(path="", size_bytes=0),
                clock=lambda: next(times),
            )
            self.addCleanup(engine.close)
            while not engine.status().record.is_settled:
                engine.take(0.01)

            with self.assertRaises(Busy) as caught:
                engine.export_events(Path(name) / "events.jsonl")
            self.assertIn("It goes on by itself", caught.exception.remedy)
            self.assertTrue(engine.has_posted)

            with self.assertLogs("core.engine", "INFO") as logged:
                for _ in range(200):
                    if engine.has_posted:
                        engine.take(0.05)
            self.assertIn("0 events", logged.output[0])
            self.assertFalse(engine.has_posted)
            engine.close()


if __name__ == "__main__":
    unittest.main()
