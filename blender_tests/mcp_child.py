"""A small MCP client in a process of its own: `mcp_child.py URL TOKEN_FILE < calls.json`.

Reads [{"tool", "arguments"}…] (or {"pause_seconds"}) from stdin, makes the calls one after the
other, writes their results as a JSON list to stdout: {"result"} or {"error"}, and what was said of
their progress. Only the standard library, so that any Python runs it.
"""

import json
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

PROTOCOL = "2025-06-18"
LIMIT_SECONDS = 60


class Client:
    """One MCP session over Streamable HTTP."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        self._token = token
        self._session = ""
        self._next_id = 1
        self._progress: list[str] = []

    def open(self) -> None:
        """Shake hands."""
        about = {"name": "malloc-vr-tests", "version": "1"}
        parameters = {"protocolVersion": PROTOCOL, "capabilities": {}, "clientInfo": about}
        self._request("initialize", parameters)
        self._post({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def call(self, tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """Call a tool; returns its result or its error as it stands in the reply."""
        meta = {"progressToken": self._next_id}
        self._progress = []
        reply = self._request("tools/call", {"name": tool, "arguments": arguments, "_meta": meta})
        if "error" in reply:
            return {"error": reply["error"]}
        result = reply["result"]
        kind = "error" if result.get("isError") else "result"
        return {kind: result.get("structuredContent"), "progress": self._progress}

    def _request(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        message = {"jsonrpc": "2.0", "id": self._next_id, "method": method, "params": parameters}
        self._next_id += 1
        reply = self._post(message)
        assert reply is not None, f"{method} got no reply"
        return reply

    def _post(self, message: dict[str, Any]) -> dict[str, Any] | None:
        headers = {
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
            "MCP-Protocol-Version": PROTOCOL,
        }
        if self._session:
            headers["Mcp-Session-Id"] = self._session
        request = urllib.request.Request(self._url, json.dumps(message).encode(), headers)
        with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as response:
            self._session = response.headers.get("Mcp-Session-Id") or self._session
            return self._body(response.read().decode(), response.headers.get_content_type())

    def _body(self, text: str, content_type: str) -> dict[str, Any] | None:
        """The reply; notices of progress before it are kept."""
        if content_type != "text/event-stream":
            return json.loads(text) if text.strip() else None
        data = [line[5:] for line in text.splitlines() if line.startswith("data:")]
        *notices, reply = [json.loads(each) for each in data]
        self._progress += [each["params"]["message"] for each in notices]
        return reply  # type: ignore[no-any-return]


def main() -> None:
    """Make the calls of stdin."""
    url, token_file = sys.argv[1:3]
    client = Client(url, Path(token_file).read_text(encoding="ascii").strip())
    client.open()
    results = []
    for call in json.load(sys.stdin):
        if "pause_seconds" in call:
            time.sleep(call["pause_seconds"])
            continue
        try:
            results.append(client.call(call["tool"], call["arguments"]))
        except (urllib.error.URLError, OSError, AssertionError) as error:
            results.append({"unreachable": repr(error)})
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
