"""Loading an HTTP server with one request over and over, by bench/mcp_echo/http_load."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..processes import output_of
from ..say import CommandError

PROTOCOL = "2026-07-28"
SERVER_CORE, LOAD_CORE = "0", "1"


@dataclass(frozen=True)
class Served:
    """A server that listens.

    Attributes:
        told: what its JSON lines on stdout said, down to the one with `url`.
    """

    process: subprocess.Popen[str]
    told: Mapping[str, Any]

    @property
    def port(self) -> int:
        """Of its HTTP listener."""
        return int(self.told["url"].rsplit(":", 1)[1].split("/")[0])


def on_core(core: str, command: Sequence[str | Path]) -> list[str]:
    """Return `command` bound to one core, so that server and load do not take turns on one."""
    words = [str(word) for word in command]
    can_bind = shutil.which("taskset") and (os.cpu_count() or 1) > 1
    return ["taskset", "-c", core, *words] if can_bind else words


@contextmanager
def serving(
    command: Sequence[str | Path], environment: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """Run a server that says on stdout, in lines that are JSON objects, where it is.

    Raises:
        CommandError: when it ended before it said so.
    """
    words = [str(word) for word in command]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Served(process, _told(process.stdout, words))
        finally:
            process.terminate()
            process.stdout.read()


def _told(stdout: Iterable[str], words: Sequence[str]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for line in stdout:
        if line.startswith('{"'):
            told.update(json.loads(line))
        if "url" in told:
            return told
    raise CommandError(f"{Path(words[-1]).name} did not begin to serve; what it said stands above")


def tool_call(port: int, token: str, tool: str, arguments: Mapping[str, Any]) -> bytes:
    """Return tools/call as it goes over the wire, in the protocol's stateless era."""
    meta = {
        "io.modelcontextprotocol/protocolVersion": PROTOCOL,
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    params = {"name": tool, "arguments": arguments, "_meta": meta}
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}
    body = json.dumps(message, separators=(",", ":")).encode()
    head = (
        f"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
        f"MCP-Protocol-Version: {PROTOCOL}\r\nMcp-Method: tools/call\r\nMcp-Name: {tool}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def load(
    program: Path, served: Served, request: Path, connections: int, seconds: float
) -> dict[str, float]:
    """Send `request` on so many connections; `rps`, `p50_us`, `p99_us`, `cpu_us_per_request`.

    Raises:
        CommandError: when a request failed.
    """
    words: list[str | Path] = [program, str(served.port), request, str(connections)]
    command = on_core(LOAD_CORE, [*words, str(seconds), str(served.process.pid)])
    found: dict[str, float] = json.loads(output_of(command))
    return found
