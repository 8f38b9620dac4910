"""An engine on a record in a folder, for tests of what the folder does to it."""

import unittest
from pathlib import Path

from core.arguments import ListLearnersArguments, ProcessLearnerModelArguments
from core.engine import Engine
from core.scene_shapes import LessonSaved
from core.serving import Call
from core.shape import Command, Shape

LIMIT_TAKES = 200
TAKE_SECONDS = 0.05


def no_scene(command: Command, call: Call) -> Shape:
    """Answer whatever a client asks of the scene."""
    return LessonSaved(path="", size_bytes=0)


class RecordCase(unittest.TestCase):
    """Each test's engines are closed at its end."""

    def settled(self, folder: Path) -> Engine:
        """An engine that has opened its record in `folder`, or knows why it cannot."""
        engine = Engine(folder, "4.4.0", no_scene)
        self.addCleanup(engine.close)
        for _ in range(LIMIT_TAKES):
            if engine.status().record.is_settled:
                break
            engine.take(TAKE_SECONDS)
        return engine

    def opened(self, folder: Path) -> Engine:
        """An engine whose record is open in `folder`."""
        engine = self.settled(folder)
        self.assertEqual(engine.status().record.problem, "")
        return engine

    def record(self, engine: Engine, learner: str) -> None:
        """Have one event of a learner recorded."""
        profile = ProcessLearnerModelArguments(
            learner_id=learner, static_profile={}, dynamic_profile={}
        )
        engine.call(profile)

    def fill(self, folder: Path, learner: str) -> None:
        """Make a record with one event of a learner, and close it."""
        engine = self.opened(folder)
        self.record(engine, learner)
        engine.close()

    def learners(self, folder: Path) -> list[str]:
        """Open the record: whom it knows."""
        engine = self.opened(folder)
        found = [each.learner_id for each in engine.call(ListLearnersArguments()).learners]
        engine.close()
        return found
