"""The server that knows principals of a test: scoped_server.cpp, without Blender."""

import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

from principals import AT_WINDOW, OTHER, Holder
from server import Address
from socket_client import LineClient

END_SECONDS_MAX = 60


class ScopedServer:
    """A running one, which lets in the holders and, as every server, its owner."""

    def __init__(self, holders: list[Holder], folder: Path) -> None:
        """Start it; its record and its configuration go to `folder`."""
        folder.mkdir(mode=0o700)
        configuration = folder / "principals.json"
        configuration.write_text(json.dumps([holder.entry for holder in holders]), "utf-8")
        self._process = subprocess.Popen(
            [os.environ["MALLOC_VR_SCOPED_SERVER"], configuration, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        said = json.loads(self._process.stdout.readline())
        self.address = Address(**said, pid=self._process.pid, blender="")

    def prepare(self) -> tuple[dict[str, Any], dict[str, str]]:
        """Put two learners on the record, the second at work at the window.

        Returns:
            The output schema of each tool, and the session of each learner.
        """
        with LineClient(self.address.socket) as owner:
            owner.say(json.dumps({"token": self.address.token}))
            asked = {"protocolVersion": "2025-11-25", "capabilities": {}}
            owner.ask(0, "initialize", **asked, clientInfo={"name": "owner", "version": "1"})
            sessions = {}
            for number, learner in enumerate((OTHER, AT_WINDOW), 1):
                call = {"learner_id": learner, "unit_id": "unit"}
                answer = owner.ask(number, "tools/call", name="start_session", arguments=call)
                sessions[learner] = answer["result"]["structuredContent"]["session_id"]
            tools = owner.ask(9, "tools/list")["result"]["tools"]
        return {tool["name"]: tool["outputSchema"] for tool in tools}, sessions

    def __enter__(self) -> "ScopedServer":
        """Return the server."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        self._process.communicate(timeout=END_SECONDS_MAX)
