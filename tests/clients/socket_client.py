"""A client of the local socket that is nothing but lines: what a program without an SDK does."""

import json
import socket
from types import TracebackType
from typing import Any

from report import Report, expect
from server import Address

ANSWER_SECONDS_MAX = 60.0
PROTOCOL = "2025-11-25"


class LineClient:
    """A connection on which each line is one JSON value."""

    def __init__(self, path: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(ANSWER_SECONDS_MAX)
        self._socket.connect(path)
        self._lines = self._socket.makefile("r", encoding="utf-8", newline="\n")

    @classmethod
    def of_owner(cls, address: Address) -> "LineClient":
        """Connect with the owner's token."""
        client = cls(address.socket)
        client.say(json.dumps({"token": address.token}))
        return client

    def initialize(self, name: str) -> dict[str, Any]:
        """Begin a session under this client's name; return what the server says of itself."""
        about = {"name": name, "version": "1"}
        asked = {"protocolVersion": PROTOCOL, "capabilities": {}, "clientInfo": about}
        result: dict[str, Any] = self.ask(0, "initialize", **asked)["result"]
        self.say('{"jsonrpc":"2.0","method":"notifications/initialized"}')
        return result

    def say(self, text: str) -> None:
        """Send one line."""
        self._socket.sendall(text.encode() + b"\n")

    def hear(self) -> dict[str, Any] | None:
        """Return the next line's object; None when the server has closed."""
        line = self._lines.readline()
        if not line:
            return None
        value: dict[str, Any] = json.loads(line)
        return value

    def ask(self, number: int, method: str, **params: Any) -> dict[str, Any]:
        """Send a request; return its answer."""
        request = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
        self.say(json.dumps(request))
        answer = self.hear()
        if answer is None:
            raise AssertionError(f"the server closed at {method}")
        expect(answer["id"] == number, f"the answer to {method} is {answer}")
        return answer

    def __enter__(self) -> "LineClient":
        """Return the connection."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self._lines.close()
        self._socket.close()


def converse(address: Address, tools: list[str]) -> str:
    """Initialize, list the tools, and make a scene that was not in the file."""
    with LineClient.of_owner(address) as client:
        result = client.initialize("lines")
        expect(result["protocolVersion"] == PROTOCOL, f"initialize answers {result}")
        listed = [tool["name"] for tool in client.ask(2, "tools/list")["result"]["tools"]]
        expect(set(tools) <= set(listed), f"the tools are {listed}")
        unit = {"unit_id": "lines", "learning_objectives": ["Read one line at a time"]}
        call = {"name": "create_blender_knowledge_node", "arguments": {"unit_data": unit}}
        result = client.ask(3, "tools/call", **call)["result"]
        expect(not result.get("isError"), f"the tool answers {result}")
        expect(result["structuredContent"]["unit_id"] == "lines", f"the tool answers {result}")
    return f"{len(listed)} tools"


def survives_bad_line(address: Address) -> None:
    """A line that is no JSON gets an error, and the conversation goes on."""
    parse_error = -32700
    with LineClient.of_owner(address) as client:
        client.say("{")
        answer = client.hear()
        expect(answer is not None and answer["error"]["code"] == parse_error, f"said {answer}")
        expect(client.ask(1, "ping")["result"] == {}, "ping is not answered")


def is_rejected(address: Address, first_line: str) -> str:
    """One error line that says what the first line should have been, then the end."""
    with LineClient(address.socket) as client:
        client.say(first_line)
        answer = client.hear()
        if answer is None:
            raise AssertionError("closed without a word")
        message = str(answer["error"]["message"])
        expect("token" in message, f"said {answer}")
        rest = client.hear()
        expect(rest is None, f"went on with {rest}")
    return message


def check_socket(report: Report, address: Address, tools: list[str]) -> None:
    """Make the checks of the local socket."""
    wrong = json.dumps({"token": "0" * len(address.token)})
    early = '{"jsonrpc":"2.0","id":1,"method":"ping"}'
    report.check("a client of plain lines authors a unit", lambda: converse(address, tools))
    report.check("a line that is no JSON is rejected alone", lambda: survives_bad_line(address))
    report.check("a wrong token gets one line and the end", lambda: is_rejected(address, wrong))
    report.check("a request before the token gets the same", lambda: is_rejected(address, early))
