"""The facade over the real native engine: its calls, its rejections, its end."""

import tempfile
import unittest
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.arguments import (
    GetLessonArguments,
    GetProgressArguments,
    ListLearnersArguments,
    ProcessLearnerModelArguments,
    ShowHintArguments,
    StartSessionArguments,
)
from core.engine import Engine
from core.errors import BadArgument, Busy, Conflict, MallocVrError, NotFound, rejection, sentence
from core.program_log import start_log, stop_log
from core.replies import Lesson
from core.scene_shapes import HintShownInScene, StartUnit, UnitStarted
from core.serving import Call, WindowCall
from core.shape import Command, Shape
from running_unit_views import unit_started

LESSON = Lesson(units=(), order=())
PROFILE = ProcessLearnerModelArguments(learner_id="ada", static_profile={}, dynamic_profile={})
HINT = HintShownInScene(
    unit_id="u", level=1, last_level=False, text="Look at the rim.", hints_shown=1
)


class EngineTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.commands: list[tuple[str, Call]] = []
        self.reply: Shape | Exception = HINT
        self.engine = self.opened()

    def opened(self) -> Engine:
        """An engine whose record is open."""
        engine = Engine(self.folder / "vault", "4.4.0", self.run_command)
        self.addCleanup(engine.close)
        for _ in range(200):
            if engine.status().record.is_settled:
                break
            engine.take(0.05)
        return engine

    def running_session(self) -> str:
        """A session, without a Blender in which it runs."""
        self.reply = unit_started()
        begun = self.engine.call(StartSessionArguments(learner_id="ada", unit_id="u"))
        self.reply = HINT
        self.commands.clear()
        return str(begun.session_id)

    def run_command(self, command: Command, call: Call) -> Shape:
        self.commands.append((command.NAME, call))
        if isinstance(command, StartUnit) and isinstance(self.reply, UnitStarted):
            return replace(self.reply, session_id=command.session_id)
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply

    def events(self, engine: Engine | None = None) -> int:
        """The number of events on disk, which the engine publishes a moment later."""
        engine = engine or self.engine
        for _ in range(100):
            if engine.status().record.events:
                break
            engine.take(0.05)
        return engine.status().record.events

    def test_runs_the_scene_command_of_its_own_call_and_returns_the_result(self) -> None:
        session_id = self.running_session()

        result = self.engine.call(ShowHintArguments(session_id=session_id))

        self.assertEqual(self.commands, [("show_hint", WindowCall())])
        self.assertEqual(result.text, "Look at the rim.")

    def test_raises_what_the_scene_command_rejected(self) -> None:
        session_id = self.running_session()
        self.reply = rejection(
            "CONFLICT", "Its scene is gone.", "session_id", "Open the file again."
        )

        with self.assertRaises(Conflict) as caught:
            self.engine.call(ShowHintArguments(session_id=session_id))

        self.assertEqual(caught.exception.code, "CONFLICT")
        self.assertEqual(caught.exception.field, "session_id")
        self.assertEqual(sentence(caught.exception), "Its scene is gone. Open the file again.")

    def test_reads_the_lesson_that_was_published_last(self) -> None:
        with self.assertRaises(Busy):
            self.engine.call(GetLessonArguments())

        self.engine.publish_lesson(replace(LESSON, file="a.blend"))

        self.assertEqual(self.engine.call(GetLessonArguments()).file, "a.blend")
        self.assertEqual(self.commands, [])

    def test_raises_the_class_of_a_tool_that_rejects(self) -> None:
        with self.assertRaises(NotFound):
            self.engine.call(GetProgressArguments(learner_id="nobody"))
        with self.assertRaises(BadArgument) as caught:
            self.engine.call(GetProgressArguments(learner_id=""))

        self.assertIn("learner_id", caught.exception.field)
        self.assertEqual(self.commands, [])

    def test_rejects_numbers_that_json_has_not(self) -> None:
        with self.assertRaises(BadArgument) as caught:
            self.engine.call(GetLessonArguments(unit_id=float("nan")))  # type: ignore[arg-type]

        self.assertEqual(caught.exception.field, "unit_id")

    def test_survives_a_command_that_breaks(self) -> None:
        session_id = self.running_session()
        hint, self.reply = self.reply, RuntimeError("broken")

        with self.assertRaises(MallocVrError), self.assertLogs("core.serving", "ERROR"):
            self.engine.call(ShowHintArguments(session_id=session_id))
        self.reply = hint

        self.assertEqual(self.engine.call(ShowHintArguments(session_id=session_id)).level, 1)

    def test_keeps_what_it_recorded_for_the_next_engine(self) -> None:
        made = self.engine.call(PROFILE)
        self.assertTrue(made.recorded or made.pending)  # the main thread waits for no disk
        events = len(made.event_ids)
        self.engine.close()

        again = self.opened()

        self.assertGreater(events, 0)
        self.assertEqual(self.events(again), events)
        self.assertEqual(again.call(ListLearnersArguments()).learners[0].learner_id, "ada")

    def test_hands_the_end_of_a_posted_call_over_when_it_is_taken(self) -> None:
        results: list[Any] = []

        self.engine.post(PROFILE, results.append)
        self.assertEqual(results, [])
        self.assertTrue(self.engine.has_posted)
        self.take_until(lambda: bool(results))

        self.assertEqual(results[0].learner_id, "ada")
        self.assertFalse(self.engine.has_posted)

    def test_hands_over_a_posted_calls_rejection(self) -> None:
        rejected: list[MallocVrError] = []

        self.engine.post(GetProgressArguments(learner_id="x"), self.fail, rejected.append)
        self.take_until(lambda: bool(rejected))

        self.assertIsInstance(rejected[0], NotFound)

    def test_logs_a_posted_calls_rejection_that_nobody_asks_for(self) -> None:
        with self.assertLogs("core.engine", "WARNING") as logged:
            self.engine.post(GetProgressArguments(learner_id="x"), self.fail)
            self.take_until(lambda: not self.engine.has_posted)

        self.assertIn("get_learner_progress", logged.output[0])

    def test_hands_over_posted_ends_while_an_export_is_waited_for(self) -> None:
        order: list[str] = []
        self.engine.post(ListLearnersArguments(), lambda _: order.append("posted"))

        self.engine.export_events(self.folder / "events.jsonl")
        order.append("exported")

        self.assertEqual(order, ["posted", "exported"])

    def test_gives_posted_calls_up_when_it_closes(self) -> None:
        self.engine.post(ListLearnersArguments(), self.fail)

        self.engine.close()

        self.assertFalse(self.engine.has_posted)

    def take_until(self, is_done: Callable[[], bool]) -> None:
        """Take as the pump does."""
        for _ in range(200):
            if is_done():
                return
            self.engine.take(0.05)
        self.fail("it never happened")

    def test_writes_its_log_to_a_file_in_a_folder_that_it_makes(self) -> None:
        path = self.folder / "log" / "malloc_vr.log"
        self.addCleanup(stop_log)

        start_log(path)

        self.assertTrue(path.is_file())

    def test_says_where_it_serves_and_that_it_stopped(self) -> None:
        started = self.engine.start_server(0, self.folder / "run")
        token = Path(started.token_file)

        self.assertTrue(started.running)
        self.assertTrue(started.url.startswith("http://127.0.0.1:"))
        self.assertTrue(token.is_file())
        self.engine.call(ListLearnersArguments())  # no client's, and not shown as one's
        self.assertEqual(self.engine.status().server.last_tool, "")
        self.engine.stop_server()
        self.engine.stop_server()

        self.assertFalse(self.engine.status().server.running)

    def test_keeps_its_token_from_start_to_start_until_it_is_renewed(self) -> None:
        def start() -> str:
            started = self.engine.start_server(0, self.folder / "run")
            text = Path(started.token_file).read_text(encoding="ascii")
            self.engine.stop_server()
            return text

        kept = start()
        again = start()
        self.engine.renew_token()
        renewed = start()

        self.assertEqual(kept, again)
        self.assertEqual(len(kept), 43)
        self.assertNotEqual(kept, renewed)

    def test_takes_nothing_when_nobody_asks(self) -> None:
        self.assertIsNone(self.engine.take(0.0))

    def test_closes_twice(self) -> None:
        self.engine.close()
        self.engine.close()
        self.assertIsNone(self.engine.take(0.0))


if __name__ == "__main__":
    unittest.main()
