"""One request, one reply: whatever the command does."""

import json
import logging
import unittest
from dataclasses import dataclass, field
from typing import Any

from core.errors import refusal
from core.serving import serve


@dataclass
class Request:
    id: int = 7
    command: str = "read_lesson"
    arguments_json: str = '{"unit_id": "a"}'
    local: bool = False


@dataclass
class Desk:
    """Keeps replies as the native desk would; `closed` is one whose caller has gone."""

    closed: bool = False
    replies: list[tuple[Any, ...]] = field(default_factory=list)

    def answer(self, request_id: int, reply_json: str) -> None:
        self.replies.append(("answer", request_id, json.loads(reply_json)))
        self._check()

    def refuse(
        self, request_id: int, code: str, message: str, field: str = "", remedy: str = ""
    ) -> None:
        self.replies.append(("refuse", request_id, code, message, field, remedy))
        self._check()

    def _check(self) -> None:
        if self.closed:
            raise refusal("RESOURCE_NOT_FOUND", "nobody waits for this answer")


class ServeTest(unittest.TestCase):
    def setUp(self) -> None:
        self.desk = Desk()
        logging.disable(logging.CRITICAL)
        self.addCleanup(logging.disable, logging.NOTSET)

    def serve(self, run: Any, request: Request | None = None) -> list[tuple[Any, ...]]:
        serve(self.desk, request or Request(), run)
        return self.desk.replies

    def test_answers_with_the_reply_of_the_command(self) -> None:
        def run(command: str, arguments: dict[str, Any], *, local: bool) -> dict[str, Any]:
            return {"command": command, "arguments": arguments, "local": local}

        replies = self.serve(run, Request(local=True))

        reply = {"command": "read_lesson", "arguments": {"unit_id": "a"}, "local": True}
        self.assertEqual(replies, [("answer", 7, reply)])

    def test_refuses_with_code_field_and_remedy_of_a_refusal(self) -> None:
        def run(*_: Any, **__: Any) -> dict[str, Any]:
            raise refusal("CONFLICT", "There is one.", "unit_id", "Choose another.")

        replies = self.serve(run)

        expected = ("refuse", 7, "CONFLICT", "There is one.", "unit_id", "Choose another.")
        self.assertEqual(replies, [expected])

    def test_gives_exactly_one_reply_when_the_command_breaks(self) -> None:
        faults = (KeyError("x"), RuntimeError("no"), ZeroDivisionError(), ReferenceError("gone"))
        for fault in faults:
            with self.subTest(type(fault).__name__):
                self.desk = Desk()

                def run(*_: Any, fault: Exception = fault, **__: Any) -> dict[str, Any]:
                    raise fault

                replies = self.serve(run)

                self.assertEqual(len(replies), 1)
                self.assertEqual(replies[0][2], "SERVER_ERROR")
                self.assertIn(type(fault).__name__, replies[0][3])

    def test_refuses_a_reply_that_is_no_json(self) -> None:
        for reply in ({"x": float("nan")}, {"x": object()}, {"x": {1, 2}}):
            with self.subTest(str(reply)):
                self.desk = Desk()

                replies = self.serve(lambda *_, reply=reply, **__: reply)

                self.assertEqual([kind for kind, *_ in replies], ["refuse"])

    def test_does_not_reply_twice_when_nobody_waits_for_the_answer(self) -> None:
        self.desk = Desk(closed=True)

        replies = self.serve(lambda *_, **__: {})

        self.assertEqual(len(replies), 1)


if __name__ == "__main__":
    unittest.main()
