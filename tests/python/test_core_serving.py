"""One command, one reply or one error: whatever the command does."""

import logging
import unittest
from typing import Any

from core.errors import Conflict, MallocVrError, rejection
from core.scene_shapes import HintShownInScene, ShowHint
from core.serving import WINDOW, reply_of
from core.shape import Command, Shape

COMMAND = ShowHint(session_id="s", level=1)
HINT = HintShownInScene(unit_id="u", level=1, last_level=False, hints_shown=1)


class ReplyTest(unittest.TestCase):
    def setUp(self) -> None:
        logging.disable(logging.CRITICAL)
        self.addCleanup(logging.disable, logging.NOTSET)

    def reply(self, run: Any) -> Any:
        return reply_of(run, COMMAND, WINDOW)

    def test_is_what_the_command_replied(self) -> None:
        calls = []

        def run(command: Command, *, caller: str) -> Shape:
            calls.append((command, caller))
            return HINT

        self.assertIs(self.reply(run), HINT)
        self.assertEqual(calls, [(COMMAND, WINDOW)])

    def test_keeps_code_field_and_remedy_of_what_the_command_rejects(self) -> None:
        def run(*_: Any, **__: Any) -> Shape:
            raise rejection("CONFLICT", "There is one.", "unit_id", "Choose another.")

        with self.assertRaises(Conflict) as caught:
            self.reply(run)

        self.assertEqual(caught.exception.field, "unit_id")
        self.assertEqual(caught.exception.remedy, "Choose another.")

    def test_is_an_internal_error_that_names_the_fault_when_the_command_breaks(self) -> None:
        faults = (KeyError("x"), RuntimeError("no"), ZeroDivisionError(), ReferenceError("gone"))
        for fault in faults:
            with self.subTest(type(fault).__name__):

                def run(*_: Any, fault: Exception = fault, **__: Any) -> Shape:
                    raise fault

                with self.assertRaises(MallocVrError) as caught:
                    self.reply(run)

                self.assertEqual(caught.exception.code, "SERVER_ERROR")
                self.assertIn(type(fault).__name__, caught.exception.message)


if __name__ == "__main__":
    unittest.main()
