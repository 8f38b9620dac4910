"""Loading an HTTP server with one request over and over, by bench/mcp_echo/http_load."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from devtools.processes import output_of
from devtools.say import CommandError

from .programs import programs

PROTOCOL = "2026-07-28"
SERVER_CORE, LOAD_CORE = "0", "1"


@dataclass(frozen=True)
class Served:
    """A server that listens.

    Attributes:
        told: what its JSON lines on stdout said, down to the one with `url`; and the rest, once
            it has ended.
    """

    process: subprocess.Popen[str]
    told: Mapping[str, Any]

    @property
    def port(self) -> int:
        """Of its HTTP listener."""
        return int(self.told["url"].rsplit(":", 1)[1].split("/")[0])

    def request(self, folder: Path, tool: str, arguments: Mapping[str, Any]) -> Path:
        """Write a call of a tool, with the owner's token, into `folder`; return the file."""
        token = Path(self.told["token_file"]).read_text("utf-8").strip()
        file = folder / f"{tool}.http"
        file.write_bytes(tool_call(self.port, token, tool, arguments))
        return file


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
        told: dict[str, Any] = {}
        try:
            _listen(process.stdout, told, words)
            yield Served(process, told)
        finally:
            process.terminate()
            _read_objects(process.stdout, told)


def _read_objects(stdout: Iterable[str], told: dict[str, Any], until: str = "") -> bool:
    """Whether a member `until` came before the end."""
    for line in stdout:
        if line.startswith('{"'):
            told.update(json.loads(line))
        if until in told:
            return True
    return False


def _listen(stdout: Iterable[str], told: dict[str, Any], words: Sequence[str]) -> None:
    if _read_objects(stdout, told, "url"):
        return
    raise CommandError(f"{Path(words[-1]).name} did not begin to serve; what it said stands above")


def tool_call(port: int, token: str, tool: str, arguments: Mapping[str, Any]) -> bytes:
    """Return tools/call as it goes over the wire, in the protocol's stateless era."""
    fields, body = _tool_call(port, token, tool, arguments)
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"POST /mcp HTTP/1.1\r\n{head}\r\n".encode() + body


def structured_content(
    port: int, token: str, tool: str, arguments: Mapping[str, Any]
) -> dict[str, Any]:
    """Call a tool once; the `structuredContent` of its result."""
    fields, body = _tool_call(port, token, tool, arguments)
    connection = HTTPConnection("127.0.0.1", port)
    try:
        connection.request("POST", "/mcp", body, fields)
        reply = json.loads(connection.getresponse().read())
    finally:
        connection.close()
    found: dict[str, Any] = reply["result"]["structuredContent"]
    return found


def _tool_call(
    port: int, token: str, tool: str, arguments: Mapping[str, Any]
) -> tuple[dict[str, str], bytes]:
    meta = {
        "io.modelcontextprotocol/protocolVersion": PROTOCOL,
        "io.modelcontextprotocol/clientInfo": {"name": "bench", "version": "1"},
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    params = {"name": tool, "arguments": arguments, "_meta": meta}
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}
    body = json.dumps(message, separators=(",", ":")).encode()
    fields = {
        "Host": f"127.0.0.1:{port}",
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Accept": "application/json, text/event-stream",
        "MCP-Protocol-Version": PROTOCOL,
        "Mcp-Method": "tools/call",
        "Mcp-Name": tool,
        "Content-Length": str(len(body)),
    }
    return fields, body


def load_command(
    served: Served,
    request: Path,
    connections: int,
    seconds: float,
    core: str = LOAD_CORE,
    interval_ms: int = 0,
    measures_cpu: bool = True,
) -> list[str]:
    """Return the command that sends `request` on so many connections.

    Where the server's CPU is measured, the load needs a core of its own (see http_load).
    """
    pid = served.process.pid if measures_cpu else 0
    words: list[str | Path] = [
        str(served.port),
        request,
        str(connections),
        str(seconds),
        str(pid),
        str(interval_ms),
    ]
    return on_core(core, [programs() / "mcp_echo" / "http_load", *words])


def load(
    served: Served,
    request: Path,
    connections: int,
    seconds: float,
    core: str = LOAD_CORE,
    interval_ms: int = 0,
    measures_cpu: bool = True,
) -> dict[str, float]:
    """Run `load_command`; `rps`, `p50_us`, `p99_us`, `cpu_us_per_request`.

    Raises:
        CommandError: when a request failed.
    """
    command = load_command(served, request, connections, seconds, core, interval_ms, measures_cpu)
    found: dict[str, float] = json.loads(output_of(command))
    return found
