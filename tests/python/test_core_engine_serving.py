"""The engine with clients on its socket while its owner serves scene requests: all threads at once.

Run plain, and under the sanitizers by scripts/asan and scripts/tsan.
"""

import json
import socket
import sys
import tempfile
import time
import unittest
from pathlib import Path
from typing import Any

from core.arguments import SaveLessonArguments
from core.engine import Engine
from core.errors import rejection
from core.replies import Lesson
from core.scene_shapes import LessonSaved
from core.serving import Call, Runner
from core.shape import Command, Shape
from core.status import ServerStatus

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "blender_tests"))

from process_threads import threads

LESSON = Lesson(units=(), order=())
SAVED = LessonSaved(path="a.blend", size_bytes=1)
CLIENTS = 4
CALLS = 10
LIMIT_SECONDS = 60.0


class LineClient:
    """A client that sends lines and never blocks."""

    def __init__(self, status: ServerStatus, token: str) -> None:
        if status.line_port:
            self._socket = socket.create_connection(("127.0.0.1", status.line_port))
        else:
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.connect(status.socket)
        self._socket.settimeout(LIMIT_SECONDS)
        self._received = b""
        about = {"name": "test", "version": "1"}
        self.send({"token": token})
        handshake = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": about}
        self.ask(0, "initialize", handshake)

    def send(self, message: dict[str, Any]) -> None:
        """Send one line."""
        self._socket.sendall(json.dumps(message).encode() + b"\n")

    def ask(self, number: int, method: str, params: dict[str, Any]) -> None:
        """Send one request."""
        self.send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})

    def replies(self) -> dict[int, dict[str, Any]]:
        """Everything that was answered so far, by the request's id."""
        self._socket.setblocking(False)
        try:
            while part := self._socket.recv(65536):
                self._received += part
        except BlockingIOError:
            pass  # nothing more for now
        lines = self._received.split(b"\n")[:-1]
        return {reply["id"]: reply for reply in map(json.loads, lines)}

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


class ServingTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def engine(self, run: Runner = lambda _command, _call: SAVED) -> Engine:
        made = Engine(self.folder / "vault", "4.4.0", run)
        self.addCleanup(made.close)
        made.publish_lesson(LESSON)
        while not made.status().record.is_settled:
            made.take(0.01)
        return made

    def clients(self, engine: Engine) -> list[LineClient]:
        status = engine.start_server(0, self.folder / "run")
        token = Path(status.token_file).read_text("ascii")
        made = [LineClient(status, token) for _ in range(CLIENTS)]
        for client in made:
            self.addCleanup(client.close)
        return made

    def test_every_call_of_every_client_is_answered_while_the_owner_calls_too(self) -> None:
        engine = self.engine()
        clients = self.clients(engine)
        for number in range(1, CALLS + 1):
            tool = ("get_lesson", "list_learners", "save_lesson")[number % 3]
            for client in clients:
                client.ask(number, "tools/call", {"name": tool, "arguments": {}})
            engine.call(SaveLessonArguments())
        deadline = time.monotonic() + LIMIT_SECONDS

        while time.monotonic() < deadline and any(len(one.replies()) <= CALLS for one in clients):
            request = engine.take(0.01)
            if request is not None:
                engine.serve(request)
                engine.hand_in()

        for client in clients:
            replies = client.replies()
            self.assertEqual(sorted(replies), list(range(CALLS + 1)))
            self.assertFalse(any(r["result"].get("isError") for r in replies.values()))

    def test_closing_answers_the_clients_that_wait_and_joins_every_thread(self) -> None:
        for _ in range(5):
            engine = self.engine()
            clients = self.clients(engine)
            for client in clients:
                client.ask(1, "tools/call", {"name": "save_lesson", "arguments": {}})
            engine.take(0.05)  # one request is taken and never answered

            engine.close()

            names = [name for name in threads() if name.startswith("malloc_vr")]
            self.assertEqual(names, [])

    def test_an_answer_that_cannot_be_handed_in_is_an_error_and_the_next_one_is_given(self) -> None:
        replies: list[Exception | Shape] = [rejection("CONFLICT", "not \udc80 readable"), SAVED]

        def run(command: Command, call: Call) -> Shape:
            reply = replies.pop(0)
            if isinstance(reply, Exception):
                raise reply
            return reply

        engine = self.engine(run)
        client = self.clients(engine)[0]
        for number in (1, 2):
            client.ask(number, "tools/call", {"name": "save_lesson", "arguments": {}})
        deadline = time.monotonic() + LIMIT_SECONDS
        while replies and time.monotonic() < deadline:
            request = engine.take(0.01)
            if request is not None:
                engine.serve(request)
        with self.assertLogs("core.engine", "ERROR"):
            engine.hand_in()
        while len(client.replies()) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)

        first, second = (client.replies()[number]["result"] for number in (1, 2))
        self.assertEqual(first["structuredContent"]["error"]["code"], "SERVER_ERROR")
        self.assertFalse(second.get("isError"))

    def test_stopping_the_server_tells_every_client_that_waits_and_does_none_of_their_work(
        self,
    ) -> None:
        done: list[str] = []

        def run(command: Command, call: Call) -> Shape:
            done.append(command.NAME)
            return SAVED

        engine = Engine(self.folder / "vault", "4.4.0", run)
        self.addCleanup(engine.close)
        clients = self.clients(engine)
        for client in clients:
            for number in range(1, CALLS + 1):
                client.ask(number, "tools/call", {"name": "save_lesson", "arguments": {}})
        deadline = time.monotonic() + LIMIT_SECONDS
        while engine.status().waiting < CLIENTS * CALLS and time.monotonic() < deadline:
            time.sleep(0.01)

        engine.stop_server()

        self.assertEqual(engine.status().waiting, 0)
        self.assertIsNone(engine.take(0.05))
        self.assertEqual(done, [])
        for client in clients:
            answers = [reply for number, reply in client.replies().items() if number]
            codes = [a["result"]["structuredContent"]["error"]["code"] for a in answers]
            self.assertEqual(codes, ["SHUTTING_DOWN"] * CALLS)


if __name__ == "__main__":
    unittest.main()
