"""One command, one reply or one error: whatever the command does."""

import logging
import unittest
from typing import Any

from core.errors import Conflict, MallocVrError, rejection
from core.scene_shapes import HintShownInScene, ShowHint
from core.serving import Call, WindowCall, reply_of, require_wanted
from core.shape import Command, Shape

COMMAND = ShowHint(session_id="s", level=1)
WINDOW_CALL = WindowCall()
HINT = HintShownInScene(unit_id="u", level=1, last_level=False, hints_shown=1)


class ReplyTest(unittest.TestCase):
    def setUp(self) -> None:
        logging.disable(logging.CRITICAL)
        self.addCleanup(logging.disable, logging.NOTSET)

    def reply(self, run: Any) -> Any:
        return reply_of(run, COMMAND, WINDOW_CALL)

    def test_is_what_the_command_replied(self) -> None:
        calls = []

        def run(command: Command, call: Call) -> Shape:
            calls.append((command, call))
            return HINT

        self.assertIs(self.reply(run), HINT)
        self.assertEqual(calls, [(COMMAND, WINDOW_CALL)])

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


class WantedTest(unittest.TestCase):
    def test_what_was_cancelled_is_rejected_as_unchanged_and_what_is_waited_for_goes_on(
        self,
    ) -> None:
        require_wanted(WindowCall())

        with self.assertRaises(Conflict) as caught:
            require_wanted(WindowCall(is_cancelled=True))

        self.assertIn("nothing was changed", caught.exception.message)


if __name__ == "__main__":
    unittest.main()
