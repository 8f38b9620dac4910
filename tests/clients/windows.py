#!/usr/bin/env python3
"""Lets the official MCP clients on this machine converse with Blender for Windows, under wine.

Run by `scripts/test windows`, which prepares its environment. Prints one line per check, then
`N passed, N failed`. How such a server ends is tested on Windows itself, in blender_tests.
"""

import signal
import sys
import tempfile
from pathlib import Path

from clients import beside_node_modules, official_clients, play
from report import Report, expect
from server import Server, make_empty_file
from story import read_story

BLENDER = "4.4.0-windows"


class WindowsServer(Server):
    """`scripts/serve` whose Blender has a number that says nothing on this machine."""

    def stop(self) -> None:
        """End the command, and Blender with it."""
        self.process.terminate()


def _hears_lines_at_a_port(server: Server) -> None:
    address = server.address
    expect(not address.socket, f"there is a local socket, {address.socket}")
    port = f":{address.line_port}/"
    expect(address.line_port > 0 and port not in address.url, f"it is {server.first_line}")


def main() -> int:
    """Run all; return 1 if a check failed."""
    story = read_story()
    with tempfile.TemporaryDirectory(prefix="malloc_vr_clients_") as made:
        work = Path(made)
        file = work / "lesson.blend"
        make_empty_file(file)
        typescript = beside_node_modules(work)
        report = Report("scripts/serve, Blender for Windows")
        with WindowsServer(file, work / "serve.log", BLENDER) as server:
            report.check("lines have a port of their own", lambda: _hears_lines_at_a_port(server))
            reports = [play(each, server.address, story, typescript) for each in official_clients()]
            server.end(signal.SIGTERM)
        same = file.read_bytes() == server.file_at_start
        report.note("the .blend stays byte for byte as it was", same)
    reports.append(report)
    failed = sum(each.failed for each in reports)
    print(f"{sum(each.passed for each in reports)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
