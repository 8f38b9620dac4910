"""Texts to paste into AI clients, so that they find the server of this Blender.

The token is part of the text: whoever has it can author lessons in this Blender while the server
runs. Port and token are the same from start to start; *Renew Token* makes another token.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .errors import rejection
from .said import say

SERVER_NAME = "malloc-vr"


@dataclass(frozen=True)
class Connection:
    """What a client needs to know.

    Attributes:
        url: Streamable HTTP address; empty while HTTP is not served.
        socket: Path of the local socket; empty where there is none.
        line_port: Port for lines, on Windows; 0 elsewhere.
        token: The secret that admits a client.
    """

    url: str
    socket: str
    line_port: int
    token: str

    @property
    def lines(self) -> str:
        """Where lines go to; empty while none are served."""
        return f"127.0.0.1:{self.line_port}" if self.line_port else self.socket


@dataclass(frozen=True)
class Client:
    """One kind of client.

    Attributes:
        identifier: Stable name.
        label: For menus.
        where: Where its user puts the text.
    """

    identifier: str
    label: str
    where: str


CLIENTS: tuple[Client, ...] = (
    Client("CLAUDE_CODE", "Claude Code", say("Run it in a terminal")),
    Client("CURSOR", "Cursor", say("Put it into ~/.cursor/mcp.json")),
    Client("VSCODE", "VS Code", say("Put it into .vscode/mcp.json")),
    Client(
        "CLAUDE_DESKTOP",
        "Claude Desktop",
        say(
            "Put it into claude_desktop_config.json; it starts the bridge mcp-remote, which needs Node.js"
        ),
    ),
    Client("HTTP", say("Any HTTP client"), say("Give it the address and the header")),
    Client(
        "SOCKET",
        say("Lines over a socket"),
        say("Connect, send the first line, then one JSON-RPC message a line"),
    ),
)


def configuration(identifier: str, connection: Connection) -> str:
    """Write the text for the client named `identifier`.

    Raises:
        Conflict: The way that this client needs is not served now.
        KeyError: `identifier` is none of `CLIENTS`.
    """
    write = _WRITERS[identifier]
    if not (connection.lines if identifier == "SOCKET" else connection.url):
        raise rejection(
            "CONFLICT",
            "Lines are not served now." if identifier == "SOCKET" else "HTTP is not served now.",
            remedy="Start the server; while it runs without, its panel says what to change first.",
        )
    return write(connection)


def _bearer(connection: Connection) -> str:
    return f"Bearer {connection.token}"


def _claude_code(connection: Connection) -> str:
    return (
        f"claude mcp add --transport http {SERVER_NAME} {connection.url}"
        f' --header "Authorization: {_bearer(connection)}"'
    )


def _cursor(connection: Connection) -> str:
    server = {"url": connection.url, "headers": {"Authorization": _bearer(connection)}}
    return _pretty({"mcpServers": {SERVER_NAME: server}})


def _vscode(connection: Connection) -> str:
    server = {
        "type": "http",
        "url": connection.url,
        "headers": {"Authorization": _bearer(connection)},
    }
    return _pretty({"servers": {SERVER_NAME: server}})


def _claude_desktop(connection: Connection) -> str:
    # No blank inside an argument: Claude Desktop on Windows does not quote them (mcp-remote, README).
    header = "Authorization:${MALLOC_VR_TOKEN}"
    server = {
        "command": "npx",
        "args": ["-y", "mcp-remote", connection.url, "--header", header],
        "env": {"MALLOC_VR_TOKEN": _bearer(connection)},
    }
    return _pretty({"mcpServers": {SERVER_NAME: server}})


def _http(connection: Connection) -> str:
    return f"{connection.url}\nAuthorization: {_bearer(connection)}"


def _socket(connection: Connection) -> str:
    return f"{connection.lines}\n{json.dumps({'token': connection.token})}"


def _pretty(document: object) -> str:
    return json.dumps(document, indent=2)


_WRITERS: Mapping[str, Callable[[Connection], str]] = {
    "CLAUDE_CODE": _claude_code,
    "CURSOR": _cursor,
    "VSCODE": _vscode,
    "CLAUDE_DESKTOP": _claude_desktop,
    "HTTP": _http,
    "SOCKET": _socket,
}
