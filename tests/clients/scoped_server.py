"""The server that knows principals of a test: scoped_server.cpp, without Blender."""

import json
import os
from pathlib import Path
from typing import Any

from principals import AT_WINDOW, OTHER, Holder
from server import ServerProcess
from socket_client import LineClient


class ScopedServer(ServerProcess):
    """A running one, which lets in the holders and, as every server, its owner."""

    def __init__(self, holders: list[Holder], folder: Path) -> None:
        """Start it; its record and its configuration go to `folder`."""
        folder.mkdir(mode=0o700)
        configuration = folder / "principals.json"
        configuration.write_text(json.dumps([holder.entry for holder in holders]), "utf-8")
        command: list[str | Path] = [os.environ["MALLOC_VR_SCOPED_SERVER"], configuration, folder]
        super().__init__(command, folder.with_suffix(".log"))

    def prepare(self) -> tuple[dict[str, Any], dict[str, str]]:
        """Put two learners on the record, the second at work at the window.

        Returns:
            The output schema of each tool, and the session of each learner.
        """
        with LineClient.of_owner(self.address) as owner:
            owner.initialize("owner")
            sessions = {}
            for number, learner in enumerate((OTHER, AT_WINDOW), 1):
                call = {"learner_id": learner, "unit_id": "unit"}
                answer = owner.ask(number, "tools/call", name="start_session", arguments=call)
                sessions[learner] = answer["result"]["structuredContent"]["session_id"]
            tools = owner.ask(9, "tools/list")["result"]["tools"]
        return {tool["name"]: tool["outputSchema"] for tool in tools}, sessions

    def stop(self) -> None:
        """Close its standard input: that is its end."""
        assert self.process.stdin is not None
        self.process.stdin.close()
